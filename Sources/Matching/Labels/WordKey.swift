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
    if range.lowerBound &+ 16 <= text.count, let base = text.baseAddress {
      let bytes = UnsafeRawPointer(base + range.lowerBound)
      low = bytes.loadUnaligned(as: UInt64.self).littleEndian.lowest(range.count)
      high =
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
        .lowest(range.count &- 8)
      return
    }
    for index in range.prefix(8).reversed() { low = low << 8 | UInt64(text[index]) }
    for index in range.dropFirst(8).reversed() { high = high << 8 | UInt64(text[index]) }
  }

  /// Whether it is ASCII, of `count` letters, with no capital but the first: not two words in one.
  @inline(__always)
  func isOneWord(ofCount count: Int) -> Bool {
    let small: UInt64 = 0x2020_2020_2020_2020
    return (low | high) & 0x8080_8080_8080_8080 == 0
      && (low | 0x20) & small == small.lowest(count)
      && high & small == small.lowest(count &- 8)
  }

  /// A number that differs for most words.
  @inline(__always)
  var slot: Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}

extension UInt64 {
  /// Its lowest bytes, `count` of them, all or none.
  @inline(__always)
  fileprivate func lowest(_ count: Int) -> UInt64 {
    count <= 0 ? 0 : self & UInt64.max >> UInt64(64 &- 8 &* Swift.min(count, 8))
  }
}
