/// The length and the parts of the account number that follows the country and the check digits of
/// an IBAN, for each country of the SWIFT registry.
struct IBANStructure: Sendable {
  /// The number of characters of the whole IBAN.
  let length: Int
  /// Runs of one class of character: how many, and `n` digits, `a` letters or `c` both.
  private let parts: [(count: Int, class: UInt8)]

  /// The structure of a country, for two upper-case ASCII letters; nil where there is no IBAN.
  static func of(_ first: UInt8, _ second: UInt8) -> IBANStructure? {
    guard first.isASCIILetter, second.isASCIILetter else { return nil }
    return table[index(first, second)]
  }

  /// Whether the characters from the fifth on are of the classes of this country.
  func fits(_ iban: StrippedText) -> Bool {
    var start = 4
    for part in parts {
      let range = start..<start + part.count
      if part.class == UInt8(ascii: "n"), !iban.isDigits(range) { return false }
      if part.class == UInt8(ascii: "a"), !iban.isLetters(range) { return false }
      start = range.upperBound
    }
    return true
  }

  private static func index(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first - UInt8(ascii: "A")) * 26 + Int(second - UInt8(ascii: "A"))
  }

  private init(_ parts: Substring) {
    var runs: [(count: Int, class: UInt8)] = []
    var count = 0
    for byte in parts.utf8 {
      if byte.isASCIIDigit {
        count = count * 10 + byte.digitValue
      } else {
        runs.append((count, byte))
        count = 0
      }
    }
    self.parts = runs
    length = runs.reduce(4) { $0 + $1.count }
  }

  private static let table: [IBANStructure?] = {
    var table = [IBANStructure?](repeating: nil, count: 26 * 26)
    for entry in registry.split(whereSeparator: \.isWhitespace) {
      let country = Array(entry.prefix(2).utf8)
      table[index(country[0], country[1])] = IBANStructure(entry.dropFirst(2))
    }
    return table
  }()

  /// Source: SWIFT IBAN registry, release 101; neighbouring parts of one class are joined.
  private static let registry = """
    AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c
    CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n
    FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT24c HN4a20n HR17n HU24n IE4a14n IL19n
    IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c
    LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n MN16n MR23n MT4a5n18c MU4a19n3a NI4a20n
    NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c
    SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n TR6n16c
    UA6n19c VA18n VG4a16n XK16n YE4a4n18c
    """
}
