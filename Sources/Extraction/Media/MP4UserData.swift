import ContentTypes

/// What a movie or a track says of itself in `udta`, in the manners of QuickTime, 3GPP and Microsoft.
///
/// Source: QuickTime File Format Specification, User Data Atoms; 3GPP TS 26.244, 8.
enum MP4UserData {
  /// Takes the texts of the boxes in `range`.
  static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, metadata in
      let content = bytes.extracting(box.content)
      if box.isNamed("meta", in: bytes) {
        MP4Items.read(bytes, box.content, into: &metadata)
      } else if box.isNamed("XMP_", in: bytes) {
        metadata.addPacket(content, content.indices)
      } else if box.isNamed("Xtra", in: bytes) {
        MP4WindowsProperties.read(content, into: &metadata)
      } else if box.isNamed("chpl", in: bytes) {
        takeChapters(content, into: &metadata)
      } else if !MP4AssetTexts.take(box, bytes, into: &metadata) {
        takeText(content, named: MP4Names.label(bytes, at: box.namePosition), into: &metadata)
      }
    }
  }

  /// The texts of a box of QuickTime, each behind its length and its language; or the content as a text
  /// where it is one, also in a box that iTunes uses elsewhere.
  private static func takeText(
    _ content: Span<UInt8>, named name: [UInt8], into metadata: inout EmbeddedMetadata
  ) {
    if content.begins(with: "data", at: 4) {
      return MP4Items.takeValues(content, content.indices, named: name, into: &metadata)
    }
    var position = 0
    while position + 4 <= content.count, metadata.takesEntry() {
      guard let byteCount = content.integer(at: position, byteCount: 2, .big), byteCount > 0,
        let text = content.range(at: position + 4, byteCount: byteCount)
      else { break }
      take(content, text, named: name, into: &metadata)
      position = text.upperBound
    }
    if position == 0, content.isText { metadata.add(content, content.indices, named: name) }
  }

  /// A text in UTF-16 with its mark or in UTF-8; of old, where the language has a number of the Mac, in
  /// the letters of that.
  private static func take(
    _ content: Span<UInt8>, _ text: Range<Int>, named name: [UInt8],
    into metadata: inout EmbeddedMetadata
  ) {
    guard metadata.spend(text.count) else { return }
    let value = content.extracting(text)
    let language = content.integer(at: text.lowerBound - 2, byteCount: 2, .big) ?? 0
    if language < 0x400, value.orderMark(at: 0) == nil,
      UTF8Check.validEnd(of: value, from: 0).end < value.count
    {
      var decoded: [UInt8] = []
      CodePage(.macintosh).decode(value, into: &decoded)
      return metadata.add(decoded, named: name)
    }
    var texts = MP4Texts(from: 0)
    metadata.add(texts.next(value), named: name)
  }

  /// The names of chapters, as Nero writes them: each behind its time and its length.
  private static func takeChapters(
    _ content: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    // Version, flags, a reserved byte where the version is 1, and the number of chapters.
    var position = content.isEmpty || content[0] == 0 ? 8 : 9
    while position + 9 <= content.count, metadata.takesEntry() {
      guard let text = content.range(at: position + 9, byteCount: Int(content[position + 8]))
      else { return metadata.isMalformed = true }
      metadata.add(content, text, named: "Chapter")
      position = text.upperBound
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are a text that somebody may have written: no controls, and more than one of them.
  var isText: Bool {
    // Before the zeros at the end are passed over, of which there may be many.
    guard count > 1, !self[0].isNoText else { return false }
    var end = count
    while self[end - 1] == 0 { end -= 1 }
    for index in 0..<end where self[index].isNoText { return false }
    return end > 1
  }
}
