/// The name of a person (naam), as far as one can tell from the text alone.
///
/// 2 to 100 bytes of letters, spaces and `. - ' , / ( )`, at least two letters, no digits; not a
/// single word in lower case, and not a word that stands for no name.
///
/// Source: Logisch Ontwerp BRP, category 01, group 02 (which characters names have).
package enum PersonName {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let range = text.trimmedRange
    guard (2...100).contains(range.count) else { return .invalid(.length) }
    var letterCount = 0
    var hasCapital = false
    var hasGap = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let spaceLength = text.whiteSpaceLength(at: index)
      if spaceLength > 0 {
        hasGap = true
      } else if byte.isASCIILetter || byte >= 0x80 {
        letterCount += 1
        hasCapital = hasCapital || byte >= 0x80 || byte.asciiLowercased != byte
      } else if !isMark(byte) {
        return .invalid(.character)
      }
      index += max(spaceLength, 1)
    }
    guard letterCount >= 2, hasCapital || hasGap else { return .invalid(.structure) }
    return noNames.contains(text.extracting(range)) ? .invalid(.range) : .valid([])
  }

  /// Lower case, one space between words.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    FoldedText.fold(text)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'")...UInt8(ascii: ")"), UInt8(ascii: ",")...UInt8(ascii: "/"): true
    default: false
    }
  }

  private static let noNames = WordTable(
    """
    onbekend|unknown|anoniem|n.v.t.|n.v.t|nvt|niet van toepassing|geen|geen naam|n.n.|n.n|nn|n/a
    naam|name|voornaam|voornamen|achternaam|roepnaam|voorletters|tussenvoegsel|volledige naam
    null|none|nil|leeg|idem|diversen|diverse|overig|overige|n.t.b.|n.t.b|ntb|n.b.|nb|test|dummy
    cliënt|client|patiënt|patient|klant|medewerker|werknemer|de heer|mevrouw|dhr.|dhr|mw.|mw|mevr.
    """)
}
