internal import ScanModel

/// What a reason is called in reports and how it reads in a sentence.
extension Reason {
  /// The stable code of reports.
  var code: String {
    switch self {
    case .checkPassed: "check-passed"
    case .noCheck: "no-check"
    case .label: "label"
    case .nearbyLabel: "nearby-label"
    case .columnHeader: "column-header"
    case .fieldName: "field-name"
    case .knownRecord: "known-record"
    case .counterWord: "counter-word"
    case .typicalNotation: "typical-notation"
    case .testRange: "test-range"
    case .lostZero: "lost-zero"
    case .splitOverLines: "split-over-lines"
    case .columnPasses: "column-passes"
    case .columnIsRandom: "column-is-random"
    case .within: "within"
    case .mayHoldBSN: "may-hold-bsn"
    case .functionalAddress: "functional-address"
    case .notPublicAddress: "not-public-address"
    case .unknownBank: "unknown-bank"
    }
  }

  /// The word of the catalog that it is about.
  var word: String? {
    switch self {
    case .checkPassed(let word), .label(let word, _), .nearbyLabel(let word),
      .columnHeader(let word), .fieldName(let word), .knownRecord(let word),
      .counterWord(let word), .within(let word):
      word
    default: nil
    }
  }

  /// A clause without capital and full stop.
  var phrase: Phrase {
    switch self {
    case .checkPassed(let check):
      Phrase(
        "de controle klopt (\(Phrase.check(check)[.nl]))",
        "the check passes (\(Phrase.check(check)[.en]))")
    case .noCheck:
      Phrase("er is geen controle die het bevestigt", "there is no check that confirms it")
    case .label(let word, _):
      Phrase("“\(word)” staat er direct voor", "“\(word)” stands directly before it")
    case .nearbyLabel(let word):
      Phrase("“\(word)” staat kort ervoor", "“\(word)” stands shortly before it")
    case .columnHeader(let word):
      Phrase("de kolom heet “\(word)”", "the column is called “\(word)”")
    case .fieldName(let word):
      Phrase("het veld heet “\(word)”", "the field is called “\(word)”")
    case .knownRecord(let word):
      Phrase("vaste plaats van “\(word)” in een record", "fixed place of “\(word)” in a record")
    case .counterWord(let word):
      Phrase(
        "“\(word)” ervoor spreekt het tegen", "“\(word)” before it speaks against it")
    case .typicalNotation:
      Phrase("geschreven zoals alleen dit nummer", "written as only this number is")
    case .testRange:
      Phrase("uit een reeks voor tests", "from a range set apart for tests")
    case .lostZero:
      Phrase(
        "klopt met een voorloopnul die is weggevallen", "fits with a leading zero that was lost")
    case .splitOverLines:
      Phrase("verdeeld over twee regels", "split over two lines")
    case .columnPasses(let passed, let count):
      Self.share(passed, count, "kloppen", "pass the check")
    case .columnIsRandom(let passed, let count):
      Self.share(
        passed, count, "kloppen, niet meer dan toeval", "pass the check, no more than chance")
    case .within(let kind):
      Phrase("deel van een grotere vondst (\(kind))", "part of a larger find (\(kind))")
    case .mayHoldBSN:
      Phrase(
        "een oud btw-nummer van een eenmanszaak bevat het BSN",
        "an old VAT number of a sole trader holds the BSN")
    case .functionalAddress:
      Phrase(
        "adres van een functie, niet van een persoon", "address of a function, not of a person")
    case .notPublicAddress:
      Phrase("geen openbaar adres", "not a public address")
    case .unknownBank:
      Phrase("onbekende bankcode", "unknown bank code")
    }
  }

  private static func share(
    _ passed: Int, _ count: Int, _ dutch: String, _ english: String
  ) -> Phrase {
    let (nl, en) = (NumberText(.nl), NumberText(.en))
    return Phrase(
      "\(nl.grouped(passed)) van \(nl.grouped(count)) waarden in de kolom \(dutch)",
      "\(en.grouped(passed)) of \(en.grouped(count)) values in the column \(english)")
  }
}

extension Phrase {
  /// What a check is called: `elfproef`, `kalender`.
  package static func check(_ name: String) -> Phrase {
    switch name {
    case "calendar": Phrase("kalender", "calendar")
    case "elfproef or mod 97": Phrase("elfproef of mod 97", "elfproef or mod 97")
    default: Phrase(name, name)
    }
  }
}

extension [Reason] {
  /// The reasons as one line: `de kolom heet “bsn”; de controle klopt (elfproef)`.
  func text(in language: ReportLanguage, kinds: KindTable = KindTable()) -> String {
    map { reason in
      guard case .within(let id) = reason else { return reason.phrase[language] }
      return Reason.within(kinds[id].name(in: language)).phrase[language]
    }.joined(separator: "; ")
  }
}
