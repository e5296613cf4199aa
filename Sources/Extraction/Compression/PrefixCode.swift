/// A prefix code of deflate, as a table that the next bits of the input are looked up in.
struct PrefixCode {
  static let lengthLimit = 15

  /// For each value of the next `bitCount` bits the symbol, shifted over the length of its code; 0 for
  /// none.
  private(set) var table: [UInt16] = [0]
  private(set) var bitCount = 0

  /// Nil where more codes are asked for than there can be.
  ///
  /// Source: RFC 1951, 3.2.2. Fewer are allowed: a stream may never use what is missing.
  init?(lengths: ArraySlice<UInt8>) {
    var counts = [Int](repeating: 0, count: Self.lengthLimit + 1)
    for length in lengths { counts[min(Int(length), Self.lengthLimit)] += 1 }
    counts[0] = 0
    bitCount = counts.lastIndex { $0 > 0 } ?? 0
    var next = [Int](repeating: 0, count: Self.lengthLimit + 2)
    var code = 0
    for length in 1...Self.lengthLimit {
      next[length] = code
      code = code + counts[length]
      guard code <= 1 << length else { return nil }
      code <<= 1
    }
    table = [UInt16](repeating: 0, count: 1 << bitCount)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let length = Int(length)
      let code = next[length]
      next[length] += 1
      // Codes come with their highest bit first, everything else with its lowest.
      var index = 0
      for bit in 0..<length where code & 1 << bit != 0 { index |= 1 << (length - 1 - bit) }
      while index < table.count {
        table[index] = UInt16(symbol << 4 | length)
        index += 1 << length
      }
    }
  }
}
