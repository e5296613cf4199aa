internal import CByteClasses
package import PatternCatalog
package import ScanModel

/// The expressions of a catalog, ready to be searched for and shared by all threads.
package final class CompiledPatterns: Sendable {
  package let catalog: PatternCatalog
  package let search: Search
  let expressions: [CompiledExpression]
  let plan: AnchorPlan
  /// By number of the pattern, its expressions for whole cells.
  let cellExpressions: [Range<Int>]
  let labels: LabelWords
  let classes: TriggerClasses
  /// What is sought beside the kinds of the catalog; nil for nothing.
  package let terms: TermTable?

  /// Whether anchors are obeyed.
  package enum Search: Sendable {
    /// Matches are sought around anchors only: the way of a scan.
    case anchored
    /// Every expression has a pass of its own: slow, plain, the measure of the other.
    case reference
  }

  /// Makes machine code of all expressions at once; throws `ConfigurationError` with file and line for
  /// one that does not compile.
  package convenience init(
    _ catalog: PatternCatalog, search: Search = .anchored, path: TriggerPath = .best,
    terms: [SearchTerm] = []
  ) throws(ConfigurationError) {
    self.init(known: catalog, search: search, path: path, terms: terms)
    for expression in expressions { _ = try expression.machineCode() }
  }

  /// Of a catalog that is known to compile: an expression becomes machine code when it is first tried.
  package init(
    known catalog: PatternCatalog, search: Search = .anchored, path: TriggerPath = .best,
    terms: [SearchTerm] = []
  ) {
    self.catalog = catalog
    self.search = search
    self.terms = terms.isEmpty ? nil : TermTable(terms, path: path)
    var entries: [AnchorPlan.Entry] = []
    var cells: [Range<Int>] = []
    var count = 0
    for (patternIndex, pattern) in catalog.patterns.enumerated() {
      for (index, expression) in pattern.expressions.enumerated() {
        entries.append(
          AnchorPlan.Entry(
            number: count + index, expression, of: patternIndex,
            isLookalike: !pattern.isReported, isPlain: search == .reference))
      }
      count += pattern.expressions.count
      cells.append(count..<count + pattern.cellExpressions.count)
      count += pattern.cellExpressions.count
    }
    cellExpressions = cells
    let plan = AnchorPlan(entries, expressionCount: count)
    self.plan = plan
    var expressions: [CompiledExpression] = []
    for (patternIndex, pattern) in catalog.patterns.enumerated() {
      for (index, expression) in (pattern.expressions + pattern.cellExpressions).enumerated() {
        expressions.append(
          CompiledExpression(
            expression, index: index, of: pattern, patternIndex: patternIndex,
            beginsAtStart: plan.isExact[expressions.count]))
      }
    }
    self.expressions = expressions
    labels = LabelWords(catalog)
    classes = TriggerClasses(plan, path: path)
  }

  /// How the matches of each expression of the pattern are come upon, in the order of its file.
  package func ways(ofPattern index: Int) -> ArraySlice<AnchorPlan.Way> {
    let first = catalog.patterns[..<index].reduce(0) { $0 + $1.expressions.count }
    return plan.ways[first..<first + catalog.patterns[index].expressions.count]
  }
}
