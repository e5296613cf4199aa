/// Numbers in bytes that are known to be there.
extension Span<UInt8> {
  /// The number in the two bytes at `position`, all of which must be there.
  func littleEndian16(at position: Int) -> UInt16 {
    UInt16(self[position]) | UInt16(self[position + 1]) << 8
  }

  func littleEndian32(at position: Int) -> UInt32 {
    UInt32(littleEndian16(at: position)) | UInt32(littleEndian16(at: position + 2)) << 16
  }

  func bigEndian16(at position: Int) -> UInt16 {
    UInt16(self[position]) << 8 | UInt16(self[position + 1])
  }

  func bigEndian32(at position: Int) -> Int {
    Int(bigEndian16(at: position)) << 16 | Int(bigEndian16(at: position + 2))
  }

  /// The bits of the eight bytes at `position`.
  func littleEndianBits64(at position: Int) -> UInt64 {
    UInt64(littleEndian32(at: position)) | UInt64(littleEndian32(at: position + 4)) << 32
  }

  /// The number in the eight bytes at `position`; nil where it is too large for any file.
  func littleEndian64(at position: Int) -> Int? {
    let number = littleEndianBits64(at: position)
    return number < 1 << 62 ? Int(number) : nil
  }
}

/// Numbers of 7 bits a byte, the lowest first, as 7-Zip and RAR write them.
extension Span<UInt8> {
  /// The number at `position`, which goes behind it; nil where it has no end, or is over 2^56.
  func sevenBitNumber(at position: inout Int) -> Int? {
    var value = 0
    for shift in stride(from: 0, to: 56, by: 7) {
      guard position < count else { return nil }
      let byte = self[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
