internal import Matching

/// Decides which of overlapping candidates are found: one place, one finding.
struct OverlapResolver {
  let vocabulary: Vocabulary

  /// The candidates that compete for the place, and those that got one so far, by number.
  private var contenders: [Int] = []
  private var winners: [Int] = []

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// The numbers of the winners of one cluster of overlapping candidates, by position.
  ///
  /// A kind that another one contains (the postcode of an address) does not compete with it, nor do
  /// lookalikes with a candidate that is settled.
  mutating func winners(of cluster: Range<Int>, in candidates: [Candidate]) -> [Int] {
    contenders.removeAll(keepingCapacity: true)
    for number in cluster where !isSettledLookalike(number, of: cluster, in: candidates) {
      contenders.append(number)
    }
    if contenders.count == 1 { return contenders }
    contenders.sort { candidates[$0].beats(candidates[$1]) }
    winners.removeAll(keepingCapacity: true)
    for number in contenders {
      let isFree = winners.allSatisfy { winner in
        !candidates[winner].range.overlaps(candidates[number].range)
          || contains(candidates[winner], candidates[number])
          || contains(candidates[number], candidates[winner])
      }
      if isFree { winners.append(number) }
    }
    winners.sort { candidates[$0].range.lowerBound < candidates[$1].range.lowerBound }
    return winners
  }

  /// Whether a candidate is a lookalike inside of one that is settled.
  private func isSettledLookalike(
    _ number: Int, of cluster: Range<Int>, in candidates: [Candidate]
  ) -> Bool {
    let pattern = candidates[number].match.patternIndex
    guard !vocabulary.scales[pattern].isReported else { return false }
    let range = candidates[number].range
    for other in cluster where candidates[other].isSettled {
      if candidates[other].range.contains(range) { return true }
    }
    return false
  }

  /// Whether `inner` is a part of `outer` that is reported as well.
  func contains(_ outer: Candidate, _ inner: Candidate) -> Bool {
    guard outer.range.lowerBound <= inner.range.lowerBound,
      inner.range.upperBound <= outer.range.upperBound
    else { return false }
    return vocabulary.scales[outer.match.patternIndex].containedPatterns
      .contains(inner.match.patternIndex)
  }
}
