/// The lines `From …` between the messages of a mailbox.
///
/// Source: RFC 4155; programs write all kinds of senders and dates on them.
enum MailboxLine {
  /// The start of the first such line from `position` on; nil for none.
  ///
  /// An empty line, or the hour on it, tells it from text; and headers follow it.
  static func next(in bytes: Span<UInt8>, from position: Int) -> Int? {
    var position = position
    while let feed = bytes.firstPosition(of: "\nFrom ", in: max(position - 1, 0)..<bytes.count) {
      let start = feed + 1
      position = start + 1
      let line = bytes.line(from: start, to: bytes.count)
      guard isBehindEmptyLine(bytes, start) || hasHour(bytes, line.content) else { continue }
      let headers = MailHeaders(bytes, line.next..<min(line.next + 1024, bytes.count))
      if headers.fields.first.map({ !$0.name.isEmpty && $0.name.lowerBound == line.next }) == true {
        return start
      }
    }
    return nil
  }

  private static func isBehindEmptyLine(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var end = start - 1
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    return end == 0 || bytes[end - 1] == 0x0A
  }

  private static func hasHour(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for position in line where bytes[position] == UInt8(ascii: ":") {
      guard position - 2 >= line.lowerBound, position + 2 < line.upperBound else { continue }
      let digits = [position - 2, position - 1, position + 1, position + 2]
      if digits.allSatisfy({ (0x30...0x39).contains(bytes[$0]) }) { return true }
    }
    return false
  }

  /// Takes the `>` away that mailboxes put before `From ` in texts.
  static func unquoted(_ text: [UInt8]) -> [UInt8] {
    let bytes = text.span
    guard bytes.firstPosition(of: ">From ", in: 0..<bytes.count) != nil else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let next = bytes.line(from: position, to: bytes.count).next
      var start = position
      while start < next, bytes[start] == UInt8(ascii: ">") { start += 1 }
      let isQuoted = start > position && bytes.hasPrefix("From ", at: start)
      output.append(bytes, (isQuoted ? position + 1 : position)..<next)
      position = next
    }
    return output
  }
}
