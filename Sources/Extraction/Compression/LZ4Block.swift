/// Unpacks blocks of LZ4, as they are without a frame and a checksum.
///
/// Source: lz4_Block_format.md of LZ4.
enum LZ4Block {
  /// Appends what a block unpacks to, up to `limit` bytes; false where that is not all, or the block is
  /// damaged.
  static func unpack(_ block: Span<UInt8>, limit: Int, into output: inout [UInt8]) -> Bool {
    let start = output.count
    var position = 0
    while position < block.count {
      let token = block[position]
      position += 1
      guard let literalCount = block.length(token >> 4, at: &position),
        literalCount <= block.count - position, output.count - start + literalCount <= limit
      else { return false }
      output.append(block, position..<position + literalCount)
      position += literalCount
      // The last sequence has no copy.
      if position == block.count { return true }
      guard let distance = block.littleUInt16(at: position), distance > 0,
        distance <= output.count - start
      else { return false }
      position += 2
      guard let more = block.length(token & 0x0F, at: &position),
        output.count - start + more + 4 <= limit
      else { return false }
      for _ in 0..<more + 4 { output.append(output[output.count - distance]) }
    }
    return false
  }
}

extension Span<UInt8> {
  /// A length of four bits, to which bytes are added up to the first that is not 255.
  fileprivate func length(_ nibble: UInt8, at position: inout Int) -> Int? {
    var length = Int(nibble)
    guard nibble == 15 else { return length }
    while position < count {
      let byte = self[position]
      position += 1
      length += Int(byte)
      if byte != 255 { return length }
    }
    return nil
  }
}
