/// An address in the Netherlands (adres): a street and house number, a postal code, or both.
///
/// `Kerkstraat 12a, 1234 AB Utrecht`, `1234 AB 12-3`, `Plein 1945 2`, `Postbus 90` (a box, of an
/// organisation as a rule); or the street alone, whose number stands elsewhere. Streets are not looked
/// up.
///
/// Source: Wet basisregistratie adressen en gebouwen; BRP, category 08, group 11; NEN 5825.
package enum Address {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let parts = AddressParts(text)
    guard parts.postcode != nil || (parts.hasStreet && parts.number != nil) || parts.isStreetAlone
    else {
      return .invalid(text.trimmedRange.isEmpty ? .length : .structure)
    }
    return .valid(parts.isBox ? .organisation : [])
  }

  /// Postal code, house number and addition (`1234 AB 12A`, `1234 AB 12-3`) where both parts stand;
  /// else the text in lower case with one space between words.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    let parts = AddressParts(text)
    guard let postcode = parts.postcode, let number = parts.number, !parts.isBox else {
      return FoldedText.fold(text)
    }
    return postcode.normalized + [UInt8(ascii: " ")] + houseNumber(text, number)
  }

  /// Digits and capitals, with a dash only where two numbers would touch.
  private static func houseNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var hasGap = false
    for index in range {
      let byte = text[index]
      guard byte.isASCIIDigit || byte.isASCIILetter else {
        hasGap = true
        continue
      }
      if hasGap, byte.isASCIIDigit, result.last?.isASCIIDigit == true {
        result.append(UInt8(ascii: "-"))
      }
      hasGap = false
      result.append(byte.asciiUppercased)
    }
    return result
  }
}
