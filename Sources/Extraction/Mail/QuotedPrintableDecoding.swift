/// Decoding of quoted-printable (RFC 2045, 6.7) and of the encoding `Q` of headers (RFC 2047).
///
/// An `=` that encodes nothing stays.
enum QuotedPrintableDecoding {
  /// Appends what `input` encodes to `output`, with the lines joined that soft breaks part.
  static func decode(_ input: Span<UInt8>, into output: inout [UInt8]) {
    output.reserveCapacity(output.count + input.count)
    var position = 0
    while position < input.count {
      let mark = input.position(of: UInt8(ascii: "="), in: position..<input.count)
      output.append(input, position..<mark)
      guard mark < input.count else { return }
      if let byte = input.hexByte(at: mark + 1) {
        output.append(byte)
        position = mark + 3
      } else if let end = softBreakEnd(input, behind: mark + 1) {
        position = end
      } else {
        output.append(UInt8(ascii: "="))
        position = mark + 1
      }
    }
  }

  /// Appends what `input`, the text of an encoded word, encodes to `output`.
  static func decodeWord(_ input: Span<UInt8>, into output: inout [UInt8]) {
    var position = 0
    while position < input.count {
      if input[position] == UInt8(ascii: "="), let byte = input.hexByte(at: position + 1) {
        output.append(byte)
        position += 3
      } else {
        output.append(input[position] == UInt8(ascii: "_") ? 0x20 : input[position])
        position += 1
      }
    }
  }

  /// Behind the line break that may follow `start` after spaces; nil where there is none.
  private static func softBreakEnd(_ input: Span<UInt8>, behind start: Int) -> Int? {
    var position = start
    while position < input.count, input[position] == 0x20 || input[position] == 0x09 {
      position += 1
    }
    guard position < input.count else { return position }
    if input[position] == 0x0D {
      let next = position + 1
      return next < input.count && input[next] == 0x0A ? next + 1 : next
    }
    return input[position] == 0x0A ? position + 1 : nil
  }
}

extension Span<UInt8> {
  /// The byte that two hexadecimal digits at `position` are; nil where they are none.
  func hexByte(at position: Int) -> UInt8? {
    guard position + 1 < count, let high = self[position].hexDigit,
      let low = self[position + 1].hexDigit
    else { return nil }
    return high << 4 | low
  }
}
