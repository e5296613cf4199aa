extension [UInt8] {
  /// The message with what digests append: a bit, zeros, and its length in bits in the last bytes of
  /// a block, which counts the whole blocks before the message too.
  func padded(
    toBlocksOf blockByteCount: Int, lengthByteCount: Int, _ order: ByteOrder,
    behind byteCountBefore: Int = 0
  ) -> [UInt8] {
    let blockCount = (count + lengthByteCount) / blockByteCount + 1
    var message = [UInt8](repeating: 0, count: blockCount * blockByteCount)
    message.replaceSubrange(..<count, with: self)
    message[count] = 0x80
    let length = UInt64(byteCountBefore + count) &* 8
    for index in 0..<8 {
      let shift = UInt64(order == .little ? index : 7 - index) * 8
      message[message.count - 8 + index] = UInt8(truncatingIfNeeded: length >> shift)
    }
    return message
  }

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

  func bigUInt64(at position: Int) -> UInt64 {
    UInt64(bigUInt32(at: position)) << 32 | UInt64(bigUInt32(at: position + 4))
  }
}
