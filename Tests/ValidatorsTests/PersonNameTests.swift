import Testing

@testable import Validators

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("Jan de Vries", "jan de vries"), ("  J.P.  van 't  Hof ", "j.p. van 't hof"),
    ("Vries, J. de", "vries, j. de"), ("ÉMILE Zoë-Bakker", "émile zoë-bakker"),
    ("Jansen", "jansen"), ("jan jansen", "jan jansen"), ("Peters (Anna)", "peters (anna)"),
    ("v/d Berg\u{A0}A.", "v/d berg a."), ("School", "school"), ("van der School", "van der school"),
    ("Bedrijf, J.", "bedrijf, j."), ("deVries", "devries"), ("McDonald", "mcdonald"),
    ("VanDenBerg", "vandenberg"), ("JanWillem", "janwillem"), ("ElKaddouri", "elkaddouri"),
    ("d'Hondt", "d'hondt"), ("JPBakker", "jpbakker"),
    ("They, K.", "they, k."), ("Jan-Willem", "jan-willem"), ("JANSEN", "jansen"), ("J", "j"),
  ])
  func `accepts names and folds case and white space`(text: String, name: String) {
    #expect(Validator.personName.verdict(on: text) == .valid([]))
    #expect(Validator.personName.normalForm(of: text) == name)
  }

  @Test(arguments: [
    ("jansen", Verdict.Reason.structure), ("J.", .structure), ("", .length), ("j", .length),
    ("Jan 2", .character), ("jan@voorbeeld", .character), ("Onbekend", .range), ("N.V.T.", .range),
    ("NVT", .range), ("Team Wmo", .range), ("Stichting De Linde", .range),
    ("Jansen Bouw B.V.", .range), ("Zwembad De Sloot", .range), ("Zorgregistratie", .range),
    ("Klantenportaal", .range), ("Smit & Zn. Holding", .character), ("Smit Holding", .range),
    ("Stagiair", .range), ("Vacature", .range), ("Geen", .range), ("Naam", .range),
    ("Niet van toepassing", .range), ("setAttributes", .structure), ("iPhone", .structure),
    ("FirstNotifyParty", .structure), ("ExcludeFromCalcComparison", .structure),
    ("Wijkverpleegkundige", .range), ("Baliemedewerker", .range), ("Jobcoach", .range),
    ("Adviseur Wmo", .range), ("Microsoft Office User", .range), ("Windows-gebruiker", .range),
    ("Apache POI", .range), ("Administrator", .range), ("True", .range), ("Default", .range),
    ("Service", .range), ("They", .range), ("Sometimes", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.personName.verdict(on: text) == .invalid(reason))
  }

  @Test(arguments: [
    ("K. Smit", " AGB"), ("A. Jansen", " BSN"), ("Pieter van Dam", "  IBAN"), ("J. Bakker", " GEB"),
    ("A. JANSEN", " BSN"), ("T. Koster", " TEL NR"), ("J. de Wit-Bos", "\u{A0}KVK"),
  ])
  func `ends before a label in capitals`(name: String, rest: String) {
    #expect(Validator.personName.prefixLength(of: (name + rest).utf8.span) == name.utf8.count)
  }

  @Test(arguments: [
    // Labels that are names too, a surname in capitals, no more than a label, prefixes alone.
    "P. BANK", "J. de BOER", "Jan de VRIES", "A. BSN", "P. DE BANK", "Jan van BSN", "Jan Smit",
    "BSN", "Naam%20BSN",
  ])
  func `takes no name for a label`(text: String) {
    #expect(Validator.personName.prefixLength(of: text.utf8.span) == nil)
  }
}
