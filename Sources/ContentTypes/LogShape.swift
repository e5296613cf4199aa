/// The shape of logs, whose commas and bars are no columns.
enum LogShape {
  /// Whether most of the first lines are entries of a log.
  static func fits(_ text: Span<UInt8>) -> Bool {
    var lineCount = 0
    var entryCount = 0
    var start = 0
    while start < text.count, lineCount < 20 {
      let end = text.lineEnd(from: start)
      let line = text.trimming(start..<end)
      if !line.isEmpty {
        lineCount += 1
        if isEntry(text, line) { entryCount += 1 }
      }
      start = end + 1
    }
    return entryCount * 10 >= lineCount * 6 && entryCount >= 2
  }

  private static func isEntry(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if isAccess(text, line) || isSyslog(text, line.lowerBound) { return true }
    guard let end = timestampEnd(text, line.lowerBound) else { return false }
    return hasLevel(text, end..<line.upperBound)
  }

  /// A line of a web server: a request in quotes, with the version of HTTP.
  private static func isAccess(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var position = text.position(of: UInt8(ascii: "H"), in: line)
    while position < line.upperBound {
      if position > line.lowerBound,
        text.has(" HTTP/1.", at: position - 1) || text.has(" HTTP/2", at: position - 1)
      {
        return true
      }
      position = text.position(of: UInt8(ascii: "H"), in: position + 1..<line.upperBound)
    }
    return false
  }

  /// `Jan  1 12:00:00 host`.
  private static func isSyslog(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard text.count - start > 16, text[start].isLetter, text.has(" ", at: start + 3) else {
      return false
    }
    return text.has(":", at: start + 9) && text.has(":", at: start + 12)
      && text.has(" ", at: start + 15) && text[start + 14].isDigit
  }

  /// The end of `2024-01-31 12:00:00,123`, `31-01-2024 12:00` and the like, with a space or a
  /// bracket behind it; nil for none.
  private static func timestampEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var position = start
    if text.has("[", at: position) { position += 1 }
    var digitCount = 0
    var colonCount = 0
    let first = position
    while position < text.count, position - first < 36 {
      switch text[position] {
      case 0x30...0x39: digitCount += 1
      case UInt8(ascii: ":"): colonCount += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "+"),
        UInt8(ascii: "T"), UInt8(ascii: "Z"):
        break
      case UInt8(ascii: ",") where colonCount == 2: break
      case UInt8(ascii: " ") where colonCount == 0: break
      default:
        guard text[position] == UInt8(ascii: " ") || text[position] == UInt8(ascii: "]") else {
          return nil
        }
        return digitCount >= 6 && colonCount >= 1 ? position : nil
      }
      position += 1
    }
    return nil
  }

  private static func hasLevel(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for position in range.prefix(100) where !text[position - 1].isLetter {
      if levels.contains(where: { text.has($0, at: position) }) { return true }
    }
    return false
  }

  private static let levels: [StaticString] = [
    "INFO", "WARN", "ERROR", "DEBUG", "TRACE", "FATAL", "NOTICE", "CRITICAL", "SEVERE", "Info",
    "Warning", "Error", "info", "warn", "error", "debug",
  ]
}
