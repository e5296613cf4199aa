/// What a person has decided about findings; the raw value is the stable code of reports.
package enum DecisionVerdict: String, Hashable, Sendable, CaseIterable {
  /// Personal data that may be where it is.
  case accepted
  /// No personal data.
  case rejected
}
