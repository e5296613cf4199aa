internal import ScanModel
internal import Subjects

extension LocatedFile {
  /// Whether it tells of the person by more than what others share with them: a surname, a birth date
  /// or an address alone may be somebody else's.
  var tellsOfPerson: Bool {
    if verdict == .thisPerson { return true }
    if verdict == .otherPerson { return false }
    return documents.contains { $0.tellsOfPerson } || isCutShort && hasTellingMentions
  }

  /// Where it does, for a report.
  func tellingPlaces(limit: Int) -> (count: Int, places: [FoundPlace]) {
    let entries = documents.flatMap { document in
      document.records.filter { document.verdict == .thisPerson || $0.record.tellsOfPerson }
        .compactMap { entry in
          entry.record.mentions.first.map {
            FoundPlace(parts: document.part + entry.text, place: $0.place)
          }
        }
    }
    return (max(1, entries.count), Array(entries.prefix(limit)))
  }

  /// Whether not all of its documents or records were kept.
  var isCutShort: Bool {
    documentCounts.values.reduce(0, +) > documents.count
      || documents.contains { $0.recordCounts.values.reduce(0, +) > $0.records.count }
  }

  private var hasTellingMentions: Bool {
    mentionCounts.contains { $0.value > 0 && $0.key.isTelling }
  }
}

extension LocatedDocument {
  fileprivate var tellsOfPerson: Bool {
    verdict == .thisPerson || records.contains { $0.record.tellsOfPerson }
  }
}

extension LocatedRecord {
  var tellsOfPerson: Bool {
    switch verdict {
    case .thisPerson: true
    case .possiblyAnother:
      reasons.isEmpty
        ? mentions.contains { $0.attribute.isTelling } : reasons.contains { !$0.isOfMany }
    case .otherPerson: false
    }
  }
}

extension LocateReason {
  /// Whether it says that nothing but what others may have was found.
  fileprivate var isOfMany: Bool {
    if case .alone(let attribute) = self { !attribute.isTelling } else { false }
  }
}

extension SubjectAttribute {
  /// Whether few but the person have it.
  fileprivate var isTelling: Bool {
    switch self {
    case .surname, .birthDate, .address: false
    case .fullName, .bsn, .email, .phone, .iban, .number, .licencePlate, .term: true
    }
  }
}
