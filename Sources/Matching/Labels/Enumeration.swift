/// Numbers of one shape in a row behind one label: `BSN: 999990019, 999990020 en 999990032`.
///
/// They are parted by a slash, `&`, `+`, a word such as `en` or a remark in brackets; or by commas or
/// semicolons, where no other words follow; or each has a line of its own, with a bullet or without.
package enum Enumeration {
  /// How many numbers may stand between the first and the last.
  private static let longest = 32
  private static let longestRemark = 40
  private static let conjunctions: [StaticString] = ["en", "of", "and", "or", "resp", "plus"]

  /// Where the first number begins of those among which `value` is enumerated; nil where it stands alone
  /// or is the first.
  ///
  /// What stands before `limit` is not looked at.
  package static func start(
    of value: Range<Int>, in text: UnsafeBufferPointer<UInt8>, notBefore limit: Int
  ) -> Int? {
    guard let separator = text.separator(before: value.lowerBound, notBefore: limit),
      text.maySetOff(value.upperBound, behind: separator.mark)
    else { return nil }
    var end = separator.start
    var shape = 0
    for index in value where text[index].isNumberCharacter { shape += 1 }
    var first: Int?
    for _ in 0..<longest {
      guard let start = text.numberStart(before: end, of: shape, notBefore: limit) else { break }
      first = start
      guard let next = text.separator(before: start, notBefore: limit) else { break }
      // Of lines below each other, only the first has more than a number.
      if separator.mark == .line, next.mark != .line { break }
      end = next.start
    }
    return first
  }

  /// Whether something parts the number that begins at `place` from one before.
  static func isSetOff(
    _ place: Int, in text: UnsafeBufferPointer<UInt8>, notBefore limit: Int
  ) -> Bool {
    text.separator(before: place, notBefore: limit) != nil
  }

  /// How many digits a number that is enumerated ends in at least, or has others before them.
  private static let shortestEnd = 4

  /// Whether the number that begins at `place` may be enumerated with one that ends at `end`, where
  /// neither digits nor ASCII letters stand between.
  static func isParted(
    _ place: Int, fromNumberBefore end: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var isParted = false
    for index in end..<place where text[index].isParting { isParted = true }
    guard isParted else { return false }
    var first = end
    while first > 0, end - first < shortestEnd, text[first - 1].isDigit { first -= 1 }
    return end - first == shortestEnd || (first > 0 && text[first - 1].isInner)
  }

  /// What parts two numbers.
  fileprivate enum Mark {
    case comma, word, line
  }

  fileprivate static func isConjunction(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    conjunctions.contains { conjunction in
      conjunction.utf8CodeUnitCount == word.count
        && word.indices.allSatisfy { word[$0] | 0x20 == conjunction.utf8Start[$0] }
    }
  }

  fileprivate static func remarkLimit(_ end: Int) -> Int { end - longestRemark }
}

extension UnsafeBufferPointer<UInt8> {
  /// What parts the number that begins at `place` from one before, and where that begins; nil where
  /// nothing does.
  fileprivate func separator(
    before place: Int, notBefore limit: Int
  ) -> (start: Int, mark: Enumeration.Mark)? {
    var position = place
    var mark: Enumeration.Mark?
    // `, en`, `(vader) en`: a separator may be made of two.
    for _ in 0..<3 {
      let end = spaceStart(before: position, notBefore: limit)
      guard end > limit else { break }
      let next: (Int, Enumeration.Mark)? =
        switch self[end - 1] {
        case UInt8(ascii: ","), UInt8(ascii: ";"): (end - 1, .comma)
        case let byte where byte.isSeparator: (end - 1, .word)
        case UInt8(ascii: ")"): remarkStart(before: end, notBefore: limit).map { ($0, .word) }
        case let byte where byte.isASCIILetter && end < position:
          conjunctionStart(before: end, notBefore: limit).map { ($0, .word) }
        default:
          mark == nil ? lineStart(before: end, notBefore: limit).map { ($0, .line) } : nil
        }
      guard let next else { break }
      mark = mark == nil || next.1 == .word ? next.1 : mark
      position = next.0
    }
    return mark.map { (spaceStart(before: position, notBefore: limit), $0) }
  }

  /// Whether what follows a number at `end` lets it be one of a list whose separator is `mark`.
  fileprivate func maySetOff(_ end: Int, behind mark: Enumeration.Mark) -> Bool {
    guard mark != .word else { return true }
    var position = end
    while position < count, self[position] == UInt8(ascii: " ") || self[position] == 0x09 {
      position += 1
    }
    guard position < count else { return true }
    let byte = self[position]
    if byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "(") { return true }
    guard mark == .comma else { return false }
    return !byte.isASCIILetter && byte < 0x80 || begins(position, withConjunctionBefore: count)
  }

  private func begins(_ start: Int, withConjunctionBefore limit: Int) -> Bool {
    var end = start
    while end < limit, end - start < 5, self[end].isASCIILetter { end += 1 }
    return Enumeration.isConjunction(UnsafeBufferPointer(rebasing: self[start..<end]))
  }

  /// Where the number begins that ends at `end` and has about as many letters and digits as `shape`.
  fileprivate func numberStart(before end: Int, of shape: Int, notBefore limit: Int) -> Int? {
    var position = end
    var count = 0
    while count <= shape + 2 {
      var start = position
      var hasDigit = false
      while start > limit, self[start - 1].isNumberCharacter {
        start -= 1
        hasDigit = hasDigit || self[start].isDigit
      }
      // A few letters may stand within: `AB-123-C`.
      guard hasDigit || (start < position && position - start <= 3 && isJoined(at: position, end))
      else { return nil }
      count += position - start
      let mark = start > limit ? self[start - 1] : 0
      if mark == UInt8(ascii: " "), abs(count - shape) <= 1 { return start }
      if mark == UInt8(ascii: "/"), count == shape { return start }
      guard mark.isInner, start - 1 > limit, self[start - 2].isNumberCharacter,
        mark != UInt8(ascii: " ") || self[start - 2].isDigit
      else { return abs(count - shape) <= 2 ? start : nil }
      position = start - 1
    }
    return nil
  }

  /// Whether a hyphen follows a part of a number at once.
  private func isJoined(at position: Int, _ end: Int) -> Bool {
    position < end && self[position] == UInt8(ascii: "-")
  }

  private func spaceStart(before end: Int, notBefore limit: Int) -> Int {
    var start = end
    while start > limit, end - start < 4, self[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return start
  }

  private func remarkStart(before end: Int, notBefore limit: Int) -> Int? {
    var start = end - 1
    while start > Swift.max(limit, Enumeration.remarkLimit(end)), self[start - 1] != 0x0A {
      start -= 1
      if self[start] == UInt8(ascii: "(") { return start }
    }
    return nil
  }

  private func conjunctionStart(before end: Int, notBefore limit: Int) -> Int? {
    var start = end
    while start > limit, end - start < 5, self[start - 1].isASCIILetter { start -= 1 }
    let word = UnsafeBufferPointer(rebasing: self[start..<end])
    return Enumeration.isConjunction(word) ? start : nil
  }

  /// Where the line before ends of the one that has at most a bullet before `end`.
  private func lineStart(before end: Int, notBefore limit: Int) -> Int? {
    var start = end
    while start > limit, end - start < 8, self[start - 1].isBullet { start -= 1 }
    guard start > limit, self[start - 1] == 0x0A else { return nil }
    start -= 1
    return start > limit && self[start - 1] == 0x0D ? start - 1 : start
  }
}

extension UInt8 {
  fileprivate var isNumberCharacter: Bool { isDigit || isASCIILetter }

  fileprivate var isSeparator: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "&"),
      UInt8(ascii: "+"),
      UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// What ends the separator of two numbers.
  fileprivate var isParting: Bool { isSeparator || self == 0x0A || self == UInt8(ascii: ")") }

  /// What may stand between the digits of one number.
  fileprivate var isInner: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "/")
  }

  /// A hyphen, a star, a space, a tab or a byte of a character above ASCII.
  fileprivate var isBullet: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: "*") || self == UInt8(ascii: " ")
      || self == 0x09
      || self >= 0x80
  }
}
