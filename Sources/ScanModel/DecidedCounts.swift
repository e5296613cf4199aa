/// How many findings of a run people have decided about, according to the store.
package struct DecidedCounts: Hashable, Sendable {
  /// Personal data that may be where it is.
  package var accepted: Int
  /// No personal data.
  package var rejected: Int

  package init(accepted: Int = 0, rejected: Int = 0) {
    self.accepted = accepted
    self.rejected = rejected
  }

  package mutating func count(_ verdict: DecisionVerdict) {
    switch verdict {
    case .accepted: accepted += 1
    case .rejected: rejected += 1
    }
  }
}
