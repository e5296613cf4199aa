/// Joins what stands in the boxes of a form: letters and digits of a line that were drawn one by one,
/// at one distance from each other, become one run.
///
/// Boxes come in groups (`14` `03` `1985`), with a sign between them at most; the groups of a value have
/// a space between them. What only counts (`1 2 3`), what is the same letter each time, and the cells of
/// columns with headers of their own stay apart.
struct PDFBoxes {
  private(set) var runs: [PDFTextRun]
  private(set) var text: [UInt8]
  /// The columns that were found to be none of boxes.
  private var columns: [PDFBoxGroup] = []
  /// The lines, runs and columns above that are looked at, on one page, for headers of columns.
  private var lineBudget = 4_000_000

  /// The characters of a value, of one with letters only and of any.
  private static let letterCounts = 4...64
  private static let valueCounts = 6...64
  /// How many lines above a value a header of its columns may stand.
  private static let headerDistance = 5.0

  init(_ runs: [PDFTextRun], _ text: [UInt8]) {
    self.runs = runs
    self.text = text
  }

  /// Joins the boxes of all lines.
  mutating func join(in lines: inout [PDFTextLine]) {
    for number in lines.indices where lines[number].runs.count >= Self.letterCounts.lowerBound {
      let values = values(of: lines[number])
      // From the right, so that the places of those before stay as they are.
      for value in values.reversed() where isValue(value, in: lines, below: number) {
        lines[number].replace(value.runs, with: add(value, of: lines[number]))
      }
    }
  }

  // MARK: Groups

  private struct Value {
    var groups: [PDFBoxGroup]
    /// Its runs by their places in the line.
    var runs: Range<Int>
    var characterCount: Int
  }

  /// The rows of boxes of a line, each with the groups that belong to it.
  private func values(of line: PDFTextLine) -> [Value] {
    var values: [Value] = []
    var place = 0
    while place < line.runs.count {
      guard let group = group(at: place, in: line) else {
        place += 1
        continue
      }
      place = group.places.upperBound
      if var value = values.last, let last = value.groups.last, last.isFollowed(by: group),
        value.runs.upperBound == group.places.lowerBound
          || value.runs.upperBound + 1 == group.places.lowerBound
            && isSign(line.runs[value.runs.upperBound])
      {
        value.groups.append(group)
        value.runs = value.runs.lowerBound..<group.places.upperBound
        value.characterCount += group.places.count
        values[values.count - 1] = value
      } else {
        values.append(
          Value(groups: [group], runs: group.places, characterCount: group.places.count))
      }
    }
    return values
  }

  /// The boxes that begin at a place of the line; nil where fewer than two do.
  private func group(at place: Int, in line: PDFTextLine) -> PDFBoxGroup? {
    guard place + 1 < line.runs.count, isBox(line.runs[place]), isBox(line.runs[place + 1]),
      var group = PDFBoxGroup(runs[line.runs[place]], runs[line.runs[place + 1]], at: place)
    else { return nil }
    var next = place + 2
    while next < line.runs.count, isBox(line.runs[next]), group.add(runs[line.runs[next]]) {
      next += 1
    }
    // A letter before the boxes stands at another distance.
    if group.places.count == 2, next < line.runs.count, isBox(line.runs[next]),
      runs[line.runs[next]].start - runs[line.runs[next - 1]].start < 0.8 * group.pitch
    {
      return nil
    }
    return group
  }

  /// Whether a run is one letter or digit.
  private func isBox(_ number: Int) -> Bool {
    let range = trimmed(runs[number].range)
    guard let first = range.first, range.count <= 4 else { return false }
    guard text[first] >= 0x80 else { return range.count == 1 && text[first].isLetterOrDigit }
    return range.dropFirst().allSatisfy { text[$0] & 0xC0 == 0x80 } && range.count == 2
  }

  /// Whether a run is a sign between groups of boxes.
  private func isSign(_ number: Int) -> Bool {
    let range = trimmed(runs[number].range)
    guard let first = range.first, range.count == 1 else { return false }
    return text[first] == UInt8(ascii: "-") || text[first] == UInt8(ascii: "/")
      || text[first] == UInt8(ascii: ".")
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, text[first] == 0x20 { range.removeFirst() }
    while let last = range.last, text[last] == 0x20 { range.removeLast() }
    return range
  }

  // MARK: Values

  private mutating func isValue(_ value: Value, in lines: [PDFTextLine], below number: Int) -> Bool
  {
    let line = lines[number]
    let bytes = value.groups.flatMap { group in
      group.places.map { text[trimmed(runs[line.runs[$0]].range).lowerBound] }
    }
    let hasDigit = bytes.contains { $0 &- 0x30 < 10 }
    let counts = hasDigit ? Self.valueCounts : Self.letterCounts
    guard counts.contains(value.characterCount), !bytes.areOneLetter else { return false }
    if bytes.areCounted || value.groups.contains(where: { isColumns($0, in: lines, below: number) })
    {
      columns += value.groups
      return false
    }
    return true
  }

  /// Whether most boxes of a group stand below a header that is as narrow as they are.
  private mutating func isColumns(
    _ group: PDFBoxGroup, in lines: [PDFTextLine], below number: Int
  ) -> Bool {
    guard lineBudget > 0 else { return false }
    lineBudget -= columns.count
    if columns.contains(where: group.stands(below:)) { return true }
    let line = lines[number]
    for above in lines where lineBudget > 0 {
      lineBudget -= 1
      let distance = above.base - line.base
      guard distance > 0.5 * line.height, distance < Self.headerDistance * line.height,
        above.runs.count > 1, above.direction == line.direction
      else { continue }
      lineBudget -= above.runs.count
      let headers = above.runs.filter { trimmed(runs[$0].range).count > 1 }
      let count = group.places.count { place in
        let center = runs[line.runs[place]].center
        return headers.contains {
          abs(runs[$0].center - center) < 0.25 * group.pitch
            && runs[$0].end - runs[$0].start < 1.1 * group.pitch
        }
      }
      if count * 3 > group.places.count * 2 { return true }
    }
    return false
  }

  /// Adds a value as a run of its own; returns its number.
  private mutating func add(_ value: Value, of line: PDFTextLine) -> Int {
    let start = text.count
    var last: Int?
    for group in value.groups {
      if let last {
        let isParted = group.places.lowerBound > last
        let sign = isParted ? Array(text[trimmed(runs[line.runs[last]].range)]) : [0x20]
        text += sign
      }
      for place in group.places { text += Array(text[trimmed(runs[line.runs[place]].range)]) }
      last = group.places.upperBound
    }
    var run = runs[line.runs[value.runs.lowerBound]]
    run.range = start..<text.count
    run.end = runs[line.runs[value.runs.upperBound - 1]].end
    run.spacing = 0
    run.isPlaced = true
    runs.append(run)
    return runs.count - 1
  }
}

extension PDFTextLine {
  /// Puts one run in the place of several.
  fileprivate mutating func replace(_ places: Range<Int>, with number: Int) {
    runs.replaceSubrange(places, with: [number])
  }
}

extension [UInt8] {
  /// Whether each is one more than that before it.
  fileprivate var areCounted: Bool {
    zip(self, dropFirst()).allSatisfy { $1 == $0 &+ 1 || $0 == UInt8(ascii: "9") && $1 == 0x30 }
  }
}
