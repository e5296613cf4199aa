/// A key of a card: its English name and the other names that are read as the same.
///
/// Capitals, accents and what stands between words make no difference: `birth_date`, `birthDate` and
/// `Birth date` are `birth-date`.
struct CardKey: Hashable {
  let name: String
  let others: [String]

  init(_ name: String, _ others: String...) {
    self.name = name
    self.others = others
  }

  static let subjects = CardKey("subjects", "betrokkenen", "personen", "cards", "kaarten")

  static let reference = CardKey("reference", "referentie", "aanduiding")
  static let caseReference = CardKey("case", "zaak", "zaaknummer", "zaakkenmerk")
  static let names = CardKey("names", "name", "namen", "naam")
  static let formerNames = CardKey(
    "former-names", "former-name", "eerdere-namen", "eerdere-naam", "vroegere-namen",
    "vroegere-naam")
  static let bsns = CardKey("bsn", "bsns", "burgerservicenummer", "sofinummer")
  static let birthDate = CardKey("birth-date", "date-of-birth", "geboortedatum", "geboren")
  static let addresses = CardKey("addresses", "address", "adressen", "adres")
  static let emails = CardKey(
    "emails", "email", "mail", "mailadres", "mailadressen", "emailadres", "emailadressen")
  static let phones = CardKey(
    "phones", "phone", "telefoon", "telefoons", "telefoonnummer", "telefoonnummers", "mobiel")
  static let ibans = CardKey("ibans", "iban", "rekening", "rekeningen", "rekeningnummer")
  static let numbers = CardKey("numbers", "nummers", "kenmerken")
  static let licencePlates = CardKey("licence-plates", "licence-plate", "kentekens", "kenteken")
  static let terms = CardKey("terms", "term", "termen", "zoektermen", "zoekterm")

  // Names.
  static let first = CardKey(
    "first", "first-name", "first-names", "voornaam", "voornamen", "given-names")
  static let nickname = CardKey("nickname", "roepnaam")
  static let initials = CardKey("initials", "voorletters", "initialen")
  static let prefix = CardKey(
    "prefix", "tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels")
  static let surname = CardKey("surname", "last-name", "achternaam", "geslachtsnaam")
  static let partner = CardKey(
    "partner", "partner-name", "partnernaam", "naam-partner", "achternaam-partner")
  static let former = CardKey("former", "eerder", "vroeger")

  // Addresses.
  static let street = CardKey("street", "straat", "straatnaam")
  static let houseNumber = CardKey("house-number", "huisnummer", "number", "nummer")
  static let addition = CardKey("addition", "toevoeging", "huisnummertoevoeging", "huisletter")
  static let postcode = CardKey("postcode", "postal-code", "zip")
  static let town = CardKey("town", "city", "plaats", "woonplaats")
  static let from = CardKey("from", "vanaf", "van", "sinds")
  static let until = CardKey("until", "tot", "tot-en-met")

  // Numbers.
  static let label = CardKey("label", "soort", "naam")
  static let number = CardKey("number", "nummer")

  /// The keys of a name, in the order in which they are written.
  static let ofName = [first, nickname, initials, prefix, surname, partner, former]
  static let ofAddress = [street, houseNumber, addition, postcode, town, from, until]
  static let ofNumber = [label, number]
  /// The keys of numbers that have a name of their own, and the label that they stand for.
  static let ofLabels: [(key: CardKey, label: String)] = [
    (CardKey("client-number", "clientnummer", "klantnummer"), "client"),
    (CardKey("member-number", "lidnummer", "lidmaatschapsnummer"), "member"),
    (CardKey("patient-number", "patientnummer"), "patient"),
    (CardKey("employee-number", "personeelsnummer", "medewerkernummer"), "employee"),
  ]
  /// The keys of a card; those of its only name may stand among them.
  static let ofCard =
    [
      reference, caseReference, names, formerNames, bsns, birthDate, addresses, emails, phones,
      ibans,
      numbers, licencePlates, terms,
    ] + ofLabels.map(\.key) + ofName.filter { $0 != former }
}
