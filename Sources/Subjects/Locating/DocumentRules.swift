/// What the records of a document say together.
struct DocumentFacts: Sendable {
  /// What decides by itself in one of its records.
  let identifiers: [SubjectAttribute]
  /// What is said in records that are not of somebody else.
  let attributes: Set<SubjectAttribute>
  /// The fields of the records that decide by themselves, and those that come in several records.
  let listedFields: Set<String>
  /// Whether rows of it have several columns without headers.
  let hasBareColumns: Bool
  /// Whether a name of it is somebody else's.
  let hasOtherPerson: Bool
  let hasFewPeople: Bool

  init(records: [RecordReader.Reading], hasFewPeople: Bool) {
    var strengths: [SubjectAttribute: Double] = [:]
    var attributes: Set<SubjectAttribute> = []
    var hasOtherPerson = false
    var fields: Set<String> = []
    var listedFields: Set<String> = []
    for record in records {
      let facts = record.facts
      strengths.merge(facts.strengths) { max($0, $1) }
      if record.judgement?.verdict == .otherPerson {
        hasOtherPerson = true
      } else {
        attributes.formUnion(facts.firm)
      }
      listedFields.formUnion(
        facts.strengths.isEmpty ? record.fields.intersection(fields) : record.fields)
      fields.formUnion(record.fields)
    }
    self.listedFields = listedFields
    hasBareColumns = records.contains { $0.columns == .several }
    identifiers = strengths.keys.sorted { $0.rawValue < $1.rawValue }
    self.attributes = attributes
    self.hasOtherPerson = hasOtherPerson
    self.hasFewPeople = hasFewPeople
  }

  /// Whether a record with such columns is a row of a list.
  func lists(_ columns: RecordColumns) -> Bool {
    switch columns {
    case .none: false
    case .named, .several: true
    case .first: hasBareColumns
    }
  }
}

/// The rules by which what a document tells elsewhere makes a record surer.
///
/// Only where it tells of few people, for in a list of hundreds every name meets every date; and never
/// in a list, of which every row or group is of somebody else.
enum DocumentRules {
  /// nil where nothing makes the record surer.
  static func raised(
    _ record: RecordReader.Reading, isContested: Bool, in document: DocumentFacts
  ) -> RecordJudgement? {
    let facts = record.facts
    guard document.hasFewPeople, facts.conflicts.isEmpty, !facts.hasUnsureBirthDate,
      record.judgement?.verdict != .thisPerson, !isContested, !document.lists(record.columns),
      record.fields.isDisjoint(with: document.listedFields)
    else { return nil }
    if !document.identifiers.isEmpty {
      let best = besideIdentifier.first { facts.firm.contains($0.attribute) }
      guard let best else { return nil }
      return raised(best.score, document.identifiers + [best.attribute])
    }
    guard !document.hasOtherPerson else { return nil }
    let best = combinations.first {
      document.attributes.isSuperset(of: $0.attributes)
        && !facts.firm.subtracting([.address]).isDisjoint(with: $0.attributes)
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

  /// An address is not among them: others live there too.
  private static let besideIdentifier: [(attribute: SubjectAttribute, score: Double)] = [
    (.fullName, 0.9), (.birthDate, 0.85), (.number, 0.8), (.surname, 0.8),
  ]

  private static let combinations: [(attributes: [SubjectAttribute], score: Double)] = [
    ([.fullName, .birthDate], 0.85), ([.fullName, .address], 0.8), ([.fullName, .number], 0.8),
    ([.surname, .birthDate], 0.7), ([.birthDate, .address], 0.7), ([.fullName, .term], 0.6),
    ([.surname, .address], 0.5),
  ]
}
