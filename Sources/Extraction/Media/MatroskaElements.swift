/// The elements of Matroska and WebM that hold texts: titles, tags, chapters, tracks and attachments.
///
/// Clusters, in which sound and film lie, are passed over: up to what the list of the file names behind
/// them, or each by its length; of one whose length is not known, its blocks. Where a track has captions,
/// they are gone through afterwards.
///
/// Source: RFC 9559.
enum MatroskaElements {
  /// How deep elements may lie in each other: chapters in chapters, tags in tags.
  private static let depthLimit = 16

  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var seeks = MatroskaSeeks()
    var captions = MatroskaCaptions()
    defer { captions.read(bytes, into: &metadata) }
    var position = 0
    while position < bytes.count {
      guard let element = MatroskaElement(bytes, at: position, in: 0..<bytes.count) else {
        return metadata.isMalformed = true
      }
      if !element.isWhole { metadata.isMalformed = true }
      captions.takeTracks(element, bytes, into: &metadata)
      if element.id == MatroskaID.segment { seeks.segmentStart = element.content.lowerBound }
      if element.id == MatroskaID.cluster, let next = seeks.next(bytes, behind: position) {
        position = next
      } else if element.isOpen || element.id == MatroskaID.segment {
        // What follows is read as what lies in it, which is the same wherever it ends.
        position = element.content.lowerBound
      } else {
        if element.id == MatroskaID.seekHead {
          seeks.take(bytes, element.content, into: &metadata)
        } else if !take(element, bytes, depth: 0, into: &metadata) {
          return
        }
        position = element.content.upperBound
      }
    }
  }

  private static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, depth: Int, into metadata: inout EmbeddedMetadata
  ) {
    guard depth < depthLimit else { return metadata.isMalformed = true }
    var position = range.lowerBound
    while position < range.upperBound {
      guard let element = MatroskaElement(bytes, at: position, in: range) else {
        return metadata.isMalformed = true
      }
      if !element.isWhole { metadata.isMalformed = true }
      guard take(element, bytes, depth: depth, into: &metadata) else { return }
      position = element.content.upperBound
    }
  }

  /// Takes the texts of the element; false where the file may not have more.
  private static func take(
    _ element: MatroskaElement, _ bytes: Span<UInt8>, depth: Int,
    into metadata: inout EmbeddedMetadata
  ) -> Bool {
    if MatroskaID.holders.contains(element.id) {
      guard metadata.takesEntry() else { return false }
      read(bytes, element.content, depth: depth + 1, into: &metadata)
    } else if element.id == MatroskaID.simpleTag {
      guard metadata.takesEntry() else { return false }
      takeTag(bytes, element.content, depth: depth + 1, into: &metadata)
    } else if element.id == MatroskaID.attachedFile {
      guard metadata.takesEntry() else { return false }
      takeAttachment(bytes, element.content, into: &metadata)
    } else if let label = MatroskaID.labels[element.id] {
      guard metadata.takesEntry() else { return false }
      metadata.add(bytes, element.content, named: label)
    }
    return true
  }

  /// A value under a name, and the tags that lie in it.
  private static func takeTag(
    _ bytes: Span<UInt8>, _ range: Range<Int>, depth: Int, into metadata: inout EmbeddedMetadata
  ) {
    guard depth < depthLimit else { return metadata.isMalformed = true }
    var name: [UInt8] = []
    forEach(bytes, in: range, into: &metadata) { element, metadata in
      if element.id == MatroskaID.tagName {
        name = MetadataText.decoded(bytes.extracting(element.content))
      }
    }
    forEach(bytes, in: range, into: &metadata) { element, metadata in
      if element.id == MatroskaID.tagString {
        metadata.add(bytes, element.content, named: name)
      } else if element.id == MatroskaID.simpleTag {
        takeTag(bytes, element.content, depth: depth + 1, into: &metadata)
      }
    }
  }

  /// A file, under its name; what is said of it is a text.
  private static func takeAttachment(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    var name: [UInt8] = []
    var files: [Range<Int>] = []
    forEach(bytes, in: range, into: &metadata) { element, metadata in
      switch element.id {
      case MatroskaID.fileName:
        name = MetadataText.decoded(bytes.extracting(element.content))
      case MatroskaID.fileDescription:
        metadata.add(bytes, element.content, named: "Description")
      case MatroskaID.fileData: files.append(element.content)
      default: break
      }
    }
    for file in files { metadata.addMember(bytes, file, named: name) }
  }

  /// Calls `body` with each element in `range`, whose length is known.
  static func forEach(
    _ bytes: Span<UInt8>, in range: Range<Int>, into metadata: inout EmbeddedMetadata,
    _ body: (MatroskaElement, inout EmbeddedMetadata) -> Void
  ) {
    var position = range.lowerBound
    while position < range.upperBound, metadata.takesEntry() {
      guard let element = MatroskaElement(bytes, at: position, in: range), element.isWhole else {
        return metadata.isMalformed = true
      }
      body(element, &metadata)
      position = element.content.upperBound
    }
  }
}
