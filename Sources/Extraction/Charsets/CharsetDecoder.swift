import ContentTypes

/// Decodes text of one character set piece by piece.
enum CharsetDecoder: ~Copyable {
  case table(CharsetTable)
  case converter(CharsetConverter)
  /// The C library does not have the character set: Windows-1252 instead.
  case missing

  init(_ charset: CharsetID) {
    if let table = CharsetTable(charset) {
      self = .table(table)
    } else if let converter = CharsetConverter(charset) {
      self = .converter(converter)
    } else {
      self = .missing
    }
  }

  /// Appends what `input` holds to `buffer`; returns how many bytes of it were used.
  ///
  /// Adds to `strayCount` the bytes that are no part of a character.
  mutating func decode(
    _ input: Span<UInt8>, isLast: Bool, into buffer: inout [UInt8], strayCount: inout Int
  ) -> Int {
    switch consume self {
    case .table(let table):
      self = .table(table)
      return table.decode(input, into: &buffer)
    case .converter(var converter):
      let count = converter.decode(
        input, isLast: isLast, into: &buffer, strayCount: &strayCount)
      self = .converter(converter)
      return count
    case .missing:
      self = .missing
      return Windows1252.decode(input, into: &buffer)
    }
  }
}
