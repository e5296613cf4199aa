/// The header of an aligned table: the lines that hold it and, behind a ruler, what they become.
///
/// Words over two or three lines above a ruler are joined by column, without a hyphen at the end of
/// the upper one (`Burgerservice-` over `nummer`).
struct AlignedTableHeader {
  private static let lineLimit = 3

  /// The lines directly above, the lowest last, as they are.
  private var lines: [[UInt8]] = []
  /// The name of each column, empty where it has none.
  private(set) var names: [[UInt8]] = []
  /// The characters that the header of each column takes in its line, from 0.
  private(set) var columns: [Range<Int>] = []
  /// The strokes of the ruler, where they tell how far each column reaches; empty otherwise.
  private(set) var strokes: [Range<Int>] = []

  /// Whether the header of each column is the name of a field.
  var areFieldNames: Bool {
    names.allSatisfy { DelimitedHeaderCell($0.span, $0.indices).isFieldName }
  }

  /// Whether more than half of the headers, three at least, are names of fields.
  var areMostlyFieldNames: Bool {
    let count = names.count { DelimitedHeaderCell($0.span, $0.indices).isFieldName }
    return count >= 3 && count * 2 > names.count
  }

  /// The same header with each word of its only line as a column; nil for several lines.
  var words: AlignedTableHeader? {
    guard lines.count == 1 else { return nil }
    var words = self
    words.names = []
    words.columns = []
    for (name, column) in zip(names, columns) {
      var start = column.lowerBound
      for word in name.split(separator: 0x20, omittingEmptySubsequences: false) {
        let end = start + word.span.characterCount(0..<word.count)
        if !word.isEmpty {
          words.names.append(Array(word))
          words.columns.append(start..<end)
        }
        start = end + 1
      }
    }
    return words
  }

  mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
    strokes.removeAll(keepingCapacity: true)
  }

  /// Puts a line below those that there are; its segments are the columns now.
  mutating func add(
    _ range: Range<Int>, of text: Span<UInt8>, _ segments: [AlignedTableLine.Segment]
  ) {
    if lines.count == Self.lineLimit { lines.removeFirst() }
    lines.append(range.map { text[$0] })
    columns = segments.map { $0.columns }
    names = segments.map { segment in segment.range.map { text[$0] } }
  }

  /// Joins the lines by column above the ruler in `range`.
  mutating func join(
    above range: Range<Int>, of text: Span<UInt8>, at separator: AlignedTableLine.Separator
  ) {
    var line = AlignedTableLine()
    if separator == .spaces {
      let strokes = text.strokes(range)
      let lowest = lines.last ?? []
      if strokes.count >= 2, line.cut(lowest.indices, in: lowest.span, at: strokes) {
        self.strokes = strokes
        columns = strokes
        names = Array(repeating: [], count: strokes.count)
        for bytes in lines where line.cut(bytes.indices, in: bytes.span, at: strokes) {
          for (index, segment) in line.segments.enumerated() {
            names[index].join(bytes[segment.range])
          }
        }
        return
      }
    }
    guard lines.count > 1 else { return }
    let parts = lines.map { bytes in
      line.split(bytes.indices, in: bytes.span, at: separator)
      return line.segments.map { ($0.columns, bytes[$0.range]) }
    }
    guard let widest = parts.max(by: { $0.count < $1.count }) else { return }
    columns = widest.map { $0.0 }
    names = Array(repeating: [], count: columns.count)
    let isAligned = separator == .spaces
    for part in parts where isAligned || part.count == columns.count {
      for (index, (segment, name)) in part.enumerated() {
        let below = isAligned ? columns.indices.filter { columns[$0].overlaps(segment) } : [index]
        // What stands over several columns is a title of them all.
        if below.count == 1 { names[below[0]].join(name) }
      }
    }
  }
}

extension [UInt8] {
  /// Appends the lower part of a name.
  fileprivate mutating func join(_ part: ArraySlice<UInt8>) {
    guard !part.isEmpty else { return }
    if last == UInt8(ascii: "-") { removeLast() } else if !isEmpty { append(0x20) }
    append(contentsOf: part)
  }
}

extension Span<UInt8> {
  /// The characters that each stroke of a ruler takes in its line.
  fileprivate func strokes(_ range: Range<Int>) -> [Range<Int>] {
    var strokes: [Range<Int>] = []
    var start: Int?
    for position in range {
      let isStroke =
        self[position] == UInt8(ascii: "-") || self[position] == UInt8(ascii: "=")
        || self[position] == UInt8(ascii: "_")
      let column = position - range.lowerBound
      if isStroke, start == nil { start = column }
      if !isStroke, let first = start {
        strokes.append(first..<column)
        start = nil
      }
    }
    if let start { strokes.append(start..<range.count) }
    return strokes
  }
}
