/// Decoding of UTF-32; numbers that are no character become U+FFFD.
enum UTF32Decoding {
  /// Appends what `input` holds to `buffer`; returns how many bytes of it were used.
  static func decode(
    _ input: Span<UInt8>, _ order: ByteOrder, isLast: Bool, into buffer: inout [UInt8]
  ) -> Int {
    var position = 0
    while position + 3 < input.count {
      var scalar: UInt32 = 0
      for offset in 0..<4 {
        let place = order == .little ? offset : 3 - offset
        scalar |= UInt32(input[position + offset]) << UInt32(8 * place)
      }
      UTF8Encoding.append(scalar, to: &buffer)
      position += 4
    }
    if isLast && position < input.count {
      UTF8Encoding.append(0xFFFD, to: &buffer)
      position = input.count
    }
    return position
  }
}
