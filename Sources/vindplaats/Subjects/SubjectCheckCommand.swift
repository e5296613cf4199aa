internal import ArgumentParser
internal import Reporting
internal import ScanModel
internal import Subjects

/// Lists what a search with some cards looks for, and what is weak about them.
struct SubjectCheckCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List the variants that a search with a card looks for.",
    discussion: """
      Capitals, accents, and the marks and spaces between letters and digits make no difference to a \
      search: 'J. de Vries' is also found as 'jdevries' and 'J_DE_VRIES'. Values are masked unless \
      --reveal is given.
      """)

  @Argument(
    help: ArgumentHelp(
      "The cards: files of YAML or JSON, or - for standard input.", valueName: "card"),
    completion: .file())
  var cards: [String]

  @Flag(help: "Print the variants in full, to judge them.")
  var reveal = false

  @Flag(help: "NDJSON: a record for each card, one for each attribute, a summary at the end.")
  var json = false

  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let files = try CardFiles(cards, language)
    let search = SubjectSearch(files.cards)
    let output = AnswerOutput()
    for file in files.files {
      for card in file.cards {
        let listing = CardListing(search, card: card, file: file, revealsValues: reveal)
        json ? listing.printRecords(to: output) : listing.print(to: output, language)
      }
    }
    if json {
      output.printRecord("summary") { json in
        json.member("cards", search.cards.count)
        json.member("variants", search.terms.count)
      }
    }
    try output.finish(language)
  }
}
