/// The last three letters of a word as one number, whatever their case.
enum LastLetters {
  /// All numbers are below.
  static let count = 1 << 15

  /// Those of all words that end so, whatever stands before.
  static func numbers(ofWordsEndingIn end: Span<UInt8>) -> some Sequence<Int> {
    var known = 0
    for index in max(0, end.count - 3)..<end.count { known = known << 5 | Int(end[index] & 31) }
    let missing = max(0, 3 - end.count)
    return stride(from: known, to: count, by: count >> (5 * missing))
  }

  /// That of a word of three letters or more that ends before `end`.
  @inline(__always)
  static func number(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    Int(text[end &- 3] & 31) &<< 10 | Int(text[end &- 2] & 31) &<< 5 | Int(text[end &- 1] & 31)
  }
}
