/// The last three letters of a word as one number, whatever their case.
enum LastLetters {
  /// All numbers are below.
  static let count = 1 << 15

  /// Those of all words that end so, whatever stands before.
  static func numbers(ofWordsEndingIn end: some BidirectionalCollection<UInt8>) -> [Int] {
    let known = end.suffix(3).reduce(0) { $0 << 5 | Int($1 & 31) }
    let missing = max(0, 3 - end.count)
    return (0..<1 << (5 * missing)).map { $0 << (5 * (3 - missing)) | known }
  }

  /// That of a word of three letters or more that ends before `end`.
  @inline(__always)
  static func number(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    Int(text[end &- 3] & 31) &<< 10 | Int(text[end &- 2] & 31) &<< 5 | Int(text[end &- 1] & 31)
  }
}
