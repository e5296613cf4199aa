/// What a store adds to a finding in reports.
package struct FindingMark: Hashable, Sendable {
  /// What it is called on the command line.
  package let id: String
  /// What people have decided about it: `accepted` or `rejected`.
  package let verdict: String?

  package init(id: String, verdict: String? = nil) {
    self.id = id
    self.verdict = verdict
  }
}
