// Whether a word stands beside a value as in a list: what a prefix says of a surname.

extension Span<UInt8> {
  /// How far from a value its neighbour may stand, in bytes.
  private static let columnGap = 60

  /// Whether the word stands before or behind a range, on its line and in another column: behind a bar,
  /// a semicolon, a tab or several blanks, or a comma where the range begins with a capital; or whether
  /// both are all of a column, with a blank between.
  ///
  /// `word` holds small letters of ASCII; what is none may stand between them in the text.
  func has(_ word: String, beside range: Range<Int>) -> Bool {
    let letters = Array(word.utf8)
    let comma: UInt8? = self[range.lowerBound].isSmallLetter ? nil : UInt8(ascii: ",")
    let end = range.upperBound
    let start = range.lowerBound - 1
    return hasColumn(of: letters, from: end, step: 1, comma)
      || hasColumn(of: letters.reversed(), from: start, step: -1, comma)
      || isEdge(start, step: -1)
        && endOfWord(letters, from: end, step: 1).map { isEdge($0, step: 1) } == true
  }

  private func hasColumn(
    of letters: [UInt8], from start: Int, step: Int, _ comma: UInt8?
  ) -> Bool {
    var position = start
    var blankCount = 0
    var hasMark = false
    while indices.contains(position), !self[position].isOfWord {
      let byte = self[position]
      guard byte != 0x0A, !byte.isDigit, abs(position - start) < Self.columnGap else {
        return false
      }
      blankCount = byte == UInt8(ascii: " ") ? blankCount + 1 : 0
      hasMark = hasMark || blankCount > 1 || byte.partsColumns || byte == comma
      position += step
    }
    return hasMark && endOfWord(letters, from: position, step: step) != nil
  }

  /// The position behind the word, in the direction of the steps; nil where it does not stand there.
  private func endOfWord(_ letters: [UInt8], from start: Int, step: Int) -> Int? {
    var position = start
    for letter in letters {
      while indices.contains(position), self[position].isWithinPrefix { position += step }
      guard indices.contains(position), self[position] | 0x20 == letter else { return nil }
      position += step
    }
    return indices.contains(position) && self[position].isOfWord ? nil : position
  }

  /// Whether a column or a line ends at a position, but for blanks and marks such as `.` and `"`.
  private func isEdge(_ start: Int, step: Int) -> Bool {
    var position = start
    var blankCount = 0
    while indices.contains(position) {
      let byte = self[position]
      if byte == 0x0A || byte == 0x0D || byte.partsColumns { return true }
      guard !byte.isOfWord, !byte.isDigit else { return false }
      blankCount = byte == UInt8(ascii: " ") ? blankCount + 1 : 0
      if blankCount > 1 { return true }
      position += step
    }
    return true
  }
}

extension UInt8 {
  /// What stands between the letters of `van 't` and `v.d.`; wide marks too, such as an apostrophe.
  fileprivate var isWithinPrefix: Bool {
    self >= 0x80 || self == UInt8(ascii: " ") || self == UInt8(ascii: "'")
      || self == UInt8(ascii: ".") || self == UInt8(ascii: "/")
  }

  fileprivate var partsColumns: Bool {
    self == UInt8(ascii: "|") || self == UInt8(ascii: ";") || self == UInt8(ascii: "\t")
  }
}
