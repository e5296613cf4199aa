internal import ContentTypes

/// Decoding of Windows-1252; the five bytes that it does not define are C1 control characters.
enum Windows1252 {
  /// Appends all of `input` to `buffer` and returns its count.
  static func decode(_ input: Span<UInt8>, into buffer: inout [UInt8]) -> Int {
    var position = 0
    while position < input.count {
      let end = input.asciiEnd(from: position)
      buffer.append(input, position..<end)
      if end < input.count { append(input[end], to: &buffer) }
      position = end + 1
    }
    return input.count
  }

  /// Appends the character of `byte` in UTF-8.
  static func append(_ byte: UInt8, to buffer: inout [UInt8]) {
    let scalar = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte)
    UTF8Encoding.append(UInt32(scalar), to: &buffer)
  }

  /// The characters of 0x80...0x9F.
  ///
  /// Source: WHATWG Encoding, index windows-1252.
  private static let upper: [32 of UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
