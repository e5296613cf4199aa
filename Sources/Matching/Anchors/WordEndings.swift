/// Words of which one must end directly before a number, with blanks and marks between at most.
struct WordEndings {
  /// A bit for each three letters that one of them ends in (`LastLetters`).
  let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: LastLetters.count / 64)

  /// How far before the number its word may end.
  private static let longestGap = 60

  /// Takes words of small ASCII letters, of two letters at least.
  init(_ words: [String]) {
    bits.initialize(repeating: 0, count: LastLetters.count / 64)
    for word in words {
      for number in LastLetters.numbers(ofWordsEndingIn: word.utf8.span) {
        bits[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
  }

  /// Gives the memory back; it must not be used again.
  func free() {
    bits.deallocate()
  }

  /// Whether a word that may end so stands before `position`.
  @inline(__always)
  func stand(before position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = position
    let limit = max(0, position - Self.longestGap)
    while end > limit, !text[end - 1].isASCIILetter { end -= 1 }
    guard end > 2 else { return end > 1 }
    let number = LastLetters.number(before: end, in: text)
    return bits[number >> 6] >> UInt64(number & 63) & 1 == 1
  }
}
