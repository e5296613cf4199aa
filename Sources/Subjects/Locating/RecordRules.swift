/// What is said of the person of a card in one record.
struct RecordFacts: Hashable, Sendable {
  /// What decides by itself, and how surely.
  var strengths: [SubjectAttribute: Double] = [:]
  /// What does not; names only where nothing speaks against them.
  var weak: Set<SubjectAttribute> = []
  /// What of it is so vague that nothing elsewhere in the document makes it surer: a surname that is a
  /// word or has a title before it, a number that is written as an amount.
  var vague: Set<SubjectAttribute> = []
  /// The kinds of values of somebody else that stand beside its names.
  var conflicts: Set<String> = []
  /// Whether a given name stands beside its surname that is not theirs: a twin has surname and birth date.
  var hasUnlikeGivenName = false
  /// Whether a birth date that is not theirs stands further on in the sentence of a name.
  var hasUnsureBirthDate = false

  var firm: Set<SubjectAttribute> { weak.subtracting(vague) }

  /// Whether every name in the record is somebody else's.
  var hasOnlyOtherNames: Bool {
    !conflicts.isEmpty && !weak.contains(.fullName) && !weak.contains(.surname)
  }
}

/// How sure it is that a record is about the person of the card, and why.
struct RecordJudgement: Hashable, Sendable {
  let verdict: PersonVerdict
  let score: Double
  let reasons: [LocateReason]
}

/// The rules by which a record is judged: strong identifiers decide, combinations raise, a name alone
/// may be somebody else's, a date alone is nothing.
enum RecordRules {
  /// nil where it tells nothing of the person.
  static func judge(_ facts: RecordFacts) -> RecordJudgement? {
    strong(facts) ?? otherPerson(facts) ?? combined(facts) ?? alone(facts)
  }

  private static func strong(_ facts: RecordFacts) -> RecordJudgement? {
    let ranked = facts.strengths.sorted {
      ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
    }
    guard let strongest = ranked.first else { return nil }
    let reasons = ranked.map { LocateReason.identifier($0.key) } + differences(facts)
    // A family shares a telephone: with a number of its own the child is the child.
    if facts.strengths.keys.allSatisfy({ $0 == .phone }), facts.hasOnlyOtherNames {
      return RecordJudgement(verdict: .possiblyAnother, score: 0.5, reasons: reasons)
    }
    return RecordJudgement(verdict: .thisPerson, score: strongest.value, reasons: reasons)
  }

  private static func otherPerson(_ facts: RecordFacts) -> RecordJudgement? {
    guard facts.hasOnlyOtherNames else { return nil }
    // A number that differs may be mistyped where the date is right.
    if facts.weak.contains(.birthDate), !facts.conflicts.contains("name") {
      return RecordJudgement(
        verdict: .possiblyAnother, score: 0.5,
        reasons: [.alone(.birthDate)] + differences(facts))
    }
    return RecordJudgement(verdict: .otherPerson, score: 0.05, reasons: differences(facts))
  }

  private static func combined(_ facts: RecordFacts) -> RecordJudgement? {
    let best = combinations.first { facts.weak.isSuperset(of: $0.attributes) }
    guard let best else { return nil }
    if facts.hasUnlikeGivenName, best.attributes.contains(.surname) {
      return RecordJudgement(
        verdict: .possiblyAnother, score: min(best.score, 0.5),
        reasons: [.together(best.attributes), .differs(kind: PersonKind.name.rawValue)])
    }
    if facts.hasUnsureBirthDate {
      return RecordJudgement(
        verdict: .possiblyAnother, score: min(best.score, 0.6),
        reasons: [.together(best.attributes), .differs(kind: PersonKind.birthDate.rawValue)])
    }
    return RecordJudgement(
      verdict: best.score >= PersonVerdict.leastScoreOfThisPerson ? .thisPerson : .possiblyAnother,
      score: best.score, reasons: [.together(best.attributes)] + differences(facts))
  }

  private static func alone(_ facts: RecordFacts) -> RecordJudgement? {
    let best = singles.first { facts.weak.contains($0.attribute) }
    guard let best else { return nil }
    return RecordJudgement(
      verdict: .possiblyAnother, score: best.score,
      reasons: [.alone(best.attribute)] + differences(facts))
  }

  private static func differences(_ facts: RecordFacts) -> [LocateReason] {
    facts.conflicts.sorted().map { .differs(kind: $0) }
  }

  /// The surest first.
  ///
  /// A family shares surname and address; somebody else may be born on the day.
  private static let combinations: [(attributes: [SubjectAttribute], score: Double)] = [
    ([.fullName, .birthDate], 0.95), ([.fullName, .address], 0.93), ([.fullName, .number], 0.88),
    ([.surname, .birthDate], 0.85), ([.birthDate, .address], 0.85), ([.fullName, .term], 0.8),
    ([.surname, .number], 0.8), ([.birthDate, .number], 0.8), ([.address, .number], 0.75),
    ([.fullName, .email], 0.6), ([.surname, .address], 0.6), ([.surname, .term], 0.4),
    ([.surname, .email], 0.3),
  ]

  private static let singles: [(attribute: SubjectAttribute, score: Double)] = [
    (.fullName, 0.5), (.address, 0.35), (.number, 0.3), (.term, 0.3), (.surname, 0.2),
    (.email, 0.2),
  ]
}

extension PersonVerdict {
  /// From here on a combination tells that it is the person of the card.
  static let leastScoreOfThisPerson = 0.75
}
