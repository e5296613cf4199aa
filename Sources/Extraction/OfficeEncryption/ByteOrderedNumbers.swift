extension [UInt8] {
  /// Appends the four bytes of the number.
  mutating func append(_ number: UInt32, _ order: ByteOrder) {
    for index in 0..<4 {
      let shift = UInt32(order == .little ? index : 3 - index) * 8
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

extension Span<UInt8> {
  /// The number of four bytes at `position`, the highest byte first.
  func bigUInt32(at position: Int) -> UInt32 {
    UInt32(self[position]) << 24 | UInt32(self[position + 1]) << 16
      | UInt32(self[position + 2]) << 8 | UInt32(self[position + 3])
  }
}
