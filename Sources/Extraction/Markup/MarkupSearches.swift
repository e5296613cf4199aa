/// Searches for the ends of comments, declarations and processing instructions.
///
/// What was searched in vain is not searched again, so that openings without ends stay cheap.
struct MarkupSearches {
  enum End: Int {
    /// `-->`
    case comment
    /// `?>`
    case question
    /// `>`
    case angle

    fileprivate var byteCount: Int { 3 - rawValue }
  }

  enum Result {
    /// The content, and where the document goes on behind the end.
    case found(content: Range<Int>, next: Int)
    /// There is no end within 64 KB.
    case isText
    case needsMore
  }

  /// By end: the position before which none begins.
  private var searched = [0, 0, 0]

  /// Moves all positions down by `count`.
  mutating func advance(by count: Int) {
    for index in searched.indices { searched[index] = max(searched[index] - count, 0) }
  }

  /// Looks for `end` from `start` on; `start` never goes back from call to call.
  mutating func find(
    _ end: End, in bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Result {
    let limit = min(bytes.count, start + MarkupTag.byteLimit)
    var position = max(start, searched[end.rawValue]) + end.byteCount - 1
    while position < limit {
      if bytes[position] == UInt8(ascii: ">") {
        let contentEnd = position + 1 - end.byteCount
        let isEnd =
          switch end {
          case .angle: true
          case .question: bytes[position - 1] == UInt8(ascii: "?")
          case .comment:
            bytes[position - 1] == UInt8(ascii: "-") && bytes[position - 2] == UInt8(ascii: "-")
          }
        if isEnd { return .found(content: start..<contentEnd, next: position + 1) }
      }
      position += 1
    }
    searched[end.rawValue] = max(searched[end.rawValue], limit + 1 - end.byteCount)
    return isLast || bytes.count - start >= MarkupTag.byteLimit ? .isText : .needsMore
  }
}
