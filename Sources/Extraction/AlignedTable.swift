/// Finds tables that people align by spaces, tabs or pipes, going through a text line by line.
///
/// A table has a header of at least two short segments, perhaps a ruler (`---+---`), and rows
/// with as many segments, which by spaces stand below those of the header. It counts from its
/// second row, or from its first behind a ruler, and ends at a blank line or after three lines
/// in a row that do not fit.
struct AlignedTable {
  /// What a line turned out to be.
  enum Step {
    /// No row of a table, or not known yet.
    case none
    /// The row that makes it a table: `pending` is the row before it, if there is one.
    case firstRow
    case row
  }

  /// The longest line that can be part of a table, in bytes.
  static let longestLine = 4096

  private var stage = Stage.none
  private var separator = AlignedTableLine.Separator.spaces
  private var headerColumns: [Range<Int>] = []
  private var hasRuler = false
  private var misfitCount = 0
  /// The header of each column, empty where it has none.
  private(set) var header: [[UInt8]] = []
  /// The last line that was taken, in segments.
  private(set) var line = AlignedTableLine()
  /// The first row, kept until a second one shows that it was one.
  private(set) var pending: Row?

  struct Row {
    /// Where its line begins in the text.
    var start: Int
    var segments: [AlignedTableLine.Segment]
  }

  private enum Stage {
    case none, header, firstRow, rows
  }

  /// Whether no header was seen: a line of one segment then changes nothing.
  var isIdle: Bool { stage == .none }

  /// Takes the next line, without its line feed.
  mutating func take(_ range: Range<Int>, of text: Span<UInt8>) -> Step {
    guard stage != .none else {
      begin(range, of: text)
      return .none
    }
    let content = text.trimming(range)
    if content.isEmpty {
      end()
      return .none
    }
    if text.isRuler(content) {
      hasRuler = true
      return .none
    }
    line.split(range, in: text, at: separator)
    guard fits else {
      misfitCount += 1
      if stage != .rows || misfitCount > 2 { begin(range, of: text) }
      return .none
    }
    misfitCount = 0
    switch stage {
    case .rows: return .row
    case .header where !hasRuler:
      pending = Row(start: range.lowerBound, segments: line.segments)
      stage = .firstRow
      return .none
    case .none, .header, .firstRow:
      stage = .rows
      return .firstRow
    }
  }

  /// Ends the table, at a line that is no part of any.
  mutating func end() {
    stage = .none
    pending = nil
  }

  /// Forgets the pending row, once it was given out.
  mutating func dropPending() {
    pending = nil
  }

  /// Moves the positions down that refer to the text, the front of which was dropped.
  mutating func movePositions(down count: Int) {
    guard pending != nil else { return }
    pending?.start -= count
    for index in pending?.segments.indices ?? 0..<0 {
      guard let range = pending?.segments[index].range else { continue }
      pending?.segments[index].range = (range.lowerBound - count)..<(range.upperBound - count)
    }
  }

  /// Begins anew with a line that may be a header.
  private mutating func begin(_ range: Range<Int>, of text: Span<UInt8>) {
    end()
    guard let separator = AlignedTableLine.separator(of: range, in: text) else { return }
    line.split(range, in: text, at: separator)
    guard line.segments.count >= 2,
      line.segments.allSatisfy({ $0.range.isEmpty || text.mayBeHeader($0.range) }),
      line.segments.contains(where: { !$0.range.isEmpty })
    else { return }
    self.separator = separator
    stage = .header
    hasRuler = false
    misfitCount = 0
    headerColumns = line.segments.map(\.columns)
    header = line.segments.map { segment in segment.range.map { text[$0] } }
  }

  /// Whether the line has a segment for each of the header.
  private var fits: Bool {
    guard line.segments.count == headerColumns.count else { return false }
    guard separator == .spaces else { return true }
    return zip(line.segments, headerColumns).allSatisfy { $0.columns.overlaps($1) }
  }
}

extension Span<UInt8> {
  /// Whether `content` only draws a line: `-----`, `====`, `|---|:--:|`, `+----+----+`.
  fileprivate func isRuler(_ content: Range<Int>) -> Bool {
    var strokeCount = 0
    for position in content {
      switch self[position] {
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): strokeCount += 1
      case UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "),
        UInt8(ascii: "\t"):
        continue
      default: return false
      }
    }
    return strokeCount >= 3
  }

  /// Whether a segment is short, has a letter or `#`, has at most three digits, and is no key
  /// before its value (`BSN:`).
  fileprivate func mayBeHeader(_ range: Range<Int>) -> Bool {
    guard characterCount(range) <= 48, self[range.upperBound - 1] != UInt8(ascii: ":") else {
      return false
    }
    var digitCount = 0
    var hasLetter = false
    for position in range {
      switch self[position] {
      case 0x30...0x39: digitCount += 1
      case 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "#"): hasLetter = true
      default: continue
      }
    }
    return hasLetter && digitCount < 4
  }
}
