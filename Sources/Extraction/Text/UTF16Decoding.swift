/// Decoding of UTF-16; surrogates without their other half become U+FFFD.
enum UTF16Decoding {
  /// Appends what `input` holds to `buffer`; returns how many bytes of it were used.
  static func decode(
    _ input: Span<UInt8>, _ order: ByteOrder, isLast: Bool, into buffer: inout [UInt8]
  ) -> Int {
    buffer.reserveCapacity(buffer.count + input.count)
    var position = 0
    while position + 1 < input.count {
      let unit = unit(input, order, at: position)
      if unit < 0x80 {
        position = appendASCII(input, order, from: position, to: &buffer)
        continue
      }
      guard (0xD800...0xDBFF).contains(unit) else {
        UTF8Encoding.append(unit, to: &buffer)
        position += 2
        continue
      }
      guard position + 3 < input.count else {
        if !isLast { return position }
        UTF8Encoding.append(unit, to: &buffer)
        position += 2
        continue
      }
      let second = Self.unit(input, order, at: position + 2)
      if (0xDC00...0xDFFF).contains(second) {
        UTF8Encoding.append(0x1_0000 + (unit - 0xD800) << 10 + (second - 0xDC00), to: &buffer)
        position += 4
      } else {
        UTF8Encoding.append(unit, to: &buffer)
        position += 2
      }
    }
    if isLast && position < input.count {
      UTF8Encoding.append(0xFFFD, to: &buffer)
      position = input.count
    }
    return position
  }

  /// Appends the ASCII characters from `start` on, at least the one there; returns their end.
  private static func appendASCII(
    _ input: Span<UInt8>, _ order: ByteOrder, from start: Int, to buffer: inout [UInt8]
  ) -> Int {
    let low = order == .little ? 0 : 1
    var end = start
    while end + 1 < input.count, input[unchecked: end + 1 - low] == 0,
      input[unchecked: end + low] < 0x80
    {
      end += 2
    }
    let first = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: (end - start) / 2))
    var written = buffer.mutableSpan
    for index in first..<written.count {
      written[unchecked: index] = input[unchecked: start + low + 2 * (index - first)]
    }
    return end
  }

  private static func unit(_ input: Span<UInt8>, _ order: ByteOrder, at position: Int) -> UInt32 {
    let first = UInt32(input[position])
    let second = UInt32(input[position + 1])
    return order == .little ? second << 8 | first : first << 8 | second
  }
}
