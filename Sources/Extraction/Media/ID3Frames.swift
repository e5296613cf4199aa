/// The frames of a tag of ID3, one behind the other.
///
/// Source: ID3 tag version 2.4.0, Main Structure, 4; ID3 tag version 2.3.0, 3.3; version 2 (2.2), 3.2.
struct ID3Frames {
  /// How deep frames may lie in each other: those of chapters lie in chapters.
  private static let depthLimit = 4

  let version: Int
  /// Whether every frame is unsynchronised, whatever it says itself.
  let isUnsynchronised: Bool

  /// Takes the texts of the frames from `start` on, up to the zeros that fill the tag.
  func read(
    _ content: Span<UInt8>, from start: Int, depth: Int, into metadata: inout EmbeddedMetadata
  ) {
    guard depth < Self.depthLimit else { return metadata.isMalformed = true }
    var position = start
    while position < content.count, content[position] != 0, metadata.takesEntry() {
      guard let header = ID3FrameHeader(content, at: position, version: version) else {
        return metadata.isMalformed = true
      }
      read(header, content, depth: depth, into: &metadata)
      position = header.content.upperBound
    }
  }

  /// Undoes what was done to the content of the frame, and takes its texts.
  private func read(
    _ header: ID3FrameHeader, _ bytes: Span<UInt8>, depth: Int,
    into metadata: inout EmbeddedMetadata
  ) {
    guard !header.isEncrypted, header.start <= header.content.upperBound else {
      return metadata.isMalformed = true
    }
    let content = bytes.extracting(header.start..<header.content.upperBound)
    guard header.isUnsynchronised || isUnsynchronised else {
      return unpack(header, content, depth: depth, into: &metadata)
    }
    guard metadata.spend(content.count) else { return }
    let synchronised = ID3Unsynchronisation.undone(content)
    unpack(header, synchronised.span, depth: depth, into: &metadata)
  }

  private func unpack(
    _ header: ID3FrameHeader, _ content: Span<UInt8>, depth: Int,
    into metadata: inout EmbeddedMetadata
  ) {
    guard header.isPacked else {
      return take(header, content, depth: depth, into: &metadata)
    }
    guard let unpacked = metadata.unpacked(content, content.indices) else { return }
    take(header, unpacked.span, depth: depth, into: &metadata)
  }

  private func take(
    _ header: ID3FrameHeader, _ content: Span<UInt8>, depth: Int,
    into metadata: inout EmbeddedMetadata
  ) {
    if let start = ID3FrameTexts.startOfFrames(header.name, content) {
      return read(content, from: start, depth: depth + 1, into: &metadata)
    }
    ID3FrameTexts.take(header.name, content, into: &metadata)
  }
}
