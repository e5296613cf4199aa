internal import Reporting
internal import ScanModel
internal import Subjects

/// What is searched for of one card, for people and for programs.
struct CardListing {
  private let card: SubjectCard
  private let file: CardFiles.File
  private let remarks: [CardRemark]
  private let groups: [(attribute: SubjectAttribute, texts: [String])]
  /// What counts only where a label names it; among the groups too.
  private let labelledTexts: [String]
  private let revealsValues: Bool

  init(_ search: SubjectSearch, card: Int, file: CardFiles.File, revealsValues: Bool) {
    self.card = search.cards[card]
    self.file = file
    self.revealsValues = revealsValues
    remarks =
      CardRemark.remarks(on: search.cards[card])
      + (file.isReadableByOthers ? [.readableByOthers] : [])
    labelledTexts = search.variants(of: card).filter(\.needsLabel).map(\.text)
    let byAttribute = Dictionary(grouping: search.variants(of: card), by: \.attribute)
    groups = SubjectAttribute.allCases.compactMap { attribute in
      byAttribute[attribute].map { (attribute, $0.map(\.text)) }
    }
  }

  private var variantCount: Int { groups.reduce(0) { $0 + $1.texts.count } }

  // MARK: For people

  func print(to output: AnswerOutput, _ language: ReportLanguage) {
    let place = file.isStandardInput ? "-" : TerminalText.path(file.path)
    var title = "\(TerminalText.text(card.reference)) (\(place))"
    if !card.caseReference.isEmpty {
      title += language.choose(nl: ", zaak ", en: ", case ") + TerminalText.text(card.caseReference)
    }
    output.print(title)
    let count = variantCount
    output.print(
      language.choose(
        nl:
          "  \(count) schrijfwijzen worden gezocht; hoofdletters, accenten en leestekens maken niet "
          + "uit",
        en: "  \(count) variants are sought; capitals, accents and marks make no difference"))
    for (attribute, texts) in groups {
      output.print("  \(attribute.name(in: language)) (\(texts.count)):")
      for line in lines(of: texts) { output.print("    \(line)") }
    }
    if !labelledTexts.isEmpty {
      output.print(
        language.choose(
          nl: "  alleen waar een kop of veldnaam zegt dat het een naam is:",
          en: "  only where a header or a field name says that it is a name:"))
      for line in lines(of: labelledTexts) { output.print("    \(line)") }
    }
    for remark in remarks {
      output.print(
        language.choose(nl: "  let op: ", en: "  note: ") + remark.text(in: language))
    }
    if !revealsValues {
      output.print(
        language.choose(
          nl: "  waarden zijn afgeschermd; --reveal toont ze",
          en: "  values are masked; --reveal shows them"))
    }
  }

  /// The texts, several on a line; each mask once.
  private func lines(of texts: [String]) -> [String] {
    var seen: Set<String> = []
    var lines: [String] = []
    for text in texts.map(shown) where seen.insert(text).inserted {
      if let last = lines.last, last.count + text.count + 3 <= 90 {
        lines[lines.count - 1] = "\(last) | \(text)"
      } else {
        lines.append(text)
      }
    }
    return lines
  }

  private func shown(_ text: String) -> String {
    TerminalText.text(revealsValues ? text : SensitiveText(text).masked())
  }

  // MARK: For programs

  func printRecords(to output: AnswerOutput) {
    output.printRecord("card") { json in
      json.member("schema", 1)
      json.member("reference", card.reference)
      json.member("case", card.caseReference.isEmpty ? nil : card.caseReference)
      json.path(file.path)
      json.member("variants", variantCount)
      json.array("remarks") { json in
        for remark in remarks { json.value(remark.rawValue) }
      }
    }
    for (attribute, texts) in groups {
      output.printRecord("variants") { json in
        json.member("reference", card.reference)
        json.member("attribute", attribute.rawValue)
        json.member("count", texts.count)
        json.array("texts") { json in
          for text in texts { json.value(revealsValues ? text : SensitiveText(text).masked()) }
        }
      }
    }
  }
}

extension SubjectAttribute {
  /// What reports call it.
  fileprivate func name(in language: ReportLanguage) -> String {
    let (dutch, english) =
      switch self {
      case .fullName: ("volledige naam", "full name")
      case .surname:
        ("achternaam alleen; telt niet op zichzelf", "surname alone; never counts alone")
      case .bsn: ("BSN", "BSN")
      case .birthDate: ("geboortedatum", "birth date")
      case .address: ("adres", "address")
      case .email: ("e-mailadres", "e-mail address")
      case .phone: ("telefoonnummer", "phone number")
      case .iban: ("rekeningnummer", "bank account")
      case .number: ("nummer", "number")
      case .licencePlate: ("kenteken", "licence plate")
      case .term: ("vrije zoekterm", "free term")
      }
    return language.choose(nl: dutch, en: english)
  }
}
