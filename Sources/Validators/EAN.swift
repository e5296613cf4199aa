import Checksums

/// The number of a trade item or a connection (EAN, GTIN; in energy the EAN code of a meter).
///
/// 8, 12, 13, 14 or 18 digits with the GS1 check digit. Dutch connections for electricity and gas
/// have 18. 10 % of random strings pass.
///
/// 4006381333931: 4+0+0+18+3+24+1+9+3+9+9+9+1 = 90.
///
/// Source: GS1 General Specifications, section 7.9; Informatiecode elektriciteit en gas.
package enum EAN {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    switch number.count {
    case 8, 12, 13, 14, 18: break
    default: return .invalid(.length)
    }
    guard !number.isOneCharacterRepeated else { return .invalid(.range) }
    guard GS1.isValid(number.bytes.span.extracting(0..<number.count)) else {
      return .invalid(.checkDigit)
    }
    return .valid([])
  }

  /// The digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
