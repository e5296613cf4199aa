internal import Validators

/// How surely an identifier by itself tells that data are about the person of the card.
enum IdentifierRules {
  /// From so many letters and digits on a number needs no label.
  private static let longNumber = 6

  /// 0 where it does not decide by itself.
  static func strength(
    of attribute: SubjectAttribute, value: String, hasLabel: Bool
  ) -> Double {
    switch attribute {
    case .bsn: 0.99
    case .iban: 0.97
    case .email: isFunctional(value) ? 0 : 0.97
    case .phone: 0.9
    case .licencePlate: 0.85
    case .number:
      value.unicodeScalars.count(where: \.isLetterOrDigit) >= longNumber ? 0.9 : hasLabel ? 0.85 : 0
    case .fullName, .surname, .birthDate, .address, .term: 0
    }
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
