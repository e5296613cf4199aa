internal import ArgumentParser
internal import Reporting
internal import ScanModel
internal import Subjects

/// Asks what is known of a person and writes a card.
struct SubjectNewCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Ask what is known of a person, and write a card.",
    discussion: """
      Asks on the terminal, in Dutch or English; an empty answer passes a question. The file is \
      written when all is asked, for its owner alone (0600); one that exists is never overwritten.
      """)

  @Argument(
    help: ArgumentHelp("The card to write; it must not exist.", valueName: "file"),
    completion: .file())
  var file: String

  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let path = TypedText.path(file)
    try NewCardFile.refuseEarly(path, language)
    var interview = CardInterview(language)
    let card = try interview.card()
    let text = CardText.text(of: card)
    // What cannot be read back is not written.
    guard let read = try? SubjectCardFile.cards(in: text, file: "-"), read == [card] else {
      throw CommandFailure(
        message: language.choose(
          nl: "de antwoorden vormen geen kaart: noem minstens een naam of nummer; er is niets "
            + "geschreven",
          en: "the answers make no card: give a name or number at least; nothing was written"),
        status: .usage)
    }
    try NewCardFile.write(text, to: path, language)
    let count = SubjectSearch([card]).terms.count
    for remark in CardRemark.remarks(on: card) {
      try StandardOutput.print(
        language.choose(nl: "let op: ", en: "note: ") + remark.text(in: language))
    }
    let shown = TerminalText.path(path)
    try StandardOutput.print(
      language.choose(
        nl: "geschreven: \(shown) (alleen voor u leesbaar); \(count) schrijfwijzen, zie "
          + "'vindplaats subject check --reveal'",
        en: "written: \(shown) (readable for you alone); \(count) variants, see "
          + "'vindplaats subject check --reveal'"))
  }
}
