/// The summary of a document of WordPerfect 6 and later: author, subject and the like.
///
/// Source: WordPerfect 6.0 file format, packet 18 (extended document summary).
struct WordPerfect6Summary {
  private(set) var values: [(name: [UInt8], value: [UInt8])] = []

  /// Those that are no texts but moments.
  private static let moments: Set<Int> = [14, 15, 37, 39, 49]

  init(_ bytes: Span<UInt8>) {
    var start = 0
    while let length = bytes.littleUInt16(at: start), length >= 6, start + length <= bytes.count,
      let tag = bytes.littleUInt16(at: start + 2)
    {
      let entry = bytes.extracting(start..<start + length)
      start += length
      var position = 6
      let name = Self.text(entry, at: &position)
      guard !Self.moments.contains(tag) else { continue }
      let value = Self.text(entry, at: &position)
      if !value.isEmpty { values.append((name.isEmpty ? Self.name(of: tag) : name, value)) }
    }
  }

  /// The characters of two bytes from `position` on, up to a zero.
  private static func text(_ bytes: Span<UInt8>, at position: inout Int) -> [UInt8] {
    var text: [UInt8] = []
    while let character = bytes.littleUInt16(at: position) {
      position += 2
      guard character != 0 else { break }
      let scalar = WordPerfectCharacters.scalar(
        set: UInt8(character >> 8), number: UInt8(character & 0xFF), isVersion6: true)
      UTF8Encoding.append(scalar, to: &text)
    }
    return text
  }

  private static func name(of tag: Int) -> [UInt8] {
    switch tag {
    case 3: Array("Address".utf8)
    case 5: Array("Author".utf8)
    case 12: Array("Client".utf8)
    case 23: Array("Editor".utf8)
    case 46: Array("Subject".utf8)
    case 47: Array("Telephone Number".utf8)
    case 48: Array("Typist".utf8)
    default: []
    }
  }
}
