internal import ScanModel
internal import Validators

/// How surely an identifier by itself tells that data are about the person of the card.
enum IdentifierRules {
  /// From so many letters and digits on a number needs no label.
  private static let longNumber = 6

  /// 0 where it does not decide by itself.
  static func strength(of attribute: SubjectAttribute, _ sighting: Sighting) -> Double {
    switch attribute {
    case .bsn: 0.99
    case .iban: 0.97
    case .email: sighting.isOfFunction || isFunctional(sighting.value.revealed) ? 0 : 0.97
    case .phone: 0.9
    case .licencePlate: 0.85
    case .number:
      isLong(sighting.value) && !sighting.isAmount ? 0.9 : sighting.hasLabel ? 0.85 : 0
    case .fullName, .surname, .birthDate, .address, .term: 0
    }
  }

  /// What has only a mask was a number of the catalog, which is long enough.
  private static func isLong(_ value: SensitiveText) -> Bool {
    value.isMask
      || value.revealed.unicodeScalars.count(where: \.isLetterOrDigit) >= longNumber
  }

  /// Whether the address is of a function (`info@`) and not of a person.
  private static func isFunctional(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    guard case .valid(let notes) = EmailAddress.validate(bytes.span) else { return false }
    return notes.contains(.functionalAddress)
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}
