/// What the search of a block leaves to the search of the next one.
package struct BlockBorder: Sendable {
  /// A match that reaches over the end of the live range.
  struct Reach: Sendable {
    /// The number of its expression among all.
    let number: Int
    let patternIndex: Int
    let expressionIndex: Int
    /// How many bytes behind the live range no other match of the expression may begin.
    let byteCount: Int
  }

  var reaches: [Reach] = []
  /// The numbers of the expressions that were stopped by their match limit, ascending.
  var stopped: [Int] = []

  package init() {}

  /// The border where nothing reaches over, with the same expressions stopped.
  package var withoutReaches: BlockBorder {
    var border = self
    border.reaches.removeAll()
    return border
  }

  /// Whether behind this border another search of a block may find something else than the one that
  /// began behind `other`, where nothing reaches over.
  ///
  /// `beginnings` are the matches that it found in the first bytes of the live range, `end` is what
  /// it left.
  package func differs(
    from other: BlockBorder, beginnings: [Match], live: Range<Int>, end: BlockBorder
  ) -> Bool {
    if stopped != other.stopped { return true }
    if !reaches.isEmpty, end.stopped != other.stopped { return true }
    return reaches.contains { reach in
      reach.byteCount > live.count
        || beginnings.contains {
          $0.patternIndex == reach.patternIndex && $0.expressionIndex == reach.expressionIndex
            && $0.range.lowerBound < live.lowerBound + reach.byteCount
        }
    }
  }
}
