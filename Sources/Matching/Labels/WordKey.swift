/// A word of at most 16 bytes, to be compared as two numbers.
struct WordKey: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The key of no word.
  init() {}

  /// Nil for a longer word.
  @inline(__always)
  init?(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
    guard range.count <= 16 else { return nil }
    for index in range.prefix(8).reversed() { low = low << 8 | UInt64(text[index]) }
    for index in range.dropFirst(8).reversed() { high = high << 8 | UInt64(text[index]) }
  }

  /// A number that differs for most words.
  @inline(__always)
  var slot: Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}
