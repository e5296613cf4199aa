internal import ArgumentParser

/// Prints the manual page, made of the help of all commands.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man(1).",
    discussion: """
      To read it: vindplaats manual | man -l -. To install it: vindplaats manual > \
      /usr/local/share/man/man1/vindplaats.1.
      """)

  func run() throws {
    try StandardOutput.print(ManualPage.text)
  }
}
