internal import Glibc
internal import Reporting
internal import ScanModel
internal import Subjects

/// The files of cards that a command is given.
struct CardFiles {
  struct File {
    let path: FilePath
    let isStandardInput: Bool
    /// As it was read.
    let text: String
    /// Other users than its owner may read it.
    let isReadableByOthers: Bool
    /// Its cards among all.
    let cards: Range<Int>
  }

  let files: [File]
  let cards: [SubjectCard]

  private static let byteLimit = 4 << 20

  /// Reads the cards of all files, `-` from standard input; fails with file, line and key.
  init(_ arguments: [String], _ language: ReportLanguage) throws {
    var files: [File] = []
    var cards: [SubjectCard] = []
    guard arguments.count(where: { $0 == "-" }) < 2 else {
      throw CommandFailure(
        message: language.choose(
          nl: "standaardinvoer ('-') kan maar één keer worden gelezen",
          en: "standard input ('-') can be read only once"), status: .usage)
    }
    for argument in arguments {
      let path = TypedText.path(argument)
      let isStandardInput = argument == "-"
      let text = try Self.text(of: path, isStandardInput: isStandardInput, language)
      let name = isStandardInput ? "-" : TerminalText.path(path)
      let first = cards.count
      do {
        cards += try SubjectCardFile.cards(in: text, file: name, language: language)
      } catch {
        throw CommandFailure(message: Message(card: error, language), status: .usage)
      }
      files.append(
        File(
          path: path, isStandardInput: isStandardInput, text: text,
          isReadableByOthers: !isStandardInput && Self.isReadableByOthers(path),
          cards: first..<cards.count))
    }
    self.files = files
    self.cards = cards
    try refuseEqualReferences(language)
  }

  /// Tells on standard error of files that others may read.
  func warn(_ language: ReportLanguage, paths: LogPaths) {
    for file in files where file.isReadableByOthers {
      let message: Message = language.choose(
        nl: "let op: anderen kunnen \(file.path) lezen, met persoonsgegevens; doe chmod 600",
        en: "note: others may read \(file.path), which holds personal data; run chmod 600")
      StandardError.print(message.text(paths: paths))
    }
  }

  private func refuseEqualReferences(_ language: ReportLanguage) throws {
    var known: Set<String> = []
    for file in files {
      for card in cards[file.cards] where !card.reference.isEmpty {
        guard known.insert(card.reference).inserted else {
          throw CommandFailure(
            message: language.choose(
              nl:
                "\(file.path): een andere kaart heeft dezelfde 'reference'; geef elke kaart een eigen",
              en: "\(file.path): another card has the same 'reference'; give each card its own"),
            status: .usage)
        }
      }
    }
  }

  private static func text(
    of path: FilePath, isStandardInput: Bool, _ language: ReportLanguage
  ) throws -> String {
    let bytes: [UInt8]
    if isStandardInput {
      bytes = InputFile.standardInput(byteLimit: byteLimit)
    } else {
      bytes = try InputFile.contents(
        of: path, byteLimit: byteLimit, called: Phrase("de kaart", "the card"), in: language)
    }
    guard bytes.count <= byteLimit else {
      throw CommandFailure(
        message: language.choose(
          nl: "\(path) is te groot voor een kaart (meer dan 4 MB)",
          en: "\(path) is too large for a card (more than 4 MB)"), status: .usage)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        message: language.choose(
          nl: "\(path) is geen tekst in UTF-8; bewaar de kaart als UTF-8",
          en: "\(path) is no text in UTF-8; save the card as UTF-8"), status: .usage)
    }
    return text
  }

  private static func isReadableByOthers(_ path: FilePath) -> Bool {
    var facts = stat()
    return stat(path.cString, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
      && facts.st_mode & 0o077 != 0
  }
}

extension Message {
  /// What is wrong with a card: file, line, key, never a value.
  init(card error: ConfigurationError, _ language: ReportLanguage) {
    let problem = error.problem
    self =
      error.line.map { line in
        language.choose(
          nl: "kaart \(written: error.file), regel \(line): \(problem)",
          en: "card \(written: error.file), line \(line): \(problem)")
      }
      ?? language.choose(
        nl: "kaart \(written: error.file): \(problem)",
        en: "card \(written: error.file): \(problem)")
  }
}

extension CardFiles {
  /// The files themselves, which hold what is looked for and are no places of it.
  var paths: [FilePath] { files.filter { !$0.isStandardInput }.map(\.path) }
}
