internal import Matching

/// Decides which of overlapping candidates are found: one place, one finding.
struct OverlapResolver {
  let vocabulary: Vocabulary

  /// The winners of one cluster of overlapping candidates, by position.
  ///
  /// A kind that another one contains (the postcode of an address) does not compete with it, nor do
  /// lookalikes with a candidate that is settled.
  func winners(of cluster: [Candidate]) -> [Candidate] {
    let candidates = withoutSettledLookalikes(cluster)
    if candidates.count == 1 { return candidates }
    var winners: [Candidate] = []
    for candidate in candidates.sorted(by: { $0.beats($1) }) {
      let isFree = winners.allSatisfy { winner in
        !winner.range.overlaps(candidate.range) || contains(winner, candidate)
          || contains(candidate, winner)
      }
      if isFree { winners.append(candidate) }
    }
    return winners.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The candidates without the lookalikes inside of settled ones.
  private func withoutSettledLookalikes(_ cluster: [Candidate]) -> [Candidate] {
    guard cluster.contains(where: \.isSettled) else { return cluster }
    return cluster.filter { candidate in
      vocabulary.scales[candidate.match.patternIndex].isReported
        || !cluster.contains { $0.isSettled && $0.range.contains(candidate.range) }
    }
  }

  /// Whether `inner` is a part of `outer` that is reported as well.
  func contains(_ outer: Candidate, _ inner: Candidate) -> Bool {
    vocabulary.scales[outer.match.patternIndex].containedPatterns
      .contains(inner.match.patternIndex)
      && outer.range.lowerBound <= inner.range.lowerBound
      && inner.range.upperBound <= outer.range.upperBound
  }
}
