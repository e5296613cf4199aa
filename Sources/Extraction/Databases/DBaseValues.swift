/// Writes the values of a dBase table as text.
struct DBaseValues {
  private let codePage: CodePage

  /// `texts` is asked where the header names no code page: some of the texts of the table, apart from
  /// each other, without the zeros that fill them up.
  init(_ header: DBaseHeader, texts: () -> [UInt8]) {
    codePage = header.codePage.map { CodePage($0) } ?? CodePage(likelyFor: texts())
  }

  /// The text of characters, without the spaces and zeros that fill them up.
  func text(_ bytes: Span<UInt8>) -> [UInt8] {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0 || bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var start = 0
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    var text: [UInt8] = []
    codePage.decode(bytes, start..<end, into: &text)
    return text
  }

  /// A value as people read it; empty for none.
  func written(_ value: Span<UInt8>, _ form: DBaseField.Form) -> [UInt8] {
    switch form {
    case .text: text(value)
    case .date: date(value)
    case .integer: Array(Int32(bitPattern: value.littleEndian32(at: 0)).description.utf8)
    case .sortedInteger:
      Array(Int32(bitPattern: UInt32(value.bigEndian32(at: 0)) ^ 1 << 31).description.utf8)
    case .currency: currency(value)
    case .double: double(value)
    case .time: time(value)
    case .memo, .other: []
    }
  }

  private func date(_ value: Span<UInt8>) -> [UInt8] {
    var date = text(value)
    guard date.count == 8, date.allSatisfy({ $0 &- 0x30 < 10 }) else { return date }
    date.insert(UInt8(ascii: "-"), at: 6)
    date.insert(UInt8(ascii: "-"), at: 4)
    return date
  }

  private func currency(_ value: Span<UInt8>) -> [UInt8] {
    let amount = Int64(bitPattern: value.littleEndianBits64(at: 0))
    let digits = "\(amount.magnitude % 10_000 + 10_000)".dropFirst()
    return Array("\(amount < 0 ? "-" : "")\(amount.magnitude / 10_000).\(digits)".utf8)
  }

  private func double(_ value: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.append(number: Double(bitPattern: value.littleEndianBits64(at: 0)))
    return text
  }

  /// The day alone: at what time it was tells nothing of a person.
  private func time(_ value: Span<UInt8>) -> [UInt8] {
    // The Julian day of 1601-01-01.
    let days = Int(value.littleEndian32(at: 0)) - 2_305_814
    return CalendarDate(daysFrom1601: days).map { Array($0.description.utf8) } ?? []
  }
}
