internal import ArgumentParser

/// Prints a script that lets a shell complete the command line.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the completion script of a shell: bash, zsh or fish.",
    discussion: """
      For bash: vindplaats completions bash > /etc/bash_completion.d/vindplaats. For zsh: into a \
      file _vindplaats in a directory of $fpath. For fish: into \
      ~/.config/fish/completions/vindplaats.fish.
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    fileprivate var completionShell: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    try StandardOutput.print(Vindplaats.completionScript(for: shell.completionShell))
  }
}
