internal import Matching

/// Decides which of overlapping candidates are found: one place, one finding.
struct OverlapResolver {
  let vocabulary: Vocabulary

  /// The winners of one cluster of overlapping candidates, by position.
  ///
  /// A kind that another one contains (the postcode of an address) does not compete with it.
  func winners(of cluster: [Candidate]) -> [Candidate] {
    if cluster.count == 1 { return cluster }
    var winners: [Candidate] = []
    for candidate in cluster.sorted(by: { $0.beats($1) }) {
      let isFree = winners.allSatisfy { winner in
        !winner.range.overlaps(candidate.range) || contains(winner, candidate)
          || contains(candidate, winner)
      }
      if isFree { winners.append(candidate) }
    }
    return winners.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether `inner` is a part of `outer` that is reported as well.
  func contains(_ outer: Candidate, _ inner: Candidate) -> Bool {
    vocabulary.scales[outer.match.patternIndex].containedPatterns
      .contains(inner.match.patternIndex)
      && outer.range.lowerBound <= inner.range.lowerBound
      && inner.range.upperBound <= outer.range.upperBound
  }
}
