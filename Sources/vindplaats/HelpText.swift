internal import ArgumentParser

/// The help of a command, taken apart.
struct HelpText {
  struct Entry {
    /// An option or argument with its value, or the name of a command: `-j, --jobs <n>`.
    let label: String
    let meaning: String
  }

  struct Section {
    /// `WHAT IS READ`, or nil for the text at the start.
    let title: String
    var entries: [Entry] = []
  }

  /// What the command does, in one sentence.
  let overview: String
  private(set) var discussion = ""
  private(set) var usage = ""
  /// Arguments, options and commands.
  private(set) var sections: [Section] = []

  /// Wide enough that no sentence is broken.
  private static let columnCount = 10_000
  private static let indentation = "  "

  init(of command: any ParsableCommand.Type) {
    let lines = Vindplaats.helpMessage(for: command, columns: Self.columnCount)
      .split(separator: "\n")
    overview = command.configuration.abstract
    for line in lines.drop(while: { $0.hasPrefix("OVERVIEW:") }) {
      take(line)
    }
  }

  private mutating func take(_ line: Substring) {
    if line.hasPrefix("USAGE: ") {
      usage = String(line.dropFirst("USAGE: ".count))
    } else if line.hasSuffix(":"), !line.hasPrefix(" "), !usage.isEmpty {
      sections.append(Section(title: String(line.dropLast())))
    } else if usage.isEmpty {
      discussion += (discussion.isEmpty ? "" : " ") + line
    } else if let last = sections.indices.last, line.hasPrefix(Self.indentation) {
      take(line.drop { $0 == " " }, isEntry: !line.hasPrefix(Self.indentation + " "), in: last)
    }
  }

  /// Takes a label with its meaning, or the meaning of the label on the line before.
  private mutating func take(_ text: Substring, isEntry: Bool, in section: Int) {
    if !isEntry, let entry = sections[section].entries.popLast() {
      sections[section].entries.append(Entry(label: entry.label, meaning: String(text)))
      return
    }
    let parts = text.split(separator: Self.indentation, maxSplits: 1)
    guard let label = parts.first, !label.hasPrefix("See ") else { return }
    let meaning = parts.dropFirst().first?.drop { $0 == " " } ?? ""
    sections[section].entries.append(Entry(label: String(label), meaning: String(meaning)))
  }
}
