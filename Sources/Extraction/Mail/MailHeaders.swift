/// The block of headers at the start of a message or of one of its parts.
///
/// Source: RFC 5322, 2.2. Lines that are neither a header nor folded from one belong to the header
/// above if more headers follow; otherwise the body begins with them.
struct MailHeaders {
  struct Field {
    /// The name, without the colon; empty for the line `From …` of a mailbox.
    var name: Range<Int>
    /// All of the value, folded as it is.
    var value: Range<Int>
  }

  private(set) var fields: [Field] = []
  /// Where the body begins, behind the empty line.
  private(set) var bodyStart: Int

  /// Reads the headers that `range` begins with.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    bodyStart = range.upperBound
    while position < range.upperBound {
      let line = bytes.line(from: position, to: range.upperBound)
      if line.content.isEmpty {
        bodyStart = line.next
        return
      }
      switch Self.kind(of: line.content, in: bytes) {
      case .header(let colon):
        fields.append(
          Field(
            name: bytes.trimmingSpace(position..<colon), value: colon + 1..<line.content.upperBound)
        )
      case .mailboxLine where fields.isEmpty:
        fields.append(Field(name: position..<position, value: line.content))
      case .folded where !fields.isEmpty:
        fields[fields.count - 1].value =
          fields[fields.count - 1].value.lowerBound..<line.content.upperBound
      case .blank where !Self.goOn(bytes, from: line.next, to: range.upperBound):
        bodyStart = line.next
        return
      case .blank: break
      case .other, .mailboxLine, .folded:
        guard !fields.isEmpty, Self.isHeader(bytes, from: line.next, to: range.upperBound) else {
          bodyStart = position
          return
        }
        fields[fields.count - 1].value =
          fields[fields.count - 1].value.lowerBound..<line.content.upperBound
      }
      position = line.next
    }
  }

  /// The value of the first header `name`, which is in small letters, on one line; nil for none.
  func value(of name: StaticString, in bytes: Span<UInt8>) -> [UInt8]? {
    for field in fields where bytes.isName(name, field.name) {
      return HeaderText.unfolded(bytes, field.value)
    }
    return nil
  }

  private enum Line {
    case header(colon: Int)
    case folded, blank, mailboxLine, other
  }

  private static func kind(of line: Range<Int>, in bytes: Span<UInt8>) -> Line {
    let first = bytes[line.lowerBound]
    if first == 0x20 || first == 0x09 {
      return bytes.trimmingSpace(line).isEmpty ? .blank : .folded
    }
    if bytes.hasPrefix("From ", at: line.lowerBound)
      || bytes.hasPrefix(">From ", at: line.lowerBound)
    {
      return .mailboxLine
    }
    guard let colon = colon(of: line, in: bytes) else { return .other }
    return .header(colon: colon)
  }

  private static func colon(of line: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    var isBehindName = false
    for position in line {
      let byte = bytes[position]
      if byte == UInt8(ascii: ":") { return position > line.lowerBound ? position : nil }
      if byte == 0x20 || byte == 0x09 {
        isBehindName = true
      } else if isBehindName || !(0x21...0x7E).contains(byte) || position - line.lowerBound > 126 {
        return nil
      }
    }
    return nil
  }

  /// Whether headers go on at `start`, perhaps behind a few folded lines.
  private static func goOn(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var position = start
    for _ in 0..<8 where position < end {
      let line = bytes.line(from: position, to: end)
      guard !line.content.isEmpty, case .folded = kind(of: line.content, in: bytes) else { break }
      position = line.next
    }
    return isHeader(bytes, from: position, to: end)
  }

  private static func isHeader(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    let line = bytes.line(from: start, to: end).content
    return !line.isEmpty && colon(of: line, in: bytes) != nil
  }
}

extension Span<UInt8> {
  /// Whether `range` is `name`, which is in small letters, in capitals or small letters.
  func isName(_ name: StaticString, _ range: Range<Int>) -> Bool {
    guard name.utf8CodeUnitCount == range.count else { return false }
    for index in 0..<range.count
    where self[range.lowerBound + index].inSmallLetters != name.utf8Start[index] {
      return false
    }
    return true
  }
}
