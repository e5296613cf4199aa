/// The values of a row or key as SQLite stores them.
///
/// Source: Database File Format (sqlite.org), 2.1 Record Format.
struct SQLiteRecord {
  /// How the texts of a database are stored.
  enum Encoding: Int {
    case utf8 = 1
    case utf16LittleEndian, utf16BigEndian
  }

  fileprivate struct Value {
    let type: Int
    /// A text whose end lies on other pages is cut.
    let range: Range<Int>
  }

  private var values: [Value] = []

  /// A record that says of itself how long it is: `payload` is what of it lies on the page.
  ///
  /// Nil where no record can stand there.
  init?(_ payload: Range<Int>, ofByteCount byteCount: Int, in bytes: Span<UInt8>) {
    var position = payload.lowerBound
    guard let headLength = bytes.varint(at: &position, before: payload.upperBound),
      headLength >= 2, headLength <= payload.count
    else { return nil }
    let body = payload.lowerBound + headLength
    var start = body
    while position < body {
      guard let type = bytes.varint(at: &position, before: body), take(type, from: &start) else {
        return nil
      }
    }
    guard position == body, start - payload.lowerBound == byteCount, byteCount > headLength else {
      return nil
    }
    values = values.compactMap { value in
      let range = value.range.clamped(to: payload)
      guard range.count == value.range.count || value.isText else { return nil }
      return Value(type: value.type, range: range)
    }
    guard hasOnlyText(in: bytes) else { return nil }
  }

  /// A record whose first bytes were written over, which ends where `rest` does.
  init?(restOfRecord rest: Range<Int>, in bytes: Span<UInt8>) {
    for first in rest.prefix(Self.mostLost) {
      values = []
      var position = first
      var byteCount = 0
      while let type = bytes.varint(at: &position, before: rest.upperBound) {
        guard let length = Self.byteCount(of: type) else { break }
        byteCount += length
        guard position + byteCount <= rest.upperBound else { break }
        values.append(Value(type: type, range: position..<position))
        guard position + byteCount == rest.upperBound, byteCount > 0 else { continue }
        var start = position
        let types = values.map(\.type)
        values = []
        for type in types { _ = take(type, from: &start) }
        if hasOnlyText(in: bytes) { return }
        break
      }
    }
    return nil
  }

  /// The length of a record, the number of its row and the length of its head take most of four bytes;
  /// what is left of these comes before its types.
  private static let mostLost = 8

  private mutating func take(_ type: Int, from start: inout Int) -> Bool {
    guard let length = Self.byteCount(of: type) else { return false }
    values.append(Value(type: type, range: start..<start + length))
    start += length
    return true
  }

  private static func byteCount(of type: Int) -> Int? {
    switch type {
    case 0, 8, 9: 0
    case 1...4: type
    case 5: 6
    case 6, 7: 8
    case 12..<1 << 32: (type - 12) / 2
    default: nil
    }
  }

  /// Whether no text holds control characters, as what is no text mostly does.
  private func hasOnlyText(in bytes: Span<UInt8>) -> Bool {
    values.allSatisfy { value in
      guard value.isText else { return true }
      return value.range.allSatisfy { index in
        bytes[index] >= 0x20 || bytes[index] == 0 || (0x09...0x0D).contains(bytes[index])
      }
    }
  }

  /// Appends all values with tabs between them, numbers as text.
  func append(to text: inout [UInt8], _ encoding: Encoding, in bytes: Span<UInt8>) {
    for (index, value) in values.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "\t")) }
      value.append(to: &text, encoding, in: bytes)
    }
  }
}

extension SQLiteRecord.Value {
  fileprivate var isText: Bool { type >= 13 && type & 1 == 1 }

  fileprivate func append(
    to text: inout [UInt8], _ encoding: SQLiteRecord.Encoding, in bytes: Span<UInt8>
  ) {
    switch type {
    case 0: break
    case 8, 9: text.append(type == 8 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
    case 1...6: text += String(integer(in: bytes)).utf8
    case 7: text.append(number: Double(bitPattern: UInt64(bitPattern: integer(in: bytes))))
    case _ where isText && encoding != .utf8:
      text += bytes.utf16Text(in: range, encoding == .utf16BigEndian ? .big : .little)
    default: text.append(bytes, range)
    }
  }

  private func integer(in bytes: Span<UInt8>) -> Int64 {
    var value: Int64 = range.first.map { bytes[$0] >= 0x80 ? -1 : 0 } ?? 0
    for index in range { value = value << 8 | Int64(bytes[index]) }
    return value
  }
}

extension Span<UInt8> {
  /// A number of SQLite, seven bits a byte, the highest first; nil where it does not end before `end`.
  func varint(at position: inout Int, before end: Int) -> Int? {
    var value = 0
    for count in 1...9 {
      guard position < end else { return nil }
      let byte = Int(self[position])
      position += 1
      if count == 9 { return value <= Int.max >> 8 ? value << 8 | byte : nil }
      value = value << 7 | byte & 0x7F
      if byte < 0x80 { return value }
    }
    return nil
  }
}
