/// What the labels of a text (headers, keys, element names) let the search leave out.
package struct LabelSupport: Sendable {
  /// An expression for cells: the number of its pattern, and its place among those of the pattern.
  package struct CellExpression: Hashable, Sendable {
    let pattern: Int
    let place: Int

    package init(pattern: Int, place: Int) {
      self.pattern = pattern
      self.place = place
    }
  }

  /// What one label says.
  package struct Label: Sendable {
    /// The patterns that it names.
    var patterns: [Int] = []
    var cellExpressions: [CellExpression] = []
    var settledPatterns: [Int] = []
    var isKnown = false
    var isOfValues = false

    /// A label that names nothing.
    package init() {}

    package init(
      patterns: [Int], cellExpressions: [CellExpression], settledPatterns: [Int], isKnown: Bool,
      isOfValues: Bool
    ) {
      self.patterns = patterns
      self.cellExpressions = cellExpressions
      self.settledPatterns = settledPatterns
      self.isKnown = isKnown
      self.isOfValues = isOfValues
    }
  }

  /// What is kept of a label of the text.
  struct Kept {
    /// Where its part of `named` and `settled` begins; -1 where it is not known to name any kind.
    var row: Int32 = -1
    /// Whether it says which numbers stand below it, so that no other label counts there.
    var isOfValues = false
    /// Its part of `cellExpressions`.
    var firstCell: Int32 = 0
    var cellCount: Int32 = 0
  }

  /// By label.
  private var kept: [Kept] = []
  /// The cell expressions of all labels.
  private var cellExpressions: [CellExpression] = []
  /// By known label and pattern, in one row after the other, whether the label names the pattern.
  private(set) var named: [Bool] = []
  /// In the same order, whether a match of the pattern that is all of a field has its place there,
  /// whatever lookalike stands in it.
  private(set) var settled: [Bool] = []
  private let patternCount: Int

  package init(patternCount: Int) {
    self.patternCount = patternCount
  }

  /// What is kept of the label, which may be none.
  @inline(__always)
  subscript(label: Int32) -> Kept { label >= 0 ? kept[Int(label)] : Kept() }

  /// The cell expressions that apply under a label.
  func cells(of label: Kept) -> ArraySlice<CellExpression> {
    cellExpressions[Int(label.firstCell)..<Int(label.firstCell + label.cellCount)]
  }

  /// Forgets all labels.
  package mutating func removeAll() {
    kept.removeAll(keepingCapacity: true)
    cellExpressions.removeAll(keepingCapacity: true)
    named.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
  }

  /// Whether a match of the pattern that is all of a field under the label needs to fear no lookalike.
  package func settles(_ label: Int, _ pattern: Int) -> Bool {
    kept[label].row >= 0 && settled[Int(kept[label].row) + pattern]
  }

  /// Adds the next label of the layout.
  package mutating func append(_ label: Label) {
    guard label.isKnown else { return kept.append(Kept()) }
    let row = named.count
    kept.append(
      Kept(
        row: Int32(row), isOfValues: label.isOfValues, firstCell: Int32(cellExpressions.count),
        cellCount: Int32(label.cellExpressions.count)))
    cellExpressions += label.cellExpressions
    named.append(contentsOf: repeatElement(false, count: patternCount))
    for pattern in label.patterns { named[row + pattern] = true }
    settled.append(contentsOf: repeatElement(false, count: patternCount))
    for pattern in label.settledPatterns { settled[row + pattern] = true }
  }
}
