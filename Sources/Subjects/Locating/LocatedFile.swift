package import ScanModel

/// How sure it is that data are about the person of the card; the raw value is the code of reports.
package enum PersonVerdict: String, Hashable, Sendable, CaseIterable, Comparable {
  /// A strong identifier, or a combination that only this person has.
  case thisPerson = "this-person"
  /// A name or a weak sign alone: it may be somebody else.
  case possiblyAnother = "possibly-another"
  /// The name with another BSN or birth date beside it.
  case otherPerson = "other-person"

  /// The surest first.
  package static func < (left: PersonVerdict, right: PersonVerdict) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .thisPerson: 0
    case .possiblyAnother: 1
    case .otherPerson: 2
    }
  }
}

/// Why a verdict was given.
package enum LocateReason: Hashable, Sendable {
  /// An identifier that decides by itself.
  case identifier(SubjectAttribute)
  /// These together, in one record.
  case together([SubjectAttribute])
  /// These in one document, not in one record.
  case inOneDocument([SubjectAttribute])
  /// Nothing but this.
  case alone(SubjectAttribute)
  /// A value of this kind of somebody else stands beside the name: `bsn`, `date-of-birth`.
  case differs(kind: String)
}

/// A place where something of the card stands.
package struct Mention: Hashable, Sendable {
  package let attribute: SubjectAttribute
  package let place: Place
  /// As written in the document.
  package let value: SensitiveText

  package init(attribute: SubjectAttribute, place: Place, value: SensitiveText) {
    self.attribute = attribute
    self.place = place
    self.value = value
  }
}

/// A row, a line or a passage with mentions of one card.
package struct LocatedRecord: Hashable, Sendable {
  package let verdict: PersonVerdict
  /// 0 to 1.
  package let score: Double
  package let reasons: [LocateReason]
  /// In the order of the document.
  package let mentions: [Mention]

  package init(
    verdict: PersonVerdict, score: Double, reasons: [LocateReason], mentions: [Mention]
  ) {
    self.verdict = verdict
    self.score = score
    self.reasons = reasons
    self.mentions = mentions
  }
}

/// A document, message or member of a file with mentions of one card.
package struct LocatedDocument: Hashable, Sendable {
  /// From the file to it; empty for the file itself.
  package let part: [DocumentPart]
  package let verdict: PersonVerdict
  /// 0 to 1.
  package let score: Double
  package let reasons: [LocateReason]
  /// In the order of the document; the text they lie in is behind `part` (sheet, page, section).
  package let records: [(text: [DocumentPart], record: LocatedRecord)]

  package init(
    part: [DocumentPart], verdict: PersonVerdict, score: Double, reasons: [LocateReason],
    records: [(text: [DocumentPart], record: LocatedRecord)]
  ) {
    self.part = part
    self.verdict = verdict
    self.score = score
    self.reasons = reasons
    self.records = records
  }

  package static func == (left: LocatedDocument, right: LocatedDocument) -> Bool {
    left.part == right.part && left.verdict == right.verdict && left.score == right.score
      && left.reasons == right.reasons && left.records.elementsEqual(right.records, by: ==)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(part)
    hasher.combine(verdict)
    hasher.combine(score)
  }
}

/// A file with data of one card.
package struct LocatedFile: Sendable {
  /// The place of the card among those that are searched for, from 0.
  package let card: Int
  /// How the file ended, with its path, facts, digest and type.
  package let record: FileRecord
  /// The surest of its documents.
  package let verdict: PersonVerdict
  package let score: Double
  package let documents: [LocatedDocument]
  /// How many other people's data lie in the file: distinct BSNs, or where there are none distinct
  /// e-mail addresses or names, whichever are more; an estimate.
  package let otherPeopleCount: Int

  package init(
    card: Int, record: FileRecord, verdict: PersonVerdict, score: Double,
    documents: [LocatedDocument], otherPeopleCount: Int
  ) {
    self.card = card
    self.record = record
    self.verdict = verdict
    self.score = score
    self.documents = documents
    self.otherPeopleCount = otherPeopleCount
  }
}
