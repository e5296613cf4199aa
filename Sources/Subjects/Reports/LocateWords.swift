package import Reporting

extension SubjectAttribute {
  /// What people call it.
  package var phrase: Phrase {
    switch self {
    case .fullName: Phrase("naam", "name")
    case .surname: Phrase("achternaam", "surname")
    case .bsn: Phrase("BSN", "BSN")
    case .birthDate: Phrase("geboortedatum", "birth date")
    case .address: Phrase("adres", "address")
    case .email: Phrase("e-mailadres", "e-mail address")
    case .phone: Phrase("telefoonnummer", "phone number")
    case .iban: Phrase("IBAN", "IBAN")
    case .number: Phrase("nummer", "number")
    case .licencePlate: Phrase("kenteken", "licence plate")
    case .term: Phrase("vrije term", "free term")
    }
  }
}

extension PersonVerdict {
  package var phrase: Phrase {
    switch self {
    case .thisPerson: Phrase("deze persoon", "this person")
    case .possiblyAnother: Phrase("mogelijk een ander", "possibly another person")
    case .otherPerson: Phrase("andere persoon", "other person")
    }
  }
}

extension LocateReason {
  /// The stable code of reports.
  var code: String {
    switch self {
    case .identifier: "identifier"
    case .together: "together"
    case .inOneDocument: "in-one-document"
    case .alone: "alone"
    case .differs: "differs"
    }
  }

  /// What it is about.
  var attributes: [SubjectAttribute] {
    switch self {
    case .identifier(let attribute), .alone(let attribute): [attribute]
    case .together(let attributes), .inOneDocument(let attributes): attributes
    case .differs: []
    }
  }

  /// A clause without capital and full stop.
  var phrase: Phrase {
    switch self {
    case .identifier(let attribute):
      Phrase(
        "\(attribute.phrase.dutch) beslist", "the \(attribute.phrase.english) decides")
    case .together(let attributes):
      Phrase(
        "\(attributes.list.dutch) bij elkaar", "\(attributes.list.english) together")
    case .inOneDocument(let attributes):
      Phrase(
        "\(attributes.list.dutch) in \u{E9}\u{E9}n document",
        "\(attributes.list.english) in one document")
    case .alone(let attribute):
      Phrase("alleen \(attribute.phrase.dutch)", "\(attribute.phrase.english) alone")
    case .differs(let kind):
      switch kind {
      case "bsn": Phrase("er staat een ander BSN bij", "another BSN stands beside it")
      case "date-of-birth":
        Phrase(
          "er staat een andere geboortedatum bij", "another birth date stands beside it")
      default:
        Phrase("de naam gaat anders verder", "it is part of another name")
      }
    }
  }
}

extension [LocateReason] {
  func text(in language: ReportLanguage) -> String {
    map { $0.phrase[language] }.joined(separator: "; ")
  }
}

extension [SubjectAttribute] {
  fileprivate var list: Phrase {
    Phrase(
      map(\.phrase.dutch).joined(separator: " + "), map(\.phrase.english).joined(separator: " + "))
  }
}

extension [SubjectAttribute: Int] {
  /// `BSN 2, naam 1`, the most telling first.
  func text(in language: ReportLanguage) -> String {
    SubjectAttribute.byWeight.compactMap { attribute in
      self[attribute].map { "\(attribute.phrase[language]) \(NumberText(language).grouped($0))" }
    }.joined(separator: ", ")
  }
}

extension SubjectAttribute {
  /// The most telling first.
  static let byWeight: [SubjectAttribute] = [
    .bsn, .iban, .email, .phone, .number, .licencePlate, .birthDate, .address, .fullName, .surname,
    .term,
  ]
}
