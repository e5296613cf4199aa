/// A line of a vCard or calendar: `group.NAME;PARAMETER=text:value`.
///
/// Source: RFC 6350, 3.3; RFC 5545, 3.1; vCard 2.1, in which a parameter may lack its name.
struct ContentLine {
  /// Without the group.
  let name: Range<Int>
  /// What is between `;` and `;`, without quotes around the value.
  private(set) var parameters: [(name: Range<Int>, value: Range<Int>)] = []
  let value: Range<Int>

  /// Nil where `line` is not built like that.
  init?(_ line: Span<UInt8>) {
    var position = 0
    while position < line.count, line[position].isNameByte { position += 1 }
    guard position > 0, position < line.count,
      line[position] == UInt8(ascii: ":") || line[position] == UInt8(ascii: ";")
    else { return nil }
    var start = position
    while start > 0, line[start - 1] != UInt8(ascii: ".") { start -= 1 }
    guard start < position else { return nil }
    name = start..<position
    while position < line.count, line[position] == UInt8(ascii: ";") {
      start = position + 1
      position = start
      var equals: Int?
      var isQuoted = false
      while position < line.count {
        let byte = line[position]
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if !isQuoted && (byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")) { break }
        if byte == UInt8(ascii: "="), equals == nil { equals = position }
        position += 1
      }
      let valueStart = equals.map { $0 + 1 } ?? start
      parameters.append(
        (start..<(equals ?? start), line.trimmingQuotes(valueStart..<position)))
    }
    guard position < line.count else { return nil }
    value = position + 1..<line.count
  }

  /// Whether a parameter, with a name or without one, has the value, which is in small letters.
  func has(_ value: StaticString, in line: Span<UInt8>) -> Bool {
    parameters.contains { line.isName(value, $0.value) }
  }

  /// The value of the parameter `name`, which is in small letters.
  func parameter(_ name: StaticString, in line: Span<UInt8>) -> Range<Int>? {
    parameters.first { line.isName(name, $0.name) }?.value
  }
}

extension Span<UInt8> {
  fileprivate func trimmingQuotes(_ range: Range<Int>) -> Range<Int> {
    let quote = UInt8(ascii: "\"")
    guard range.count >= 2, self[range.lowerBound] == quote, self[range.upperBound - 1] == quote
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
