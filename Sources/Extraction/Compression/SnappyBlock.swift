/// Unpacks blocks of Snappy, as they are without a frame and a checksum.
///
/// Source: format_description.txt of Snappy.
enum SnappyBlock {
  /// Appends what a block unpacks to, up to `limit` bytes; false where that is not all, or the block is
  /// damaged.
  static func unpack(_ block: Span<UInt8>, limit: Int, into output: inout [UInt8]) -> Bool {
    var position = 0
    guard let count = block.varint(at: &position), count <= limit else { return false }
    let start = output.count
    let end = start + Int(count)
    while position < block.count {
      let tag = Int(block[position])
      position += 1
      if tag & 3 == 0 {
        guard let length = block.literalLength(tag >> 2, at: &position),
          length <= block.count - position, length <= end - output.count
        else { return false }
        output.append(block, position..<position + length)
        position += length
      } else {
        guard let copy = block.copy(tag, at: &position), copy.distance > 0,
          copy.distance <= output.count - start, copy.length <= end - output.count
        else { return false }
        for _ in 0..<copy.length { output.append(output[output.count - copy.distance]) }
      }
    }
    return output.count == end
  }
}

extension Span<UInt8> {
  /// How long a literal is: its tag says so up to 60 bytes, else that and up to four bytes more.
  fileprivate func literalLength(_ size: Int, at position: inout Int) -> Int? {
    guard size >= 60 else { return size + 1 }
    return little(size - 59, at: &position).map { $0 + 1 }
  }

  /// How far back a copy begins and how long it is.
  fileprivate func copy(_ tag: Int, at position: inout Int) -> (distance: Int, length: Int)? {
    if tag & 3 == 1 {
      return little(1, at: &position).map { ((tag >> 5) << 8 | $0, 4 + (tag >> 2) & 7) }
    }
    return little(tag & 3 == 2 ? 2 : 4, at: &position).map { ($0, 1 + (tag >> 2)) }
  }

  /// A number of so many bytes, the least significant first.
  private func little(_ byteCount: Int, at position: inout Int) -> Int? {
    guard byteCount <= count - position else { return nil }
    var value = 0
    for offset in 0..<byteCount { value |= Int(self[position + offset]) << (8 * offset) }
    position += byteCount
    return value
  }
}
