internal import ScanModel
internal import Validators

/// The values of a card in the normal forms of the pattern catalog, by the kinds that can hold them.
struct ExactValues: Sendable {
  private(set) var list: [(kind: String, normalized: String)] = []
  private var byKind: [String: Set<String>] = [:]
  /// What a finding of a name holds that is a name of the person.
  private let fullNames: Set<SearchKey>
  private let surnames: Set<SearchKey>

  init(_ card: SubjectCard, variants: [SubjectVariant]) {
    fullNames = Set(variants.filter { $0.attribute == .fullName }.map { SearchKey($0.text) })
    surnames = Set(variants.filter { $0.attribute == .surname }.map { SearchKey($0.text) })
    for bsn in card.bsns {
      add("bsn", .bsn, bsn)
      // Until 2020 the BSN of a sole trader stood in the number of his firm.
      for suffix in ["B01", "B02", "B03"] { add("btw-id", .btwID, "NL\(bsn)\(suffix)") }
    }
    if let date = card.birthDate { add("date-of-birth", .dateOfBirth, date.iso) }
    for email in card.emails {
      for form in [email, email.lowercased(), email.uppercased()] { add("email", .email, form) }
    }
    for phone in card.phones { add("phone", .phone, phone) }
    for iban in card.ibans {
      add("iban", .iban, iban)
      if iban.hasPrefix("NL") { add("bank-account", .bankAccount, String(iban.suffix(10))) }
    }
    for plate in card.licencePlates { add("licence-plate", .licencePlate, plate) }
    for number in card.numbers { add(number) }
    for address in card.addresses where !address.houseNumber.isEmpty { add(address) }
  }

  /// Whether the value of a finding is one of these.
  func hold(_ finding: Finding) -> Bool {
    guard !finding.normalized.isMask else { return false }
    let value = finding.normalized.revealed
    switch finding.kind {
    case "email": return byKind["email"]?.contains(value.lowercased()) == true
    case "name": return isOwnName(value)
    default: return byKind[finding.kind]?.contains(value) == true
    }
  }

  /// Whether a name is one of the person, also behind `de heer` and the like.
  private func isOwnName(_ name: String) -> Bool {
    let key = SearchKey(name)
    if fullNames.contains(key) || surnames.contains(key) { return true }
    let words = name.split(separator: " ")
    let titleCount = words.count > 2 && words[0].lowercased() == "de" ? 2 : 1
    guard words.count > titleCount, NameVariants.isTitle(words[titleCount - 1]) else {
      return false
    }
    return fullNames.contains(SearchKey(words[titleCount...].joined(separator: " ")))
  }

  /// Numbers that the catalog knows by the name that the card gives them.
  private mutating func add(_ number: SubjectCard.Number) {
    let label = SearchKey(number.label).text
    for (kind, validator, labels) in Self.labelledKinds where labels.contains(label) {
      add(kind, validator, number.number)
    }
  }

  private mutating func add(_ address: SubjectCard.Address) {
    let number = address.houseNumber
    let joined = number.filter { !$0.isWhitespace }
    for number in [number, joined] {
      if !address.postcode.isEmpty { add("address", .address, "\(address.postcode) \(number)") }
      if !address.street.isEmpty { add("address", .address, "\(address.street) \(number)") }
    }
  }

  /// Adds the value where it is one of the kind; each once.
  private mutating func add(_ kind: String, _ validator: Validator, _ value: String) {
    guard validator.validate(value.utf8.span).isValid else { return }
    let normal = String(decoding: validator.normalized(value.utf8.span), as: UTF8.self)
    guard byKind[kind, default: []].insert(normal).inserted else { return }
    list.append((kind, normal))
  }

  private static let labelledKinds: [(kind: String, validator: Validator, labels: [String])] = [
    ("a-nummer", .aNummer, ["anummer", "administratienummer"]),
    ("v-nummer", .vNummer, ["vnummer", "vreemdelingennummer"]),
    ("onderwijsnummer", .onderwijsnummer, ["onderwijsnummer", "pgn", "leerlingnummer"]),
    ("big", .big, ["big", "bignummer"]),
    ("agb", .agb, ["agb", "agbcode"]),
    ("uzi", .uzi, ["uzi", "uzinummer"]),
    (
      "document-number", .documentNumber,
      ["documentnummer", "paspoort", "paspoortnummer", "idkaart"]
    ),
    ("driving-licence", .drivingLicence, ["rijbewijs", "rijbewijsnummer"]),
    ("payment-card", .paymentCard, ["creditcard", "pasnummer"]),
    ("imei", .imei, ["imei"]),
    ("kvk", .kvk, ["kvk", "kvknummer"]),
  ]
}

extension SubjectCard.CalendarDay {
  /// `1985-03-12`.
  var iso: String {
    [(year, 4), (month, 2), (day, 2)].map { DateVariants.digits($0.0, $0.1) }
      .joined(separator: "-")
  }

  /// Whether a date in that form, with 00 for what is unknown, may be this day.
  func mayBe(_ date: String) -> Bool {
    let parts = zip(iso.split(separator: "-"), date.split(separator: "-"))
    return parts.allSatisfy { $0 == $1 || $1 == "00" }
  }
}
