internal import ScanModel

/// The ways in which an address is written: postcode or street, with the house number.
struct AddressVariants {
  let list: [SubjectVariant]

  init(_ address: SubjectCard.Address) {
    guard !address.houseNumber.isEmpty else {
      list = []
      return
    }
    // What stands between a letter and a digit here may be missing in a text.
    let number = address.houseNumber.withGapsAtDigits
    var texts: [String] = []
    if !address.postcode.isEmpty {
      let postcode = address.postcode.filter { !$0.isWhitespace }.withGapsAtDigits
      texts += ["\(postcode) \(number)", "\(number) \(postcode)"]
    }
    for street in Self.streets(address.street) {
      texts += ["\(street) \(number)", "\(number) \(street)"]
    }
    list = texts.map { SubjectVariant(.address, $0, gaps: .acrossFields) }
  }

  /// `Kerkstraat` and `Kerkstr.`; none for none.
  private static func streets(_ street: String) -> [String] {
    guard !street.isEmpty else { return [] }
    let ending = "straat"
    guard street.lowercased().hasSuffix(ending) else { return [street] }
    return [street, street.dropLast(ending.count) + "str."]
  }
}

extension String {
  /// `12 A` for `12A`: a space wherever a letter meets a digit.
  var withGapsAtDigits: String {
    var text = ""
    for character in self {
      if let last = text.last,
        last.isNumber && character.isLetter || last.isLetter && character.isNumber
      {
        text.append(" ")
      }
      text.append(character)
    }
    return text
  }
}
