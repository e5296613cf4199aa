/// Decoding of the texts in images, sounds and films, whose encoding is seldom told.
enum MetadataText {
  /// The text as UTF-8: as it is where it is valid, and otherwise read as Windows-1252.
  ///
  /// A NUL, which stands between the parts of some values, becomes the end of a line.
  static func decoded(_ bytes: Span<UInt8>) -> [UInt8] {
    let bytes = bytes.extracting(..<endOfText(bytes))
    var decoded: [UInt8] = []
    if UTF8Check.validEnd(of: bytes, from: 0).end == bytes.count {
      decoded.append(bytes, 0..<bytes.count)
    } else {
      _ = Windows1252.decode(bytes, into: &decoded)
    }
    for index in decoded.indices where decoded[index] == 0 { decoded[index] = UInt8(ascii: "\n") }
    return decoded
  }

  /// The text without NULs and white space at its ends; empty where there is nothing else.
  static func trimmed(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(where: { !isFiller($0) }),
      let last = text.lastIndex(where: { !isFiller($0) })
    else { return [] }
    return Array(text[first...last])
  }

  private static func isFiller(_ byte: UInt8) -> Bool { byte == 0 || byte.isMarkupSpace }

  private static func endOfText(_ bytes: Span<UInt8>) -> Int {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0 { end -= 1 }
    return end
  }
}
