import ScanModel

/// Scans JSON in one pass that can stop and go on at any byte.
///
/// The functions that scan a place return the position up to which they came, or nil where they
/// need more bytes to take another step.
struct JSONScanner: TreeScanning {
  /// What the next byte is part of.
  enum Place {
    case between
    case string(quote: UInt8)
    /// A number, a literal, a key without quotes, or text that is no JSON.
    case bare
    case lineComment, blockComment
  }

  var text = TreeText()
  var isMalformed = false

  let isLines: Bool
  var path = JSONPath()
  var token = JSONToken()
  var place = Place.between
  /// The line of the source, from 1.
  var line = 1
  /// Whether the value is the argument of a call such as `ISODate("…")`.
  var isInCall = false
  /// Whether the end of a line came directly before.
  private var isAtLineStart = true
  /// What a plain string ends at: its quote, an escape or a line feed.
  var stringMarks = MarkSearch(
    for: UInt8(ascii: "\""), or: UInt8(ascii: "\n"), or: UInt8(ascii: "\\"))

  /// What a line of text among lines of JSON ends at, or what may begin JSON in it.
  var lineMarks = MarkSearch(
    for: UInt8(ascii: "\n"), or: UInt8(ascii: "{"), or: UInt8(ascii: "\""))

  init(isLines: Bool) {
    self.isLines = isLines
  }

  mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    var position = 0
    while position < bytes.count {
      let next =
        switch place {
        case .between: scanBetween(bytes, from: position, isLast: isLast)
        case .string(let quote):
          scanString(bytes, from: position, quote: quote, isLast: isLast)
        case .bare: scanBare(bytes, from: position, isLast: isLast)
        case .lineComment: scanLineComment(bytes, from: position)
        case .blockComment: scanBlockComment(bytes, from: position, isLast: isLast)
        }
      guard let next else { break }
      position = next
    }
    if isLast { end() }
    stringMarks.advance(by: position)
    lineMarks.advance(by: position)
    return position
  }

  private mutating func scanBetween(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        endLine()
        position += 1
        continue
      }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: ";"): break
      case UInt8(ascii: ")"): isInCall = false
      case UInt8(ascii: ","): advance()
      case UInt8(ascii: ":"): takeColon()
      case UInt8(ascii: "{"), UInt8(ascii: "["): open(isObject: byte == UInt8(ascii: "{"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): close(isObject: byte == UInt8(ascii: "}"))
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        isAtLineStart = false
        if byte == UInt8(ascii: "\""), let end = takeWholeString(bytes, from: position + 1) {
          position = end
          continue
        }
        beginToken()
        place = .string(quote: byte)
        return position + 1
      case UInt8(ascii: "/") where position + 1 == bytes.count && !isLast:
        return position > start ? position : nil
      case UInt8(ascii: "/") where beginComment(bytes, at: position):
        return position + 2
      default:
        if isAtLineStart {
          switch takeTextLine(bytes, from: position, isLast: isLast) {
          case .taken(let end):
            position = end
            continue
          case .cut: return position > start ? position : nil
          case .none: break
          }
        }
        isAtLineStart = false
        if let end = takeWholeWord(bytes, from: position) {
          position = end
          continue
        }
        beginToken()
        place = .bare
        return position
      }
      isAtLineStart = false
      position += 1
    }
    return position
  }

  private mutating func endLine() {
    line += 1
    isAtLineStart = true
    if path.frames.isEmpty { text.breakLine() }
  }

  private mutating func open(isObject: Bool) {
    resolveKey()
    if isObject, isLines, isAtLineStart { path.closeAll() }
    let namesColumns =
      !isObject && path.isInObject && path.expected == .value && token.isNameOfColumns
    if !path.open(isObject: isObject, keyNamesColumns: namesColumns) { isMalformed = true }
    if isObject || path.isInRow { text.breakLine() }
  }

  private mutating func close(isObject: Bool) {
    resolveKey()
    if isObject || path.isInRow { text.breakLine() }
    guard !path.frames.isEmpty else { return }
    if !path.close(isObject: isObject, in: &text) { isMalformed = true }
  }

  private mutating func advance() {
    resolveKey()
    path.advance()
  }

  private mutating func takeColon() {
    guard path.isInObject, path.expected == .colon else { return }
    token.isPendingKey = false
    path.expected = .value
  }

  private mutating func beginComment(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    guard position + 1 < bytes.count else { return false }
    switch bytes[position + 1] {
    case UInt8(ascii: "/"): place = .lineComment
    case UInt8(ascii: "*"): place = .blockComment
    default: return false
    }
    isAtLineStart = false
    text.breakLine()
    text.beginField(label: TextLayout.noLabel, row: line)
    return true
  }

  private mutating func end() {
    switch place {
    case .between: break
    case .string, .bare: endToken()
    case .lineComment, .blockComment: text.endField()
    }
    resolveKey(isAtEnd: true)
    // In lines of a log anything may be open.
    if !isLines, !path.isOutside { isMalformed = true }
  }
}
