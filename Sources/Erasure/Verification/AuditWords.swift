/// What the audit log calls the actions on a plan.
package enum AuditAction {
  package static let plan = "erase-plan"
  package static let before = "verify-before"
  package static let after = "verify-after"
}

/// What the audit log calls the facts of them.
package enum AuditFact {
  /// The id of the plan.
  package static let plan = "plan"
  /// What stands for the text of the plan.
  package static let text = "plan-text"
  package static let outcome = "outcome"
  package static let run = "run"
  package static let items = "items"
  package static let problems = "problems"
}

/// How a verification ended; the raw value is the code of reports and of the audit log.
package enum VerificationOutcome: String, Hashable, Sendable {
  case passed
  case failed
  /// Nothing is wrong in what could be read, and not all could be.
  case incomplete

  package init(_ problems: [VerificationProblem]) {
    self =
      problems.isEmpty
      ? .passed : problems.allSatisfy(\.isIncomplete) ? .incomplete : .failed
  }
}
