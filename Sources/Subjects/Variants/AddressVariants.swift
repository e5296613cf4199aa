internal import ScanModel

/// The ways in which an address is written: postcode or street, with the house number.
struct AddressVariants {
  let list: [SubjectVariant]

  init(_ address: SubjectCard.Address) {
    guard !address.houseNumber.isEmpty else {
      list = []
      return
    }
    var texts: [String] = []
    for number in Self.houseNumbers(address.houseNumber) {
      if !address.postcode.isEmpty {
        let postcode = Self.spaced(address.postcode)
        let joined = postcode.filter { $0 != " " }
        for form in [postcode, joined] {
          texts += ["\(form) \(number)", "\(number) \(form)"]
        }
      }
      for street in Self.streets(address.street) { texts.append("\(street) \(number)") }
    }
    list = texts.map { SubjectVariant(.address, $0, gaps: .whereWritten) }
  }

  /// `1234 AB` for `1234AB`.
  private static func spaced(_ postcode: String) -> String {
    let plain = postcode.filter { !$0.isWhitespace }
    guard plain.count == 6 else { return postcode }
    return "\(plain.prefix(4)) \(plain.suffix(2))"
  }

  /// `12 A` and `12A`.
  private static func houseNumbers(_ written: String) -> [String] {
    var apart = ""
    for character in written {
      if let last = apart.last, last.isNumber, character.isLetter { apart.append(" ") }
      apart.append(character)
    }
    return [apart, apart.filter { !$0.isWhitespace }]
  }

  /// `Kerkstraat` and `Kerkstr.`; none for none.
  private static func streets(_ street: String) -> [String] {
    guard !street.isEmpty else { return [] }
    let ending = "straat"
    guard street.lowercased().hasSuffix(ending) else { return [street] }
    return [street, street.dropLast(ending.count) + "str."]
  }
}
