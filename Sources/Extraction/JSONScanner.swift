/// Scans JSON in one pass that can stop and go on at any byte.
struct JSONScanner: MarkupScanning {
  /// What the next byte is part of.
  enum Place {
    case between
    case string(quote: UInt8)
    /// A number, a literal, a key without quotes, or text that is no JSON.
    case bare
    case lineComment, blockComment
  }

  private static let keysOfColumns: Set<[UInt8]> = Set(
    ["columns", "columnNames", "column_names", "header", "headers", "fields", "kolommen", "velden"]
      .map { Array($0.utf8) })

  var text = MarkupText()
  var isMalformed = false

  let isLines: Bool
  var path = JSONPath()
  var token = JSONToken()
  var place = Place.between
  /// The line of the source, from 1.
  var line = 1
  /// Whether nothing but the end of a line came directly before.
  private var isAtLineStart = true
  /// Whether the value is the argument of a call such as `ISODate("…")`.
  private var isInCall = false

  init(isLines: Bool) {
    self.isLines = isLines
  }

  mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    var position = 0
    while position < bytes.count {
      let start = position
      switch place {
      case .between: position = scanBetween(bytes, from: position, isLast: isLast)
      case .string(let quote):
        position = scanString(bytes, from: position, quote: quote, isLast: isLast)
      case .bare: position = scanBare(bytes, from: position, isLast: isLast)
      case .lineComment: position = scanLineComment(bytes, from: position)
      case .blockComment: position = scanBlockComment(bytes, from: position, isLast: isLast)
      }
      if position == start, case .between = place { break }
      if position == start, !isLast, needsMore(bytes.count - position) { break }
    }
    if isLast { end() }
    return position
  }
}
