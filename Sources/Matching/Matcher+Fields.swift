internal import ScanModel

// The search of fields, each a subject of its own.

extension Matcher {
  /// Longer cells are sentences, not values, in bytes.
  private static let longestCell = 200

  /// A value with nothing beside it is no longer, in bytes.
  private static let longestValue = 40

  /// Searches the fields and what lies between them.
  mutating func searchRunningText(
    _ text: UnsafeBufferPointer<UInt8>, layout: borrowing TextLayout,
    labels: borrowing LabelSupport
  ) {
    var position = 0
    for index in layout.fields.indices {
      let field = layout.fields[index].range
      if position < field.lowerBound {
        search(
          Region(position..<field.lowerBound, of: text, live: layout.live, isTree: false))
      }
      if !isQuiet(field, in: text, live: layout.live)
        || labels.hasCellPatterns(layout.fields[index].label)
      {
        searchField(
          index, of: text, layout: layout, labels: labels, isTable: false, isTree: false)
      }
      position = field.upperBound
    }
    if position < text.count {
      search(Region(position..<text.count, of: text, live: layout.live, isTree: false))
    }
  }

  /// Searches the fields alone.
  mutating func searchFields(
    _ text: UnsafeBufferPointer<UInt8>, layout: borrowing TextLayout,
    labels: borrowing LabelSupport
  ) {
    let isTable = layout.form == .table
    let isTree = layout.form.hasSiblings
    let live = layout.live
    let fields = layout.fields.span
    for index in fields.indices {
      if isQuiet(fields[index].range, in: text, live: live),
        !labels.hasCellPatterns(fields[index].label)
      {
        continue
      }
      searchField(
        index, of: text, layout: layout, labels: labels, isTable: isTable, isTree: isTree)
    }
  }

  private mutating func searchField(
    _ index: Int, of text: UnsafeBufferPointer<UInt8>, layout: borrowing TextLayout,
    labels: borrowing LabelSupport, isTable: Bool, isTree: Bool
  ) {
    let field = layout.fields[index]
    let label = Int(field.label)
    var region = Region(field.range, of: text, live: layout.live, isTree: isTree)
    region.field = index
    if label >= 0, labels.isKnown[label] {
      region.namedPatterns = label * labels.patternCount
      region.countsOnlyNamed = isTable && field.range.count <= Self.longestValue
    }
    search(region)
    region.countsOnlyNamed = false
    guard labels.hasCellPatterns(field.label), layout.live.contains(field.range.lowerBound),
      field.range.count <= Self.longestCell
    else { return }
    for pattern in labels.cellPatterns[label] {
      for expression in patterns.cellExpressions[pattern] {
        seek(expression, in: region, starts: 0...0)
      }
    }
  }

  /// Whether there is nothing to stop at in a part of the block.
  @inline(__always)
  private func isQuiet(
    _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, live: Range<Int>
  ) -> Bool {
    if range.isEmpty { return true }
    return !triggers.hasTrigger(in: range) && !plan.hasOwnPass
      // Digits of the field before may run on into this one.
      && !text[range.lowerBound].isDigit
      // Of what lies outside, more than triggers counts.
      && live.lowerBound <= range.lowerBound && range.upperBound <= live.upperBound
  }
}
