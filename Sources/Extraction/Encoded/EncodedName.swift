/// The name that a text gives a document before its digits: `filename="brief.pdf"`,
/// `"name": "brief.pdf"`, `<bestandsnaam>brief.pdf</bestandsnaam>`.
enum EncodedName {
  private static let reach = 400
  private static let longest = 120

  /// nil where the text behind `border` has none; it ends in a dot and a few letters.
  static func before(_ end: Int, in text: Span<UInt8>, from border: Int) -> String? {
    var position = end - 4
    while position >= max(border, end - reach) {
      if text.isWord("name", at: position) || text.isWord("naam", at: position),
        let name = name(behind: position + 4, to: end, in: text)
      {
        return name
      }
      position -= 1
    }
    return nil
  }

  private static func name(behind start: Int, to end: Int, in text: Span<UInt8>) -> String? {
    var first = start
    while first < end, text[first].isBetween { first += 1 }
    var last = first
    while last < end, last - first <= longest, !text[last].isBehindName { last += 1 }
    let name = text.extracting(first..<last)
    guard first > start, name.count <= longest, name.hasSuffixOfFile else { return nil }
    return name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension Span<UInt8> {
  /// Whether the word, in small letters, stands at `position`; capitals count as small ones.
  fileprivate func isWord(_ word: StaticString, at position: Int) -> Bool {
    guard position >= 0, position + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { word in
      word.indices.allSatisfy { self[position + $0] | 0x20 == word[$0] }
    }
  }

  /// Whether it ends in a dot and two to five letters or digits, with something before.
  fileprivate var hasSuffixOfFile: Bool {
    var position = count - 1
    while position > 0, self[position].isASCIILetter || self[position].hexDigit != nil {
      position -= 1
    }
    return position > 0 && self[position] == UInt8(ascii: ".") && 2...5 ~= count - 1 - position
  }
}

extension UInt8 {
  /// Between a key and its value.
  fileprivate var isBetween: Bool {
    self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: ":")
      || self == UInt8(ascii: "=") || self == UInt8(ascii: ">") || isMarkupSpace
  }

  fileprivate var isBehindName: Bool {
    self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "<")
      || self == UInt8(ascii: ">") || self < 0x20
  }
}
