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

  /// By label, the cell expressions that apply under it.
  private(set) var cellExpressions: [[CellExpression]] = []
  /// By label, whether any cell expressions apply under it.
  private var hasCells: [Bool] = []
  /// By label, whether it is known to name some kind.
  private(set) var isKnown: [Bool] = []
  /// By label, whether it says which numbers stand below it, so that no other label counts there.
  private(set) var isOfValues: [Bool] = []
  /// By label and pattern, in one row after the other, whether the label names the pattern.
  private(set) var named: [Bool] = []
  /// In the same order, whether a match of the pattern that is all of a field has its place there,
  /// whatever lookalike stands in it.
  private(set) var settled: [Bool] = []
  let patternCount: Int

  package init(patternCount: Int) {
    self.patternCount = patternCount
  }

  /// Whether cell expressions apply under the label, which may be none.
  @inline(__always)
  func hasCellExpressions(_ label: Int32) -> Bool { label >= 0 && hasCells[Int(label)] }

  /// Forgets all labels.
  package mutating func removeAll() {
    cellExpressions.removeAll(keepingCapacity: true)
    hasCells.removeAll(keepingCapacity: true)
    isKnown.removeAll(keepingCapacity: true)
    isOfValues.removeAll(keepingCapacity: true)
    named.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
  }

  /// Whether a match of the pattern that is all of a field under the label needs to fear no lookalike.
  package func settles(_ label: Int, _ pattern: Int) -> Bool {
    settled[label * patternCount + pattern]
  }

  /// Adds the next label of the layout.
  package mutating func append(_ label: Label) {
    cellExpressions.append(label.cellExpressions)
    hasCells.append(!label.cellExpressions.isEmpty)
    isKnown.append(label.isKnown)
    isOfValues.append(label.isOfValues)
    let start = named.count
    named.appendNone(patternCount)
    for pattern in label.patterns { named[start + pattern] = true }
    settled.appendNone(patternCount)
    for pattern in label.settledPatterns { settled[start + pattern] = true }
  }
}

extension [Bool] {
  fileprivate mutating func appendNone(_ count: Int) {
    append(addingCapacity: count) { free in
      for _ in 0..<count { free.append(false) }
    }
  }
}
