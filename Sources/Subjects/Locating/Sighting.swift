internal import ScanModel

/// A finding that says something of people: of those of the cards, or of somebody else.
struct Sighting: Sendable {
  enum Subject: Hashable, Sendable {
    /// A term of a card.
    case term(SubjectKind)
    /// A kind of the catalog and the cards that have its value.
    case catalog(PersonKind, owners: [Int])
  }

  let subject: Subject
  let part: [DocumentPart]
  let place: Place
  let value: SensitiveText
  let normalized: SensitiveText
  /// Whether a word such as `nr` or `achternaam` says what it is.
  let hasLabel: Bool
  /// Whether it is known to be an address of a function (`info@`).
  let isOfFunction: Bool
  /// Where its value begins in the texts of its file; grows from text to text.
  let offset: Int

  /// nil for a finding that neither tells of a card nor tells people apart.
  init?(_ finding: Finding, values: OwnValues) {
    if let kind = SubjectKind(id: finding.kind) {
      self.init(subject: .term(kind), finding, offset: finding.offset)
    } else {
      let owners = values.owners(of: finding)
      guard let kind = PersonKind(finding.kind, isOwn: !owners.isEmpty) else { return nil }
      self.init(subject: .catalog(kind, owners: owners), finding, offset: finding.offset)
    }
  }

  init(subject: Subject, _ finding: Finding, offset: Int) {
    self.subject = subject
    self.offset = offset
    part = finding.part
    place = finding.place
    value = finding.value
    normalized = finding.normalized
    hasLabel = finding.reasons.contains(where: \.isLabel)
    isOfFunction = finding.reasons.contains(.functionalAddress)
  }

  /// Whether it tells of a person of a card.
  var isMention: Bool {
    switch subject {
    case .term: true
    case .catalog(_, let owners): !owners.isEmpty
    }
  }

  /// Whether it is a number of the card that stands here in groups of three, as amounts do, where the
  /// card writes it without.
  var isAmount: Bool {
    guard case .term(let kind) = subject, kind.attribute == .number, !value.isMask,
      normalized.revealed.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return false }
    let groups = value.revealed.split(omittingEmptySubsequences: false) { !$0.isNumber }
    return groups.count > 1 && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// What it says of the person of a card; nil where it does not tell of them.
  func attribute(of card: Int) -> SubjectAttribute? {
    switch subject {
    case .term(let kind): kind.card == card ? kind.attribute : nil
    case .catalog(let kind, let owners): owners.contains(card) ? kind.attribute : nil
    }
  }

  /// The kind of a value that is not of the card.
  func otherKind(for card: Int) -> PersonKind? {
    guard case .catalog(let kind, let owners) = subject, !owners.contains(card) else { return nil }
    return kind
  }
}

/// The kinds of the catalog that tell people apart; the raw value is their id.
enum PersonKind: String, Hashable, Sendable {
  case bsn
  case birthDate = "date-of-birth"
  case name
  case email, phone, iban
  case licencePlate = "licence-plate"
  case address, postcode
  /// Any other kind, where the value is that of a card.
  case other = ""

  /// nil for what only matters where it is of a card.
  init?(_ id: String, isOwn: Bool) {
    switch id {
    case "bsn", "onderwijsnummer": self = .bsn
    case "date-of-birth": self = .birthDate
    case "name": self = .name
    case "email": self = .email
    default:
      guard isOwn else { return nil }
      self = PersonKind(rawValue: id) ?? .other
    }
  }

  var attribute: SubjectAttribute {
    switch self {
    case .bsn: .bsn
    case .birthDate: .birthDate
    case .name: .fullName
    case .email: .email
    case .phone: .phone
    case .iban: .iban
    case .licencePlate: .licencePlate
    case .address, .postcode: .address
    case .other: .number
    }
  }
}

extension Reason {
  fileprivate var isLabel: Bool {
    switch self {
    case .label, .columnHeader, .fieldName, .knownRecord: true
    default: false
    }
  }
}
