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
  /// What masks are made of: for a birth date its one form, since every notation hides other digits.
  package let masked: SensitiveText

  package init(
    attribute: SubjectAttribute, place: Place, value: SensitiveText, masked: SensitiveText? = nil
  ) {
    self.attribute = attribute
    self.place = place
    self.value = value
    self.masked = masked ?? value
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
