/// What an officer decided about an item: all that is edited in a plan.
package struct ItemDecision: Hashable, Sendable {
  /// nil while undecided.
  package var choice: Choice?
  package var ground: KeepGround?
  package var until: PlanDay?
  package var note: String

  package init(
    _ choice: Choice? = nil, ground: KeepGround? = nil, until: PlanDay? = nil, note: String = ""
  ) {
    self.choice = choice
    self.ground = ground
    self.until = until
    self.note = note
  }

  /// What is to happen; the raw value is what stands in plans.
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    /// The file goes, with all its copies.
    case delete
    /// What is about the person goes; the file stays, with the data of others.
    case passages
    /// The file stays as it is.
    case keep
  }
}

/// Why an item is kept; the raw value is what stands in plans.
package enum KeepGround: String, Hashable, Sendable, CaseIterable {
  /// It is about somebody else.
  case otherPerson = "other-person"
  /// A complaint, objection or lawsuit.
  case procedure
  /// Restriction of processing (art. 18 AVG).
  case restriction
  /// A term that a law sets.
  case retention
  /// Archiefwet: kept for good, or until it is handed over.
  case archiefwet
  /// Another ground, which the note says.
  case other

  package init(_ ground: HoldGround) {
    switch ground {
    case .procedure: self = .procedure
    case .restriction: self = .restriction
    case .retention: self = .retention
    case .archiefwet: self = .archiefwet
    }
  }

  /// Whether a plan must say until when.
  package var needsEnd: Bool {
    switch self {
    case .retention, .restriction, .other: true
    case .otherPerson, .procedure, .archiefwet: false
    }
  }

  /// Whether the note must say why.
  package var needsNote: Bool { self == .other }
}
