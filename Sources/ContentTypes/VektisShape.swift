/// The shape of a declaration in an EI standard of Vektis.
///
/// Records of one length, each beginning with a two-digit code: 01 and the three digits of the
/// message first, 99 last.
enum VektisShape {
  /// The length of a record, in characters, where no line ends tell it.
  static let recordLength = 310

  static func fits(_ text: Span<UInt8>, isWhole: Bool) -> Bool {
    guard text.count > recordLength / 2, text.has("01", at: 0),
      text[2].isDigit, text[3].isDigit, text[4].isDigit
    else { return false }
    let firstEnd = text.lineEnd(from: 0)
    guard firstEnd < text.count else { return isUnbroken(text) }
    let length = characterCount(text, 0..<firstEnd)
    guard (100...4096).contains(length) else { return false }
    var start = firstEnd + 1
    var recordCount = 1
    while start < text.count {
      let end = text.lineEnd(from: start)
      if end == text.count && !isWhole { break }
      if !text.trimming(start..<end).isEmpty {
        guard isRecord(text, at: start), characterCount(text, start..<end) == length else {
          // The last line may lack its fill or end with the mark of an old text editor (0x1A).
          return recordCount >= 2 && end >= text.count - 1
        }
        recordCount += 1
      }
      start = end + 1
    }
    return recordCount >= 2
  }

  /// Records of 310 characters back to back.
  private static func isUnbroken(_ text: Span<UInt8>) -> Bool {
    var characterCount = 0
    for position in text.indices where text[position] & 0xC0 != 0x80 {
      if characterCount % recordLength == 0, text.count - position >= 2,
        !isRecord(text, at: position)
      {
        return false
      }
      characterCount += 1
    }
    return characterCount >= 2 * recordLength
  }

  private static func isRecord(_ text: Span<UInt8>, at position: Int) -> Bool {
    position + 2 <= text.count && text[position].isDigit && text[position + 1].isDigit
  }

  /// Without a return at the end.
  private static func characterCount(_ text: Span<UInt8>, _ line: Range<Int>) -> Int {
    var count = 0
    for position in line where text[position] & 0xC0 != 0x80 && text[position] != 0x0D {
      count += 1
    }
    return count
  }
}
