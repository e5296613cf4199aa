/// Text made of pieces of identifiers in every order, so that candidates overlap and nearly match.
package struct HostileText {
  private var generator: SplitMix64

  private static let pieces: [String] = [
    "123456782", "1234.56.782", "9123456782", "12345678", "06-12345678", "+31 6 12345678",
    "(020) 123 45 67", "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300",
    "DE89370400440532013000", "jan.de.vries@voorbeeld.nl", "a@b", "@", "1234 AB", "1234AB",
    "NL-2611ET", "AB-12-34", "12-ABC-3", "NL004495445B01", "7934628529", "101222331",
    "4111 1111 1111 1111", "192.168.0.1", "2001:db8::1", "::", "P<NLDDE<BRUIJN<<WILLEKE",
    "<<<<<<<<<", "geboren op 3 maart 1978", "03-03-1978", "19780303", "dhr. J. de Vries",
    "Naam: Anna Bakker", "BSN: ", "bsn", "KvK 69599084", "BIG-nummer 12345678901", "AGB 01069857",
    "Dorpsstraat 12, 1234 AB Utrecht", "SPECI2014", "€ 1.234.567,89", "2.16.528.1.1007.3.1",
    "123e4567-e89b-12d3-a456-426614174000", "é", "ß", "\u{00A0}", "\u{202F}", "’", " ", "  ", "\n",
    "\r\n", "cliënt", "patiënt: ", "Één", "kp€", "– ", "×", "coördinator bsn ", "\t", ".", ",", "-",
    "/", ";", "0", "1", "9", "x", "Z", "<b>", "=",
  ]

  package init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// Valid UTF-8 of about `count` bytes; the same for the same seed.
  package func bytes(count: Int) -> [UInt8] {
    var generator = generator
    var text: [UInt8] = []
    while text.count < count {
      let piece = Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
      text += Array(piece.utf8)
      if generator.next() % 3 == 0 { text.append(UInt8(ascii: " ")) }
      if generator.next() % 7 == 0 { text.append(0x30 + UInt8(generator.next() % 10)) }
    }
    return text
  }
}

/// A small generator of random numbers that gives the same sequence for the same seed.
///
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
