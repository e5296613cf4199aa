/// The body of a multipart: its parts, and what stands before, between and behind them.
///
/// Source: RFC 2046, 5.1. The end may be missing, and more parts may follow it.
struct MultipartBody {
  private(set) var parts: [Range<Int>] = []
  /// Text outside of the parts, which programs do not show.
  private(set) var around: [Range<Int>] = []
  /// Whether the last part goes on to the end of the body, where a mark should end it: more may be missing.
  private(set) var isOpen = false

  /// `boundary` as the header says it; nil or a wrong one is looked for in the body.
  init(_ bytes: Span<UInt8>, _ body: Range<Int>, boundary: [UInt8]?) {
    if let boundary, !boundary.isEmpty { split(bytes, body, boundary: boundary) }
    if parts.isEmpty, let boundary = Self.likelyBoundary(bytes, body) {
      around = []
      split(bytes, body, boundary: boundary)
    }
  }

  private mutating func split(_ bytes: Span<UInt8>, _ body: Range<Int>, boundary: [UInt8]) {
    let mark = Array("--".utf8) + boundary
    var position = body.lowerBound
    var start = body.lowerBound
    var isInPart = false
    while let found = bytes.firstPosition(of: mark, in: position..<body.upperBound) {
      position = found + mark.count
      guard found == body.lowerBound || bytes[found - 1].isLineBreak else { continue }
      let line = bytes.line(from: found, to: body.upperBound)
      var rest = bytes.trimmingSpace(
        min(position, line.content.upperBound)..<line.content.upperBound)
      let isEnd = rest.count >= 2 && bytes.hasPrefix("--", at: rest.lowerBound)
      if isEnd { rest = rest.lowerBound + 2..<rest.upperBound }
      guard rest.isEmpty else { continue }
      add(start..<max(start, bytes.lineBreakStart(before: found)), isPart: isInPart)
      isInPart = !isEnd
      start = line.next
      position = max(position, line.next)
    }
    add(start..<body.upperBound, isPart: isInPart)
    isOpen = isInPart
  }

  private mutating func add(_ range: Range<Int>, isPart: Bool) {
    if isPart { parts.append(range) } else if !range.isEmpty { around.append(range) }
  }

  /// What stands behind `--` on the first line with headers of a part below it.
  private static func likelyBoundary(_ bytes: Span<UInt8>, _ body: Range<Int>) -> [UInt8]? {
    var position = body.lowerBound
    while position < body.upperBound {
      let line = bytes.line(from: position, to: body.upperBound)
      let isNamed = bytes.firstPosition(
        of: "ontent-", in: line.next..<min(line.next + 8, body.upperBound))
      if line.content.count > 2, bytes.hasPrefix("--", at: position), isNamed != nil {
        return bytes.bytes(bytes.trimmingSpace(position + 2..<line.content.upperBound))
      }
      position = line.next
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Where the line break directly before `position` begins.
  fileprivate func lineBreakStart(before position: Int) -> Int {
    var start = position
    if start > 0, self[start - 1] == 0x0A { start -= 1 }
    if start > 0, self[start - 1] == 0x0D { start -= 1 }
    return start
  }
}
