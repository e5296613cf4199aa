/// A scanner of a text whose lines go on below them.
protocol FoldedLineScanning: TreeScanning {
  var lines: FoldedLines { get set }
  /// The line that is read, on one line.
  var line: [UInt8] { get set }

  /// Puts the line in `range` and those that it goes on in into `line`.
  mutating func unfold(_ bytes: Span<UInt8>, _ range: Range<Int>)

  /// Reads an unfolded line; `number` is where it begins in the source.
  mutating func read(_ line: Span<UInt8>, number: Int)
}

extension FoldedLineScanning {
  mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    var start = 0
    var number = lines.number
    while let end = lines.end(in: bytes, from: start, isLast: isLast) {
      unfold(bytes, start..<end)
      var line: [UInt8] = []
      swap(&line, &self.line)
      read(line.span, number: number)
      swap(&line, &self.line)
      start = end
      number = lines.number
    }
    lines.advance(by: start)
    return start
  }
}
