/// A line taken apart into the segments that stand side by side in it.
struct AlignedTableLine {
  /// What stands between two segments.
  enum Separator: Hashable {
    /// At least two spaces.
    case spaces
    /// One or more tabs, with spaces around them.
    case tabs
    /// `|`; segments may be empty. Boxed lines begin with it, and need not end with it.
    case pipes(isBoxed: Bool)
  }

  struct Segment {
    /// Where it lies in the text, without spaces around it.
    var range: Range<Int>
    /// The characters that it takes in its line, from 0.
    var columns: Range<Int>
  }

  /// The segments from left to right; the array is used again for every line.
  private(set) var segments: [Segment] = []

  /// How the segments of `line` are parted; nil where it has but one.
  ///
  /// A `|` at the ends of a line that has no other draws a border.
  static func separator(of line: Range<Int>, in text: Span<UInt8>) -> Separator? {
    let content = text.trimmingBorders(line)
    var separator: Separator?
    for position in content {
      switch text[position] {
      case UInt8(ascii: "|"):
        return .pipes(isBoxed: text[text.trimming(line).lowerBound] == UInt8(ascii: "|"))
      case UInt8(ascii: "\t"): separator = .tabs
      case UInt8(ascii: " ") where separator == nil && text[position - 1] == UInt8(ascii: " "):
        separator = .spaces
      default: continue
      }
    }
    return separator
  }

  /// Takes `line` apart, which `separator` parts.
  mutating func split(_ line: Range<Int>, in text: Span<UInt8>, at separator: Separator) {
    segments.removeAll(keepingCapacity: true)
    let isDrawn = separator == .spaces || separator == .tabs
    let content = isDrawn ? text.trimmingBorders(line) : text.trimming(line)
    guard !content.isEmpty else { return }
    var column = text.characterCount(line.lowerBound..<content.lowerBound)
    var start = content.lowerBound
    if separator == .pipes(isBoxed: true), text[start] == UInt8(ascii: "|") {
      start += 1
      column += 1
    }
    var position = start
    while position < content.upperBound {
      let length = Self.gapLength(at: position, in: text, content.upperBound, separator)
      if length == 0 {
        position += 1
        continue
      }
      append(start..<position, in: text, column: &column)
      column += length
      position += length
      start = position
    }
    if start < content.upperBound || separator == .pipes(isBoxed: false) {
      append(start..<content.upperBound, in: text, column: &column)
    }
  }

  /// Cuts `line` where the strokes of a ruler begin; returns false where that cuts a word.
  mutating func cut(
    _ line: Range<Int>, in text: Span<UInt8>, at strokes: [Range<Int>]
  ) -> Bool {
    segments.removeAll(keepingCapacity: true)
    var column = 0
    var start = line.lowerBound
    var strokeCount = 0
    for position in line where text[position] & 0xC0 != 0x80 {
      if text[position] == UInt8(ascii: "\t") { return false }
      if strokeCount < strokes.count, column == strokes[strokeCount].lowerBound {
        guard position == line.lowerBound || text[position - 1].isBorder else { return false }
        let before = text.trimmingBorders(start..<position)
        if strokeCount > 0 {
          segments.append(Segment(range: before, columns: strokes[strokeCount - 1]))
        } else if !before.isEmpty {
          return false
        }
        start = position
        strokeCount += 1
      }
      column += 1
    }
    guard strokeCount > 0 else { return false }
    for stroke in strokes[(strokeCount - 1)...] {
      let range = text.trimmingBorders(start..<line.upperBound)
      segments.append(Segment(range: range, columns: stroke))
      start = line.upperBound
    }
    return true
  }

  /// Cuts `line` where `columns` begin, with one blank or more before each.
  ///
  /// Returns false where a segment neither begins nor ends where its column does, where fewer than three
  /// columns hold something, or nothing is a digit.
  mutating func cut(
    _ line: Range<Int>, in text: Span<UInt8>, below columns: [Range<Int>]
  ) -> Bool {
    let empty = line.lowerBound..<line.lowerBound
    var cut = columns.map { Segment(range: empty, columns: $0) }
    var position = line.lowerBound
    var column = 0
    var hasDigit = false
    while position < line.upperBound {
      let start = position
      while position < line.upperBound, !text[position].isBlank {
        hasDigit = hasDigit || (0x30...0x39).contains(text[position])
        position += 1
      }
      guard position > start else {
        position += 1
        column += 1
        continue
      }
      let word = column..<column + text.characterCount(start..<position)
      column = word.upperBound
      guard var index = columns.lastIndex(where: { $0.lowerBound <= word.lowerBound }) else {
        return false
      }
      if index + 1 < columns.count, word.upperBound > columns[index + 1].lowerBound {
        index += 1
        // A number that is wider than its header ends below it.
        guard word.upperBound == columns[index].upperBound else { return false }
      }
      if cut[index].range.isEmpty {
        cut[index] = Segment(range: start..<position, columns: word)
      } else {
        cut[index].range = cut[index].range.lowerBound..<position
        cut[index].columns = cut[index].columns.lowerBound..<word.upperBound
      }
    }
    guard hasDigit, cut.count(where: { !$0.range.isEmpty }) >= 3,
      zip(cut, columns).allSatisfy({
        $0.range.isEmpty || $0.columns.lowerBound == $1.lowerBound
          || $0.columns.upperBound == $1.upperBound
      })
    else { return false }
    segments = cut
    return true
  }

  /// Joins segments that are two spaces apart and stand below the same column.
  mutating func join(below columns: [Range<Int>]) {
    var joined: [Segment] = []
    for segment in segments {
      if let last = joined.last, segment.columns.lowerBound - last.columns.upperBound <= 2,
        let column = columns.lastIndex(where: { $0.lowerBound <= last.columns.lowerBound }),
        column + 1 == columns.count
          || segment.columns.upperBound < columns[column + 1].lowerBound
      {
        joined[joined.count - 1] = Segment(
          range: last.range.lowerBound..<segment.range.upperBound,
          columns: last.columns.lowerBound..<segment.columns.upperBound)
      } else {
        joined.append(segment)
      }
    }
    segments = joined
  }

  /// Whether a segment begins behind where `column` does.
  func reaches(behind column: Range<Int>) -> Bool {
    segments.last.map { $0.columns.lowerBound > column.lowerBound } ?? false
  }

  /// Puts each segment into the column that begins where it does, and nothing into the others; returns
  /// whether all fit and none reaches into the next column.
  mutating func spread(over columns: [Range<Int>]) -> Bool {
    guard segments.count < columns.count, let first = segments.first else { return false }
    let empty = first.range.lowerBound..<first.range.lowerBound
    var spread = columns.map { Segment(range: empty, columns: $0) }
    for segment in segments {
      guard
        let column = columns.firstIndex(where: { $0.lowerBound == segment.columns.lowerBound }),
        column + 1 == columns.count
          || segment.columns.upperBound < columns[column + 1].lowerBound
      else { return false }
      spread[column] = segment
    }
    segments = spread
    return true
  }

  /// The length of the gap that begins at `position`, 0 where none does.
  private static func gapLength(
    at position: Int, in text: Span<UInt8>, _ end: Int, _ separator: Separator
  ) -> Int {
    switch separator {
    case .pipes: return text[position] == UInt8(ascii: "|") ? 1 : 0
    case .spaces, .tabs:
      var last = position
      var hasTab = false
      while last < end, text[last] == UInt8(ascii: " ") || text[last] == UInt8(ascii: "\t") {
        hasTab = hasTab || text[last] == UInt8(ascii: "\t")
        last += 1
      }
      return (separator == .tabs ? hasTab : last - position >= 2) ? last - position : 0
    }
  }

  private mutating func append(_ range: Range<Int>, in text: Span<UInt8>, column: inout Int) {
    let trimmed = text.trimming(range)
    let first = column + text.characterCount(range.lowerBound..<trimmed.lowerBound)
    let last = first + text.characterCount(trimmed)
    segments.append(Segment(range: trimmed, columns: first..<last))
    column = last + text.characterCount(trimmed.upperBound..<range.upperBound)
  }
}

extension Span<UInt8> {
  /// `range` without spaces, tabs and returns at its ends.
  func trimming(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// `range` without blanks at its ends and without a `|` there.
  fileprivate func trimmingBorders(_ range: Range<Int>) -> Range<Int> {
    var content = trimming(range)
    if !content.isEmpty, self[content.lowerBound] == UInt8(ascii: "|") {
      content = trimming(content.lowerBound + 1..<content.upperBound)
    }
    if !content.isEmpty, self[content.upperBound - 1] == UInt8(ascii: "|") {
      content = trimming(content.lowerBound..<content.upperBound - 1)
    }
    return content
  }
}

extension UInt8 {
  fileprivate var isBorder: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "|") }

  fileprivate var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
  }
}
