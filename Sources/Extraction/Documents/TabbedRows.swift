import ScanModel

/// Rows that tabs part in paragraphs, below a paragraph with the names of their columns, as lists in
/// letters and reports have them.
struct TabbedRows {
  /// Longer paragraphs are no rows, in bytes.
  private static let rowByteLimit = 1000
  /// How many paragraphs in a row may be none within a list.
  private static let misfitLimit = 2

  /// The labels of the columns; empty where no list goes on.
  private var labels: [Int32] = []
  private var misfitCount = 0

  /// Takes the paragraph that ended: the last field of `text`.
  ///
  /// It names columns where most of its parts are names of fields (of two, both) and none holds a digit; a
  /// row below it has as many parts.
  mutating func takeParagraph(of text: inout TreeText) {
    guard let range = text.window.rangeOfFieldAtEnd, range.count <= Self.rowByteLimit,
      text.window.bytes.span.position(of: 0x09, in: range) < range.upperBound
    else { return skip() }
    let parts = text.window.bytes.partsByTabs(range)
    let bytes = text.window.bytes
    if parts.lazy.map({ DelimitedHeaderCell(bytes[$0]) }).nameColumns {
      labels = parts.map { text.labelOfText(in: $0) }
      misfitCount = 0
    } else if !labels.isEmpty, parts.count == labels.count {
      text.window.splitLastField(into: zip(parts, labels).map { (range: $0, label: $1) })
      misfitCount = 0
    } else {
      skip()
    }
  }

  /// Ends the list, as at a table.
  mutating func end() {
    labels.removeAll()
  }

  private mutating func skip() {
    misfitCount += 1
    if misfitCount > Self.misfitLimit { labels.removeAll() }
  }
}

extension [UInt8] {
  /// What stands between tabs in a range, without spaces around it; rows of tabs part like one.
  fileprivate func partsByTabs(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || self[index] == 0x09 {
      var part = start..<index
      while let first = part.first, self[first] == 0x20 { part.removeFirst() }
      while let last = part.last, self[last] == 0x20 { part.removeLast() }
      if !part.isEmpty { parts.append(part) }
      start = index + 1
    }
    return parts
  }
}
