/// The quotes around the cells of a table.
package enum CellQuotes {
  private static let single = UInt8(ascii: "'")
  private static let double = UInt8(ascii: "\"")

  /// The quote of a table: single ones where most cells of one of its first two lines stand in them.
  ///
  /// A cell in single quotes ends with one before the delimiter: `'t Hart` is none.
  package static func quote(of text: Span<UInt8>, delimiter: UInt8) -> UInt8 {
    let text = text.extracting(first: 16 << 10)
    var start = text.skippingSpace(from: 0)
    for _ in 0..<2 where start < text.count {
      let end = text.lineEnd(from: start)
      if isQuoted(text, text.trimming(start..<end), delimiter) { return single }
      start = end + 1
    }
    return double
  }

  private static func isQuoted(_ text: Span<UInt8>, _ line: Range<Int>, _ delimiter: UInt8) -> Bool
  {
    var cellCount = 0
    var quotedCount = 0
    var position = line.lowerBound
    while position < line.upperBound {
      cellCount += 1
      if text[position] == single {
        var close = position + 1
        repeat {
          close = text.position(of: single, in: min(close, line.upperBound)..<line.upperBound) + 1
        } while close < line.upperBound && text[close] != delimiter
        guard close <= line.upperBound else { return false }
        quotedCount += 1
        position = close + 1
      } else {
        position = text.position(of: delimiter, in: position..<line.upperBound) + 1
      }
    }
    return quotedCount >= 2 && quotedCount * 2 > cellCount
  }
}
