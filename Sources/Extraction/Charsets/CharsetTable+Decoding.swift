import ContentTypes

extension CharsetTable {
  /// Appends all of `input` to `buffer` and returns its count.
  func decode(_ input: Span<UInt8>, into buffer: inout [UInt8]) -> Int {
    buffer.reserveCapacity(buffer.count + input.count)
    var position = 0
    while position < input.count {
      let end = input.asciiEnd(from: position)
      buffer.append(input, position..<end)
      position = end
      while position < input.count, input[position] >= 0x80 {
        UTF8Encoding.append(UInt32(upper[Int(input[position] & 0x7F)]), to: &buffer)
        position += 1
      }
    }
    return input.count
  }
}
