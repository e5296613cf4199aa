// What stands between a label and a value.

extension Span<UInt8> {
  /// How many letters a word has at least that ends a sentence; shorter ones may be shortened: `geb.`.
  private static let sentenceWord = 4

  func hasDigit(in range: Range<Int>) -> Bool {
    for index in range where self[index] &- 0x30 < 10 { return true }
    return false
  }

  func hasLetter(in range: Range<Int>) -> Bool {
    for index in range where isLetter(at: index) { return true }
    return false
  }

  /// Whether a sentence ends in a range: a word, a full stop and a blank.
  func endsSentence(in range: Range<Int>) -> Bool {
    var letterCount = 0
    for index in range {
      if isLetter(at: index) {
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

  private func isLetter(at index: Int) -> Bool {
    self[index] >= 0x80 || (self[index] | 0x20) &- 0x61 < 26
  }
}
