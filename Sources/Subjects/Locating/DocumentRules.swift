/// What the records of a document say together.
struct DocumentFacts: Sendable {
  /// What decides by itself in one of its records.
  let identifiers: [SubjectAttribute]
  /// What is said in records that are not of somebody else.
  let attributes: Set<SubjectAttribute>
  /// Whether a name of it is somebody else's.
  let hasOtherPerson: Bool
  let hasFewPeople: Bool

  init(records: [(facts: RecordFacts, judgement: RecordJudgement?)], hasFewPeople: Bool) {
    var strengths: [SubjectAttribute: Double] = [:]
    var attributes: Set<SubjectAttribute> = []
    var hasOtherPerson = false
    for (facts, judgement) in records {
      strengths.merge(facts.strengths) { max($0, $1) }
      if judgement?.verdict == .otherPerson {
        hasOtherPerson = true
      } else {
        attributes.formUnion(facts.weak)
      }
    }
    identifiers = strengths.keys.sorted { $0.rawValue < $1.rawValue }
    self.attributes = attributes
    self.hasOtherPerson = hasOtherPerson
    self.hasFewPeople = hasFewPeople
  }
}

/// The rules by which what a document tells elsewhere makes a record surer.
///
/// Only where it tells of few people: in a list of hundreds every name meets every date.
enum DocumentRules {
  /// nil where nothing makes the record surer.
  static func raised(
    _ facts: RecordFacts, _ judgement: RecordJudgement?, isContested: Bool,
    in document: DocumentFacts
  ) -> RecordJudgement? {
    guard document.hasFewPeople, facts.conflicts.isEmpty, judgement?.verdict != .thisPerson,
      !isContested
    else { return nil }
    if !document.identifiers.isEmpty {
      let best = besideIdentifier.first { facts.weak.contains($0.attribute) }
      guard let best else { return nil }
      return raised(best.score, document.identifiers + [best.attribute])
    }
    guard !document.hasOtherPerson else { return nil }
    let best = combinations.first {
      document.attributes.isSuperset(of: $0.attributes)
        && !facts.weak.isDisjoint(with: $0.attributes)
    }
    return best.map { raised($0.score, $0.attributes) }
  }

  private static func raised(
    _ score: Double, _ attributes: [SubjectAttribute]
  ) -> RecordJudgement {
    RecordJudgement(
      verdict: score >= PersonVerdict.leastScoreOfThisPerson ? .thisPerson : .possiblyAnother,
      score: score, reasons: [.inOneDocument(attributes)])
  }

  private static let besideIdentifier: [(attribute: SubjectAttribute, score: Double)] = [
    (.fullName, 0.9), (.birthDate, 0.85), (.address, 0.85), (.number, 0.8), (.surname, 0.8),
  ]

  private static let combinations: [(attributes: [SubjectAttribute], score: Double)] = [
    ([.fullName, .birthDate], 0.85), ([.fullName, .address], 0.8), ([.fullName, .number], 0.8),
    ([.surname, .birthDate], 0.7), ([.birthDate, .address], 0.7), ([.fullName, .term], 0.6),
    ([.surname, .address], 0.5),
  ]
}
