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
      let field = layout.fields[index]
      if position < field.range.lowerBound {
        searchBetweenFields(position..<field.range.lowerBound, of: text, live: layout.live)
      }
      searchField(
        field, index, of: text, live: layout.live, labels: labels, isTable: false, isTree: false,
        isDocument: false)
      position = field.range.upperBound
    }
    if position < text.count {
      searchBetweenFields(position..<text.count, of: text, live: layout.live)
    }
  }

  private mutating func searchBetweenFields(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, live: Range<Int>
  ) {
    search(Region(range, of: text, live: live, isTree: false))
  }

  /// Searches the fields alone.
  mutating func searchFields(
    _ text: UnsafeBufferPointer<UInt8>, layout: borrowing TextLayout,
    labels: borrowing LabelSupport
  ) {
    let isTable = layout.form == .table
    let isTree = layout.form.hasSiblings
    let isDocument = layout.form == .document
    let live = layout.live
    let fields = layout.fields.span
    for index in fields.indices {
      searchField(
        fields[index], index, of: text, live: live, labels: labels, isTable: isTable,
        isTree: isTree, isDocument: isDocument)
    }
  }

  @inline(__always)
  private mutating func searchField(
    _ field: TextField, _ index: Int, of text: UnsafeBufferPointer<UInt8>, live: Range<Int>,
    labels: borrowing LabelSupport, isTable: Bool, isTree: Bool, isDocument: Bool
  ) {
    let label = labels[field.label]
    if label.cellCount == 0, isQuiet(field.range, in: text, live: live) { return }
    var region = Region(field.range, of: text, live: live, isTree: isTree)
    // In a document an enumeration may go on over paragraphs.
    region.enumerationLimit = isDocument ? 0 : field.range.lowerBound
    region.field = index
    if label.row >= 0 {
      region.namedPatterns = Int(label.row)
      region.countsOnlyNamed =
        label.isOfValues && isTable && field.range.count <= Self.longestValue
    }
    search(region)
    if label.cellCount > 0, live.contains(field.range.lowerBound),
      field.range.count <= Self.longestCell
    {
      region.countsOnlyNamed = false
      seekCells(labels.cells(of: label), in: region)
    }
  }

  /// Runs some expressions for whole cells.
  private mutating func seekCells(
    _ expressions: ArraySlice<LabelSupport.CellExpression>, in region: Region
  ) {
    for expression in expressions {
      seek(
        patterns.cellExpressions[expression.pattern].lowerBound + expression.place, in: region,
        starts: 0...0)
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
