/// The fields of a message of Protocol Buffers, one after the other.
///
/// Source: protobuf.dev, Encoding.
struct ProtocolBuffer {
  /// A field: a number, or what lies between two places.
  struct Field {
    let number: Int
    /// What the field is, as far as it is a number; of fractions the bits.
    let value: UInt64
    /// Where its bytes lie: a text, bytes or a message; empty for numbers.
    let range: Range<Int>
  }

  private var position: Int
  private let end: Int
  /// Whether what was read so far is no message.
  private(set) var isDamaged = false

  /// Of the message in a range of the bytes that `next` is given.
  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next field; nil at the end, and where the message is damaged.
  mutating func next(in bytes: Span<UInt8>) -> Field? {
    guard position < end, !isDamaged else { return nil }
    let field = read(bytes)
    isDamaged = field == nil || position > end
    return isDamaged ? nil : field
  }

  private mutating func read(_ bytes: Span<UInt8>) -> Field? {
    guard let key = bytes.varint(at: &position), position <= end else { return nil }
    let number = Int(key >> 3)
    switch key & 7 {
    case 0:
      return bytes.varint(at: &position).map { Field(number: number, value: $0, range: 0..<0) }
    case 1: return fixed(8, number, in: bytes)
    case 5: return fixed(4, number, in: bytes)
    case 2:
      guard let count = bytes.varint(at: &position), position <= end, count <= end - position else {
        return nil
      }
      let range = position..<position + Int(count)
      position = range.upperBound
      return Field(number: number, value: 0, range: range)
    default: return nil
    }
  }

  private mutating func fixed(_ byteCount: Int, _ number: Int, in bytes: Span<UInt8>) -> Field? {
    guard byteCount <= end - position else { return nil }
    var value: UInt64 = 0
    for offset in 0..<byteCount { value |= UInt64(bytes[position + offset]) << UInt64(8 * offset) }
    position += byteCount
    return Field(number: number, value: value, range: 0..<0)
  }
}

extension Span<UInt8> {
  /// A number of seven bits a byte, the least significant first; `position` moves behind it.
  func varint(at position: inout Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < count, shift < 64 {
      let byte = self[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  /// Such a number whose lowest bit is its sign.
  func signedVarint(at position: inout Int) -> Int? {
    varint(at: &position).map {
      Int(truncatingIfNeeded: $0 >> 1) ^ -Int(truncatingIfNeeded: $0 & 1)
    }
  }

  /// The fields of that number in a message, in order.
  func fields(_ number: Int, of message: Range<Int>) -> [ProtocolBuffer.Field] {
    var fields: [ProtocolBuffer.Field] = []
    var buffer = ProtocolBuffer(message)
    while let field = buffer.next(in: self) {
      if field.number == number { fields.append(field) }
    }
    return fields
  }
}
