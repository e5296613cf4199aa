package import PatternCatalog

/// The expressions of a catalog, compiled once and shared by all threads.
package final class CompiledPatterns: Sendable {
  package let catalog: PatternCatalog
  /// Written once in `init`, freed in `deinit`, only read in between.
  nonisolated(unsafe) let expressions: UnsafeBufferPointer<CompiledExpression>
  /// By the length of a run of digits (the last entry: that long and longer), the expressions
  /// whose matches can hold such a run first.
  let expressionsByRunLength: [[Int]]
  /// By byte, the expressions that are anchored at it.
  let expressionsByByte: [[Int]]
  /// Expressions without an anchor: each has a pass of its own.
  let unanchored: [Int]
  /// By number of the pattern, its expressions for whole cells.
  let cellExpressions: [[Int]]
  /// By byte: whether it ends the search for the next anchor.
  let isAnchorByte: [Bool]
  /// The longest lead of an anchor, in bytes.
  let longestLead: Int

  /// Whether anchors are obeyed.
  package enum Search: Sendable {
    /// Matches are sought around anchors only: the way of a scan.
    case anchored
    /// Every expression has a pass of its own: slow, plain, the measure of the other.
    case reference
  }

  static let longestRun = 32

  /// Throws `PatternError` with file and line for an expression that does not compile.
  package init(_ catalog: PatternCatalog, search: Search = .anchored) throws(PatternError) {
    self.catalog = catalog
    var expressions: [CompiledExpression] = []
    do throws(PatternError) {
      for (patternIndex, pattern) in catalog.patterns.enumerated() {
        let all = pattern.expressions + pattern.cellExpressions
        for (index, expression) in all.enumerated() {
          expressions.append(
            try CompiledExpression(
              expression, index: index, of: pattern, patternIndex: patternIndex,
              anchor: search == .anchored ? expression.anchor : nil))
        }
      }
    } catch {
      expressions.forEach { $0.free() }
      throw error
    }
    let owned = UnsafeMutableBufferPointer<CompiledExpression>.allocate(
      capacity: expressions.count)
    _ = owned.initialize(from: expressions)
    self.expressions = UnsafeBufferPointer(owned)
    var byRun = [[Int]](repeating: [], count: Self.longestRun + 1)
    var byByte = [[Int]](repeating: [], count: 256)
    var unanchored: [Int] = []
    var cells = [[Int]](repeating: [], count: catalog.patterns.count)
    var longestLead = 0
    for (number, expression) in expressions.enumerated() {
      if expression.isForCells {
        cells[expression.patternIndex].append(number)
        continue
      }
      switch expression.anchor {
      case .digits(_, let run, let lead):
        for length in byRun.indices where run.contains(max(length, 1)) {
          byRun[length].append(number)
        }
        longestLead = max(longestLead, lead)
      case .byte(let byte, let lead):
        byByte[Int(byte)].append(number)
        longestLead = max(longestLead, lead)
      case nil:
        unanchored.append(number)
      }
    }
    expressionsByRunLength = byRun
    expressionsByByte = byByte
    self.unanchored = unanchored
    cellExpressions = cells
    self.longestLead = longestLead
    isAnchorByte = (0..<256).map { (0x30...0x39).contains($0) || !byByte[$0].isEmpty }
  }
  deinit {
    expressions.forEach { $0.free() }
    expressions.deallocate()
  }
}
