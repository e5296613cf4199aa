// What stands between a label and a value.

extension Span<UInt8> {
  /// How many letters a word has at least that ends a sentence; shorter ones may be shortened: `geb.`.
  private static let sentenceWord = 4

  func hasDigit(in range: Range<Int>) -> Bool {
    for index in range where self[index].isDigit { return true }
    return false
  }

  func hasLetter(in range: Range<Int>) -> Bool {
    for index in range where self[index].isOfWord { return true }
    return false
  }

  /// Whether a sentence ends in a range: a word, a full stop and a blank.
  func endsSentence(in range: Range<Int>) -> Bool {
    var letterCount = 0
    for index in range {
      if self[index].isOfWord {
        letterCount += 1
        continue
      }
      let isStop =
        switch self[index] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
        default: false
        }
      if isStop, letterCount >= Self.sentenceWord, index + 1 < range.upperBound,
        self[index + 1] == UInt8(ascii: " ") || self[index + 1] == 0x0A
      {
        return true
      }
      letterCount = 0
    }
    return false
  }

  /// Whether nothing but letters and blanks stands in a range, on one line.
  func isPlain(_ range: Range<Int>) -> Bool {
    for index in range where !self[index].isOfWord && self[index] != UInt8(ascii: " ") {
      return false
    }
    return true
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isSmallLetter: Bool { self &- 0x61 < 26 }

  /// An ASCII letter, or part of a character that may be one.
  var isOfWord: Bool { self >= 0x80 || (self | 0x20) &- 0x61 < 26 }
}
