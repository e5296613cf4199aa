/// Decoding of UTF-8 in which stray bytes are Windows-1252.
///
/// Valid runs are found at close to memory speed and copied whole.
enum UTF8Decoding {
  /// Appends what `input` holds to `buffer`; returns how many bytes of it were used.
  ///
  /// All are, unless the last character is unfinished and `isLast` does not say that it stays so.
  static func decode(_ input: Span<UInt8>, isLast: Bool, into buffer: inout [UInt8]) -> Int {
    var position = 0
    while position < input.count {
      let (end, isUnfinished) = validEnd(of: input, from: position)
      buffer.append(copying: input, position..<end)
      position = end
      guard position < input.count else { break }
      if isUnfinished && !isLast { break }
      Windows1252.append(input[position], to: &buffer)
      position += 1
    }
    return position
  }

  /// The end of the valid characters from `start` on, and whether the bytes there, up to the end
  /// of `input`, may be the first of a valid one.
  private static func validEnd(
    of input: Span<UInt8>, from start: Int
  ) -> (end: Int, isUnfinished: Bool) {
    let count = input.count
    var position = start
    while position < count {
      if input[unchecked: position] < 0x80 {
        position = input.asciiEnd(from: position)
        continue
      }
      let (length, isUnfinished) = characterLength(input, at: position)
      if length == 0 { return (position, isUnfinished) }
      position += length
    }
    return (count, false)
  }

  /// The length of the character of more than one byte at `position` (Unicode, table 3-7), 0 for
  /// none; and, for none, whether only the end of `input` is in the way.
  private static func characterLength(
    _ input: Span<UInt8>, at position: Int
  ) -> (length: Int, isUnfinished: Bool) {
    let lead = input[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return (0, false)
    }
    for offset in 1..<length {
      guard position + offset < input.count else { return (0, true) }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(input[position + offset]) else { return (0, false) }
    }
    return (length, false)
  }
}

extension Span<UInt8> {
  /// The first position from `start` on that holds no ASCII character; `count` for none.
  func asciiEnd(from start: Int) -> Int {
    let bytes = bytes
    let high: UInt64 = 0x8080_8080_8080_8080
    var position = start
    while position + 32 <= count {
      let first = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      let second = bytes.unsafeLoadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
      let third = bytes.unsafeLoadUnaligned(fromByteOffset: position + 16, as: UInt64.self)
      let fourth = bytes.unsafeLoadUnaligned(fromByteOffset: position + 24, as: UInt64.self)
      if (first | second | third | fourth) & high != 0 { break }
      position += 32
    }
    while position < count, self[unchecked: position] < 0x80 { position += 1 }
    return position
  }
}

extension [UInt8] {
  /// Appends the bytes of `span` in `range`.
  mutating func append(copying span: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    span.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
