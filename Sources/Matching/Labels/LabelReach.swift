/// Which patterns may have a label within reach of a place in a text.
///
/// A label counts for a match that needs one only directly before it (on its line, or ending the
/// line above) or in a remark directly behind it; numbers between part them, unless the match is
/// enumerated with them. This looks at the words there and never leaves out a pattern that has a label.
struct LabelReach: ~Copyable {
  /// What stands before the matches that begin at a place.
  private var before: LabelSet
  private var place = -1
  /// Whether those may be enumerated with numbers before them.
  private var mayBeEnumerated = false
  /// What stands before the first of the numbers with which a match is enumerated.
  private var beforeFirst: LabelSet
  private var enumerated = -1 ..< -1
  private var remark: LabelSet
  /// Where the remark opens that was read last.
  private var opening = -1
  /// The place of which `isBehindNumber` tells.
  private var numbered = -1
  private var isBehindNumber = false
  /// Where no remark opens, up to where the next one does.
  private var withoutOpening = 0..<0
  /// The most digits of a number that may end a label; nil where a pattern may always have one.
  private let longestNumber: Int?

  /// How far before a match a label may end; more than `Surroundings` of `Evidence` looks.
  private static let reach = 64
  /// How far back a suffix such as `nummer` is followed to the word before it.
  private static let suffixReach = 320
  private static let remarkByteCount = 48
  /// How far before a match the number before it is looked for.
  private static let numberReach = 8

  init(_ words: LabelWords) {
    longestNumber = words.hasAlways ? nil : max(1, words.longestNumber)
    before = LabelSet(words)
    beforeFirst = LabelSet(words)
    remark = LabelSet(words)
  }

  /// Forgets the block before.
  mutating func begin() {
    place = -1
    enumerated = -1 ..< -1
    opening = -1
    numbered = -1
    withoutOpening = 0..<0
  }

  /// Whether it is known that no match of the pattern that begins at `place` and ends before `end` can
  /// have a label: a number stands before it, or what does was read for another pattern, and no remark
  /// opens behind it.
  ///
  /// `pattern` is nil where the value begins behind `place`. `isReadNow`: what stands before is read for
  /// this one, if need be.
  mutating func lacksLabel(
    _ pattern: Int?, at place: Int, to end: Int, isReadNow: Bool, enumeratedFrom limit: Int,
    isTree: Bool,
    in text: UnsafeBufferPointer<UInt8>, _ triggers: borrowing TriggerMasks
  ) -> Bool {
    if numbered != place {
      numbered = place
      isBehindNumber = hasNumber(before: place, enumeratedFrom: limit, in: text)
    }
    if !isBehindNumber {
      guard let pattern else { return false }
      if isReadNow { look(before: place, enumeratedFrom: limit, in: text) }
      guard self.place == place, !mayBeEnumerated, !before.contains(pattern) else { return false }
    }
    if !withoutOpening.contains(place) {
      var next = triggers.opening(from: place, to: text.count)
      while !isTree, next < text.count, text[next] == 0x09 {
        next = triggers.opening(from: next + 1, to: text.count)
      }
      withoutOpening = place..<next
    }
    // A remark opens at most two spaces behind a match.
    return withoutOpening.upperBound >= min(text.count, end + 3)
  }

  /// Whether the first letter or digit before `place` ends a number that ends no label, and with
  /// which the one at `place` is not enumerated.
  private func hasNumber(
    before place: Int, enumeratedFrom enumerationLimit: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let longestNumber else { return false }
    let limit = max(0, place - Self.numberReach)
    var end = place
    while end > limit, !text[end - 1].isDigit, !text[end - 1].isLetter { end -= 1 }
    var first = end
    while first > 0, end - first <= longestNumber, text[first - 1].isDigit { first -= 1 }
    guard end - first > longestNumber else { return false }
    return end <= enumerationLimit || !Enumeration.isParted(place, fromNumberBefore: end, in: text)
  }

  /// Reads what stands before `place`, unless that was read last.
  mutating func look(
    before place: Int, enumeratedFrom limit: Int, in text: UnsafeBufferPointer<UInt8>
  ) {
    guard self.place != place else { return }
    self.place = place
    before.removeAll()
    Self.look(before: place, in: text, for: &before)
    mayBeEnumerated = Enumeration.isSetOff(place, in: text, notBefore: limit)
  }

  /// Whether a match of the pattern may have a label; in a tree, tabs open remarks too.
  mutating func mayHaveLabel(
    _ pattern: Int, around match: Range<Int>, enumeratedFrom limit: Int, isTree: Bool,
    in text: UnsafeBufferPointer<UInt8>, _ triggers: borrowing TriggerMasks
  ) -> Bool {
    look(before: match.lowerBound, enumeratedFrom: limit, in: text)
    if before.contains(pattern) { return true }
    if mayBeEnumerated {
      if enumerated != match {
        enumerated = match
        beforeFirst.removeAll()
        if let first = Enumeration.start(of: match, in: text, notBefore: limit) {
          Self.look(before: first, in: text, for: &beforeFirst)
        }
      }
      if beforeFirst.contains(pattern) { return true }
    }
    // A remark opens at most two spaces behind the match.
    let end = min(text.count, match.upperBound + 3)
    var place = triggers.opening(from: match.upperBound, to: end)
    while place < end {
      if isTree || text[place] != 0x09 {
        if opening != place {
          opening = place
          readRemark(place + 1, in: text)
        }
        if remark.contains(pattern) { return true }
      }
      place = triggers.opening(from: place + 1, to: end)
    }
    return false
  }

  /// Puts the words before `start` that may end a label into `words`.
  private static func look(
    before start: Int, in text: UnsafeBufferPointer<UInt8>, for words: inout LabelSet
  ) {
    var position = start
    let reachLimit = max(0, start - reach)
    var limit = reachLimit
    let end = max(0, start - suffixReach)
    var isAbove = false
    var hasLetters = false
    while position > limit {
      let byte = text[position - 1]
      if byte.isDigit {
        let first = text.runStart(before: position, \.isDigit)
        words.insert(first..<position, of: text)
        if position - first > 1 || isAbove { return }
        position = first
      } else if byte.isLetter {
        let first = text.wordStart(before: position)
        guard first < position else {
          position = text.characterStart(before: position)
          continue
        }
        hasLetters = true
        let isSuffix = words.insert(first..<position, of: text)
        position = first
        if isSuffix {
          limit = end
        } else if isAbove {
          return
        } else {
          limit = reachLimit
        }
      } else if byte == 0x0A, !isAbove {
        guard !hasLetters else { return }
        isAbove = true
        limit = end
        position -= 1
      } else {
        position -= 1
      }
    }
  }

  private mutating func readRemark(_ start: Int, in text: UnsafeBufferPointer<UInt8>) {
    remark.removeAll()
    let last = min(text.count, start + Self.remarkByteCount)
    var position = start
    while position < last {
      var end = position
      if text[position].isLetter {
        while end < text.count, text[end].isLetter, !PlainLetter.isGap(text[end]) { end += 1 }
      } else {
        while end < text.count, text[end].isDigit { end += 1 }
      }
      // The remark is cut where its last word may not end.
      if end > last {
        for cut in position + 1...last { remark.insert(position..<cut, of: text) }
      } else if end > position {
        remark.insert(position..<end, of: text)
      }
      position = max(end, position + 1)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the bytes begin that are so and end before `end`.
  @inline(__always)
  fileprivate func runStart(before end: Int, _ isSo: (UInt8) -> Bool) -> Int {
    var start = end
    while start > 0, isSo(self[start - 1]) { start -= 1 }
    return start
  }

  /// Where the letters begin that end before `end`; `end` where there are none.
  @inline(__always)
  fileprivate func wordStart(before end: Int) -> Int {
    var start = end
    while start > 0 {
      if self[start - 1].isASCIILetter {
        start -= 1
      } else {
        guard self[start - 1] >= 0x80 else { break }
        let first = characterStart(before: start)
        if PlainLetter.isGap(self[first]) { break }
        start = first
      }
    }
    return start
  }

  /// Where the character begins that ends before `end`, which is not 0.
  @inline(__always)
  fileprivate func characterStart(before end: Int) -> Int {
    var start = end - 1
    while start > 0, end - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension UInt8 {
  /// An ASCII letter, or part of a character that may be a letter.
  @inline(__always) fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 || self >= 0x80 }
}
