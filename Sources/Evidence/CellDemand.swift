internal import PatternCatalog

/// What an expression for cells demands of its label and of a cell beside it: a street is one under
/// `Straat`, where its house number has a column of its own.
struct CellDemand: Sendable {
  let pattern: Int
  /// The number of the expression as matches tell it.
  let expression: Int
  /// What the label of the cell is or ends with.
  let under: LabelEndings
  /// What the label of a number beside it is or ends with.
  let beside: LabelEndings
  /// The same of a number in the cell that comes next.
  let behind: LabelEndings

  /// All of a catalog; few expressions have one.
  static func all(in catalog: PatternCatalog) -> [CellDemand] {
    catalog.patterns.enumerated().flatMap { number, pattern in
      pattern.cellExpressions.enumerated().compactMap { place, expression in
        guard !expression.neighbours.isEmpty else { return nil }
        return CellDemand(
          pattern: number, expression: pattern.expressions.count + place,
          under: LabelEndings(expression.labels), beside: LabelEndings(expression.neighbours),
          behind: LabelEndings(expression.followers))
      }
    }
  }

  /// Whether it is that of an expression of a pattern, given as matches tell it.
  func isMade(by pattern: Int, _ expression: Int) -> Bool {
    self.pattern == pattern && self.expression == expression
  }
}
