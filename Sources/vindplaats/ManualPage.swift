internal import ArgumentParser

/// The manual page of the command line in the language of man(7).
enum ManualPage {
  static var text: String {
    var page = RoffPage(title: "VINDPLAATS", version: "vindplaats \(toolVersion)")
    let whole = HelpText(of: Vindplaats.self)
    page.section("NAME")
    page.paragraph("vindplaats - \(whole.overview.dropLast())")
    page.section("SYNOPSIS")
    for command in commands { page.synopsis(HelpText(of: command).usage) }
    page.section("DESCRIPTION")
    for paragraph in description { page.paragraph(paragraph) }
    for command in commands { describe(command, in: &page) }
    page.section("EXIT STATUS")
    for (status, meaning) in ExitStatus.meanings { page.entry(status, meaning) }
    page.paragraph("Any other status is a failure.")
    page.section("ENVIRONMENT")
    for (name, meaning) in variables { page.entry(name, meaning) }
    page.section("EXAMPLES")
    for (meaning, line) in examples { page.example(line, meaning) }
    return page.text
  }

  private static let commands: [any ParsableCommand.Type] = [
    ScanCommand.self, AcceptCommand.self, RejectCommand.self, DecisionsListCommand.self,
    DecisionsWithdrawCommand.self, DecisionsExportCommand.self, DecisionsImportCommand.self,
    PurgeCommand.self, PatternsListCommand.self, PatternsShowCommand.self,
    PatternsTestCommand.self, SubjectNewCommand.self, SubjectCheckCommand.self,
    CompletionsCommand.self, ManualCommand.self,
  ]

  private static func describe(_ command: any ParsableCommand.Type, in page: inout RoffPage) {
    let help = HelpText(of: command)
    let name = help.usage.split(separator: " ").dropFirst().prefix { $0.first?.isLetter == true }
    page.section(name.joined(separator: " ").uppercased())
    page.paragraph(help.overview)
    if !help.discussion.isEmpty { page.paragraph(help.discussion) }
    for section in help.sections {
      let entries = section.entries.filter { !isOnEveryCommand($0) }
      if entries.isEmpty { continue }
      page.subsection(section.title.prefix(1) + section.title.dropFirst().lowercased())
      for entry in entries { page.entry(entry.label, entry.meaning) }
    }
  }

  private static func isOnEveryCommand(_ entry: HelpText.Entry) -> Bool {
    entry.label == "--version" || entry.label == "-h, --help"
  }

  private static let description = [
    """
    vindplaats walks files and folders, reads text and exports, recognises Dutch identifiers and \
    other personal data by their check digits and by what stands around them, and reports the hits \
    per file. It only reads. Values are masked in every report unless --reveal is given.
    """,
    """
    Every listed file ends as scanned, partial or not examined, with a reason; every report shows \
    that sum. Reports go to standard output and to the files of --out, messages to standard error. \
    A report file appears when it is complete; an older one stays until then.
    """,
    """
    SIGINT, SIGTERM and SIGHUP end a scan early: its reports are completed and say so. A second \
    one ends it at once. SIGUSR1 prints how far it is.
    """,
  ]

  private static let variables = [
    ("LC_ALL, LC_MESSAGES, LANG", "The language of reports: Dutch for nl, English for all else."),
    ("NO_COLOR", "No colours in the summary if not empty, unless --color always is given."),
    ("TERM", "No colours in the summary if it is dumb."),
  ]

  private static let examples = [
    (
      "Scan a share; a page for people and a table for a spreadsheet:",
      "vindplaats scan /srv/share --out html=report.html --out csv=report.csv"
    ),
    (
      "Look for two kinds only, and leave copies out:",
      "vindplaats scan /srv/share --kinds bsn,iban --exclude '*.bak'"
    ),
    (
      "Every finding as a record, for another program:",
      "vindplaats scan export.csv --json"
    ),
    (
      "Test patterns of your own, and scan with them:",
      "vindplaats patterns test --patterns my-patterns"
    ),
  ]
}
