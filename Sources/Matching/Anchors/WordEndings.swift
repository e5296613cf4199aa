/// Words of which one must end directly before a number, with blanks and marks between at most.
struct WordEndings {
  /// By the last three small letters, five bits each, a bit.
  let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << 9)

  /// How far before the number its word may end.
  private static let longestGap = 60

  /// Takes words of small ASCII letters, of two letters at least.
  init(_ words: [String]) {
    bits.initialize(repeating: 0, count: 1 << 9)
    for word in words {
      let letters = word.utf8.suffix(3).map { Int($0 & 31) }
      if letters.count == 3 {
        insert(letters[0] << 10 | letters[1] << 5 | letters[2])
      } else if letters.count == 2 {
        for first in 0..<32 { insert(first << 10 | letters[0] << 5 | letters[1]) }
      }
    }
  }

  /// Gives the memory back; it must not be used again.
  func free() {
    bits.deallocate()
  }

  private func insert(_ index: Int) {
    bits[index >> 6] |= 1 << UInt64(index & 63)
  }

  /// Whether a word that may end so stands before `position`.
  @inline(__always)
  func stand(before position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = position
    let limit = max(0, position - Self.longestGap)
    while end > limit, !text[end - 1].isLetter { end -= 1 }
    guard end > 2 else { return end > 1 }
    let index =
      Int(text[end - 3] & 31) << 10 | Int(text[end - 2] & 31) << 5 | Int(text[end - 1] & 31)
    return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
