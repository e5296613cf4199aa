/// What somebody did with the data of a person, on a line of the audit log.
package struct AuditEntry: Hashable, Sendable {
  /// `locate`, `erase-plan`, `verify-before`, `verify-after`.
  package let action: String
  /// Of the case, never a name.
  package let caseReference: String
  package let author: String
  /// In seconds since 1970, UTC.
  package let time: Int64
  package let reason: String
  /// Facts of the action such as `run`, `plan`, `outcome`; no value of a card.
  package let facts: [Fact]

  package struct Fact: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(
    action: String, caseReference: String, author: String, time: Int64, reason: String,
    facts: [Fact]
  ) {
    self.action = action
    self.caseReference = caseReference
    self.author = author
    self.time = time
    self.reason = reason
    self.facts = facts
  }
}
