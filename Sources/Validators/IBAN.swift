import Checksums

/// An international bank account number.
///
/// A country, 2 check digits 02...98, and an account of the country's own length and form. With the
/// first four characters behind the rest, and letters as 10...35, the number leaves 1 modulo 97.
/// 1.05 % of random digits in a Dutch frame pass. A Dutch account need not pass the elfproef.
///
/// NL91ABNA0417164300: 101123100417164300232191 mod 97 = 1.
///
/// Source: ISO 13616-1; SWIFT IBAN registry; Betaalvereniging Nederland, list of bank codes.
package enum IBAN {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let iban = StrippedText(text)
    guard iban.isAlphanumeric else { return .invalid(.character) }
    guard iban.count >= 15 else { return .invalid(.length) }
    guard iban.isDigits(2..<4), let structure = IBANStructure.of(iban.bytes[0], iban.bytes[1])
    else { return .invalid(.structure) }
    guard iban.count == structure.length else { return .invalid(.length) }
    guard structure.fits(iban) else { return .invalid(.structure) }
    let account = Mod97.remainder(of: iban.bytes.span.extracting(4..<iban.count))
    guard (2...98).contains(iban.value(2..<4)),
      Mod97.remainder(of: iban.bytes.span.extracting(0..<4), after: account) == 1
    else { return .invalid(.checkDigit) }
    return .valid(isOfUnknownBank(iban) ? .unknownBank : [])
  }

  /// Upper case without separators.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }

  /// The number of characters of an IBAN of the country whose two letters, of either case, are the
  /// first bytes of `country`; nil for a country without IBAN.
  package static func registryLength(country: Span<UInt8>) -> Int? {
    guard country.count >= 2 else { return nil }
    return IBANStructure.of(country[0].asciiUppercased, country[1].asciiUppercased)?.length
  }

  /// The number of bytes at the start of `text`, separators included, that make an IBAN of the
  /// length of its country; nil where there are too few characters or no such country.
  ///
  /// For a candidate in running text that took the words behind the IBAN with it.
  package static func prefixLength(of text: Span<UInt8>) -> Int? {
    guard let length = registryLength(country: text) else { return nil }
    var characterCount = 0
    for index in text.indices where text[index].isASCIIDigit || text[index].isASCIILetter {
      characterCount += 1
      if characterCount == length { return index + 1 }
    }
    return nil
  }

  private static func isOfUnknownBank(_ iban: StrippedText) -> Bool {
    guard iban.bytes[0] == UInt8(ascii: "N"), iban.bytes[1] == UInt8(ascii: "L") else {
      return false
    }
    return !dutchBanks.contains(iban.bytes.span.extracting(4..<8))
  }

  /// Banks that are or were in the Dutch list; a code outside it is a doubt, not a fault.
  private static let dutchBanks = WordTable(
    """
    ABNA|ABNC|ADYB|AEGO|AINH|ANDL|ARBN|ARSN|ASNB|BARC|BCDM|BCIT|BICK|BINK|BITS|BKCH|BKMG|BLGW
    BNDA|BNGH|BNPA|BOFA|BOFS|BOTK|BUNQ|BUUT|CCBV|CEPA|CHAS|CITC|CITI|CLRB|COBA|DELE|DEUT|DHBN
    DNIB|EBPB|EBUR|FBHL|FLOR|FNOM|FRNX|FROM|FVLB|FXBB|GILL|HAND|HIFX|HSBC|HUSH|ICBC|ICBK|ICEP
    INGB|ISAE|ISBK|KABA|KNAB|KOEX|KRED|LOYD|LPLN|MHCB|MLLE|MODR|NNBA|NWAB|PANX|PCBC|PNOW|RABO
    RBRB|REVO|SBOS|SNSB|SOGE|SWNB|TRIO|UGBI|VOWA|VPAY|VTPS|WOFT|YOUR|ZWLB
    """)
}
