package import ScanModel

/// What a store adds to a finding in reports.
package struct FindingMark: Hashable, Sendable {
  /// What it is called on the command line.
  package let id: String
  /// What people have decided about it.
  package let verdict: DecisionVerdict?

  package init(id: String, verdict: DecisionVerdict? = nil) {
    self.id = id
    self.verdict = verdict
  }
}
