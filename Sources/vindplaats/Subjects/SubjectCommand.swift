internal import ArgumentParser

/// Makes and judges cards of the people whose data are sought.
struct SubjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subject",
    abstract: "Make and check the cards of people whose data are to be found.",
    discussion: """
      A card is a file of YAML or JSON with what is known of a person: names, BSN, birth date, \
      addresses, e-mails, phones, IBANs, numbers, licence plates, free terms. It is read from a file \
      or standard input, never from arguments, which every user of the machine can read.
      """,
    subcommands: [SubjectNewCommand.self, SubjectCheckCommand.self])
}
