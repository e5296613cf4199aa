extension [UInt8] {
  /// Appends the bytes of the number.
  mutating func append<Number: FixedWidthInteger & UnsignedInteger>(
    _ number: Number, _ order: ByteOrder
  ) {
    let byteCount = Number.bitWidth / 8
    for index in 0..<byteCount {
      let shift = (order == .little ? index : byteCount - 1 - index) * 8
      append(UInt8(truncatingIfNeeded: number &>> Number(shift)))
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
