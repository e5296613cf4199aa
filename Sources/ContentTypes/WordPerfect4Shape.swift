/// The shape of documents of WordPerfect up to 4.2: no header, but text with functions between.
///
/// A function is a byte from 0x80 on; from 0xC0 on it stands before and behind what belongs to it.
package enum WordPerfect4Shape {
  /// How far behind its beginning a function ends; notes are that long.
  private static let longestFunction = 8 << 10
  private static let headByteCount = 8 << 10
  private static let leastText = 40
  /// A character of code page 437.
  package static let character: UInt8 = 0xE1

  /// Where the function that begins at `position`, a byte from 0xC0 to 0xFE, ends: behind the same byte;
  /// nil where that does not come.
  package static func end(ofFunctionAt position: Int, in text: Span<UInt8>) -> Int? {
    let mark = text[position]
    if mark == character {
      return position + 2 < text.count && text[position + 2] == mark ? position + 3 : nil
    }
    let limit = min(text.count, position + longestFunction)
    let end = text.position(of: mark, in: position + 1..<limit)
    return end < limit ? end + 1 : nil
  }

  /// Whether `head` is nothing but text and whole functions, and has both.
  static func fits(_ head: Span<UInt8>) -> Bool {
    var textCount = 0
    var markCount = 0
    var functionCount = 0
    var position = 0
    while position < min(head.count, headByteCount) {
      switch head[position] {
      case 0x09...0x0D: break
      case 0x20...0x7E: textCount += 1
      case 0x80...0xBF: markCount += 1
      case 0xC0...0xFE:
        functionCount += 1
        guard let end = end(ofFunctionAt: position, in: head) else { return false }
        position = end - 1
      default: return false
      }
      position += 1
    }
    return functionCount >= 2 && textCount >= leastText && markCount * 4 < textCount
      && functionCount * 4 < textCount
  }
}
