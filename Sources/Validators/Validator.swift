/// Joins the names that pattern files use to the functions that know the rules.
package enum Validator: String, CaseIterable, Sendable {
  case bsn
  case rsin
  case btwID = "btw-id"
  case kvk
  case vestigingsnummer
  case iban
  case bankAccount = "bank-account"
  case onderwijsnummer
  case aNummer = "a-nummer"
  case vNummer = "v-nummer"
  case documentNumber = "document-number"
  case mrz
  case drivingLicence = "driving-licence"
  case licencePlate = "licence-plate"
  case big
  case agb
  case uzi
  case ura
  case uzovi
  case kp
  case sepaCreditor = "sepa-creditor"
  case paymentCard = "payment-card"
  case paymentReference = "payment-reference"
  case phone
  case postcode
  case address
  case email
  case ipAddress = "ip-address"
  case dateOfBirth = "date-of-birth"
  case date
  case ean
  case isbn
  case imei
  case personName = "person-name"
  case gender
  case text

  /// Whether `text`, a candidate as it was written (UTF-8, separators included), can be one.
  package func validate(_ text: Span<UInt8>) -> Verdict {
    if let plain = decoded(text) { return validatePlain(plain.span) }
    return validatePlain(text)
  }

  private func validatePlain(_ text: Span<UInt8>) -> Verdict {
    switch self {
    case .bsn: BSN.validate(text)
    case .rsin: RSIN.validate(text)
    case .btwID: BtwID.validate(text)
    case .kvk: KvKNumber.validate(text)
    case .vestigingsnummer: Vestigingsnummer.validate(text)
    case .iban: IBAN.validate(text)
    case .bankAccount: BankAccount.validate(text)
    case .onderwijsnummer: Onderwijsnummer.validate(text)
    case .aNummer: ANummer.validate(text)
    case .vNummer: VNummer.validate(text)
    case .documentNumber: DocumentNumber.validate(text)
    case .mrz: MRZ.validate(text)
    case .drivingLicence: DrivingLicence.validate(text)
    case .licencePlate: LicencePlate.validate(text)
    case .big: BIGNumber.validate(text)
    case .agb: AGBCode.validate(text)
    case .uzi: UZINumber.validate(text)
    case .ura: URANumber.validate(text)
    case .uzovi: UZOVICode.validate(text)
    case .kp: KPNumber.validate(text)
    case .sepaCreditor: SEPACreditorID.validate(text)
    case .paymentCard: PaymentCard.validate(text)
    case .paymentReference: PaymentReference.validate(text)
    case .phone: PhoneNumber.validate(text)
    case .postcode: Postcode.validate(text)
    case .address: Address.validate(text)
    case .email: EmailAddress.validate(text)
    case .ipAddress: IPAddress.validate(text)
    case .dateOfBirth: DateOfBirth.validate(text)
    case .date: CalendarDate.validate(text)
    case .ean: EAN.validate(text)
    case .isbn: ISBN.validate(text)
    case .imei: IMEI.validate(text)
    case .personName: PersonName.validate(text)
    case .gender: Gender.validate(text)
    case .text: PlainText.validate(text)
    }
  }

  /// The value that forms and addresses of the web encode as `Jan%20de%20Vries`; nil where nothing is
  /// encoded.
  private func decoded(_ text: Span<UInt8>) -> [UInt8]? {
    switch self {
    case .personName, .address, .dateOfBirth, .iban, .postcode: text.formDecoded
    case .phone: text.percentDecoded
    default: nil
    }
  }

  /// The number of bytes at the start of `text` to which a candidate is cut that took the words
  /// behind it with it; nil where it is not cut.
  package func prefixLength(of text: Span<UInt8>) -> Int? {
    // A comparison would be one of the names in pattern files.
    switch self {
    case .iban: text.formDecoded == nil ? IBAN.prefixLength(of: text) : nil
    case .personName: PersonName.prefixLength(of: text)
    default: nil
    }
  }

  /// Whether `text`, which is valid, stands in its normal form, as far as one look tells.
  package func isNormal(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .bsn, .rsin: text.isPlain(from: 9)
    case .big: text.isPlain(from: 11)
    case .agb: text.isPlain(from: 8)
    case .iban, .kvk: text.isPlain(from: 1)
    case .email: EmailAddress.isNormal(text)
    default: false
    }
  }

  /// The one form, in UTF-8, that equal values share; of text that is not valid, what is left.
  package func normalized(_ text: Span<UInt8>) -> [UInt8] {
    if let plain = decoded(text) { return normalizedPlain(plain.span) }
    return normalizedPlain(text)
  }

  private func normalizedPlain(_ text: Span<UInt8>) -> [UInt8] {
    switch self {
    case .bsn: BSN.normalized(text)
    case .rsin: RSIN.normalized(text)
    case .btwID: BtwID.normalized(text)
    case .kvk: KvKNumber.normalized(text)
    case .vestigingsnummer: Vestigingsnummer.normalized(text)
    case .iban: IBAN.normalized(text)
    case .bankAccount: BankAccount.normalized(text)
    case .onderwijsnummer: Onderwijsnummer.normalized(text)
    case .aNummer: ANummer.normalized(text)
    case .vNummer: VNummer.normalized(text)
    case .documentNumber: DocumentNumber.normalized(text)
    case .mrz: MRZ.normalized(text)
    case .drivingLicence: DrivingLicence.normalized(text)
    case .licencePlate: LicencePlate.normalized(text)
    case .big: BIGNumber.normalized(text)
    case .agb: AGBCode.normalized(text)
    case .uzi: UZINumber.normalized(text)
    case .ura: URANumber.normalized(text)
    case .uzovi: UZOVICode.normalized(text)
    case .kp: KPNumber.normalized(text)
    case .sepaCreditor: SEPACreditorID.normalized(text)
    case .paymentCard: PaymentCard.normalized(text)
    case .paymentReference: PaymentReference.normalized(text)
    case .phone: PhoneNumber.normalized(text)
    case .postcode: Postcode.normalized(text)
    case .address: Address.normalized(text)
    case .email: EmailAddress.normalized(text)
    case .ipAddress: IPAddress.normalized(text)
    case .dateOfBirth: DateOfBirth.normalized(text)
    case .date: CalendarDate.normalized(text)
    case .ean: EAN.normalized(text)
    case .isbn: ISBN.normalized(text)
    case .imei: IMEI.normalized(text)
    case .personName: PersonName.normalized(text)
    case .gender: Gender.normalized(text)
    case .text: PlainText.normalized(text)
    }
  }

  /// What reports call the check of the value; nil where the form alone decides.
  package var checkName: String? {
    switch self {
    case .bsn, .rsin, .bankAccount, .onderwijsnummer: "elfproef"
    case .btwID: "elfproef or mod 97"
    case .iban, .sepaCreditor: "mod 97"
    case .aNummer, .paymentReference: "mod 11"
    case .mrz: "ICAO 9303"
    case .paymentCard, .imei: "Luhn"
    case .ean: "GS1"
    case .isbn: "ISO 2108"
    case .dateOfBirth, .date: "calendar"
    case .kvk, .vestigingsnummer, .vNummer, .documentNumber, .drivingLicence,
      .licencePlate, .big, .agb, .uzi, .ura, .uzovi, .kp, .phone, .postcode, .address, .email,
      .ipAddress, .personName, .gender, .text:
      nil
    }
  }
}

extension Span<UInt8> {
  /// Whether it is so long at least, and nothing but digits and capitals.
  fileprivate func isPlain(from least: Int) -> Bool {
    guard count >= least, count <= StrippedText.capacity else { return false }
    for index in indices where self[index] &- 0x30 >= 10 && self[index] &- 0x41 >= 26 {
      return false
    }
    return true
  }
}
