internal import ScanModel
internal import Validators

/// The ways in which numbers and addresses of mail are written.
///
/// A search takes what stands between digits as nothing, so groups need no variant of their own.
enum NumberVariants {
  static func bsn(_ digits: String) -> [SubjectVariant] {
    withoutZeros(.bsn, digits)
  }

  /// With 0, +31, 0031 and (0), and as a spreadsheet leaves it.
  static func phone(_ written: String) -> [SubjectVariant] {
    guard let national = dutchNumber(written) else {
      let digits = written.filter(\.isASCIIDigit)
      let international = String(digits.drop { $0 == "0" })
      return ["+\(international)", "00\(international)"].map { SubjectVariant(.phone, $0) }
    }
    return [
      "0\(national)", "+31\(national)", "0031\(national)", "+31(0)\(national)",
      "0031(0)\(national)", "\(national)",
    ].map { SubjectVariant(.phone, $0) }
  }

  /// As a whole, and for a Dutch one the number of the account.
  static func iban(_ iban: String) -> [SubjectVariant] {
    var variants = [SubjectVariant(.iban, iban)]
    if iban.hasPrefix("NL") { variants += withoutZeros(.iban, String(iban.suffix(10))) }
    return variants
  }

  static func licencePlate(_ plate: String) -> [SubjectVariant] {
    [SubjectVariant(.licencePlate, plate)]
  }

  /// As it is, without zeros in front; short ones only as they are written.
  static func number(_ number: String) -> [SubjectVariant] {
    let isShort = SearchKey(number).text.utf8.count < 6
    let forms = number.allSatisfy(\.isASCIIDigit) ? withoutZeros(.number, number) : []
    return ([SubjectVariant(.number, number)] + forms).map {
      isShort
        ? SubjectVariant(.number, $0.text.withGapsAtDigits, gaps: .whereWritten)
        : SubjectVariant(.number, $0.text)
    }
  }

  /// As it is, with `at` for the mark, and as it stands in links.
  ///
  /// `jp.devries@` and `jpdevries@` are two mailboxes, often of two people.
  static func email(_ address: String) -> [SubjectVariant] {
    let parts = address.split(separator: "@")
    guard parts.count == 2 else { return [] }
    return [address, "\(parts[0]) at \(parts[1])", "\(parts[0])%40\(parts[1])"].map {
      SubjectVariant(.email, $0, gaps: .whereWritten)
    }
  }

  /// The digits behind 0 or +31; nil for a number of elsewhere.
  private static func dutchNumber(_ written: String) -> String? {
    guard Validator.phone.validate(written.utf8.span).isValid else { return nil }
    let normal = Validator.phone.normalized(written.utf8.span)
    return String(decoding: normal.dropFirst("+31".utf8.count), as: UTF8.self)
  }

  private static func withoutZeros(
    _ attribute: SubjectAttribute, _ digits: String
  ) -> [SubjectVariant] {
    let rest = String(digits.drop { $0 == "0" })
    return [digits, rest].map { SubjectVariant(attribute, $0) }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
