/// The name of a person (naam), as far as one can tell from the text alone.
///
/// 2 to 100 bytes of letters, spaces and `. - ' , / ( )`, at least two letters, no digits, or a
/// capital alone, which is an initial; not a single word in lower case or of words joined as programs
/// do, not what stands where a name is missing or addresses many, and no organisation, place or
/// system, as far as its first and its last word tell.
///
/// Source: Logisch Ontwerp BRP, category 01, group 02 (which characters names have).
package enum PersonName {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let range = text.trimmedRange
    if range.count == 1, (0x41...0x5A).contains(text[range.lowerBound]) { return .valid([]) }
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
    let name = text.extracting(range)
    guard hasGap || !isIdentifier(name) else { return .invalid(.structure) }
    let isNone = noNames.contains(name) || isOrganisation(name)
    return isNone ? .invalid(.range) : .valid([])
  }

  /// Whether it is words joined by their capitals: `setAttributes`, `FirstNotifyParty`; not `deVries`,
  /// `McDonald` or `VanDenBerg`.
  private static func isIdentifier(_ name: Span<UInt8>) -> Bool {
    var start = 0
    var wordCount = 0
    for index in 1...name.count {
      let isBorder =
        index == name.count || (name[index - 1].isLowercaseASCII && name[index].isUppercaseASCII)
      guard isBorder else { continue }
      if !joinedPrefixes.contains(name.extracting(start..<index)) {
        guard index == name.count || !name[start].isLowercaseASCII else { return true }
        wordCount += 1
      }
      start = index
    }
    return wordCount > 2
  }

  private static func isOrganisation(_ name: Span<UInt8>) -> Bool {
    var end = 0
    while end < name.count, name.whiteSpaceLength(at: end) == 0 { end += 1 }
    if organisations.contains(name.extracting(0..<end)) { return true }
    var start = name.count
    while start > 0, name[start - 1] != UInt8(ascii: " ") { start -= 1 }
    let last = name.extracting(start..<name.count)
    if start > 0 { return legalForms.contains(last) }
    return endings.lengths.contains { length in
      last.count > length + 2 && endings.contains(last.extracting(last.count - length..<last.count))
    }
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

  /// What joins the name behind it without a space.
  static let joinedPrefixes = WordTable(
    "van|von|de|den|der|ten|ter|het|el|al|la|le|du|di|da|mc|mac|fitz|ben|abu")

  private static let noNames = WordTable(
    """
    onbekend|unknown|anoniem|n.v.t.|n.v.t|nvt|niet van toepassing|geen|geen naam|n.n.|n.n|nn|n/a
    handtekening|paraaf|stempel|pasfoto|bijlage|bijlagen|geboortedatum|geboorteplaats|adres
    naam|name|voornaam|voornamen|achternaam|roepnaam|voorletters|tussenvoegsel|volledige naam
    null|none|nil|leeg|idem|diversen|diverse|overig|overige|n.t.b.|n.t.b|ntb|n.b.|nb|test|dummy
    cliënt|client|patiënt|patient|klant|medewerker|werknemer|de heer|mevrouw|dhr.|dhr|mw.|mw|mevr.
    klik|vul|kies|selecteer|dit|deze|hier|zie|xxx|xx|ja|nee|akkoord|vacant|vacature|inhuur|stabiel
    nader te bepalen|zelf|beide|allen|allemaal|ouders|ouders en verzorgers|ouders/verzorgers
    collega's|collegas|collega|bewoner|bewoners|inwoner|inwoners|lezer|lezers|heer/mevrouw
    mevrouw/heer|heer of mevrouw|mensen|sint|sinterklaas|pleegkind|gevallen|college
    stagiair|stagiaire|uitzendkracht|invalkracht|vrijwilliger|vrijwilligers|oproepkracht|zzp'er
    microsoft office user|microsoft office-gebruiker|windows user|windows-gebruiker|user|gebruiker
    default user|administrator|admin|beheerder|systeembeheer|systeembeheerder|anonymous|anonymus
    unknown creator|unknown author|onbekende auteur|document author|author|auteur|owner|eigenaar
    microsoft corporation|microsoft|apache poi
    true|false|default|optional|required|service|deployment|ingress|namespace|sequence|group|status
    arguments|semantic|this|that|these|those|we|you|they|it|how|what|when|where|there|their|sometimes|of
    """)

  private static let organisations = WordTable(
    """
    team|wijkteam|afdeling|gemeente|stichting|vereniging|bouwbedrijf|voetbalclub|sportclub|praktijk
    huisartsenpraktijk|zorggroep|apotheek|ziekenhuis|basisschool|bureau|provincie|waterschap
    ministerie|rechtbank|politie|commissie|firma|restaurant|garage|hotel|kinderopvang|werkgroep
    directie|bestuur|secretariaat|receptie|balie|klantenservice|servicedesk|helpdesk|administratie
    teamleider|teammanager|afdelingshoofd|leidinggevende|baliemedewerker|klantcontactcentrum
    medewerker|medewerkster|consulent|adviseur|coördinator|casemanager|jobcoach|begeleider|behandelaar
    zwembad|sporthal|sportpark|gymzaal|buurthuis|dorpshuis|wijkcentrum|bibliotheek|museum|theater
    kantoor|gebouw|lokaal|zaal|project|programma|openbare|peuterspeelzaal|kinderdagverblijf
    verzorgingshuis|verpleeghuis|woonzorgcentrum|gezondheidscentrum|tandartspraktijk|fysiotherapie
    aannemersbedrijf|installatiebedrijf|transportbedrijf|schildersbedrijf|loonbedrijf|maatschap
    """)

  /// Behind the name of an organisation.
  private static let legalForms = WordTable(
    "b.v.|bv|b.v|n.v.|nv|n.v|vof|v.o.f.|v.o.f|holding|ltd|ltd.|inc|inc.|gmbh|u.a.|b.a.|bvba")

  /// What single words end in that name an organisation, a system or a profession.
  private static let endings = WordTable(
    """
    portaal|registratie|systeem|applicatie|database|bedrijf|centrum|school|administratie|server
    kundige|medewerker|medewerkster|begeleider|begeleidster|assistent|assistente|consulent|consulente
    manager|coördinator|adviseur|therapeut|hulpverlener|secretaresse|psycholoog|verzorgende
    """)
}
