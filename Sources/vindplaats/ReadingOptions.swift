internal import ArgumentParser
internal import ScanModel
internal import Walking

/// Which files a scan reads, and at what pace.
struct ReadingOptions: ParsableArguments {
  @Flag(help: "Follow symbolic links to targets below the given paths.")
  var follow = false

  @Flag(
    inversion: .prefixedNo, help: "Stay on the file system of each given path.")
  var oneFileSystem = true

  @Option(
    help: ArgumentHelp(
      "Leave out what matches; a directory is not entered. May be repeated; each is counted.",
      valueName: "glob"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp("List only files that match. May be repeated.", valueName: "glob"))
  var include: [String] = []

  @Option(
    name: .customLong("max-size"),
    help: ArgumentHelp(
      "Do not examine larger files, such as 500M; they are listed as too large.",
      valueName: "size"),
    transform: ByteSize.init(argument:))
  var maximumSize: ByteSize?

  @OptionGroup var pace: PaceOptions

  @Flag(
    name: .customLong("text-in-binary"),
    help: "Search readable pieces of text in files without a reader; they count as partial.")
  var readsTextInBinary = false

  func validate() throws {
    if (exclude + include).contains("") {
      throw ValidationError("--exclude and --include take a name or pattern, not nothing")
    }
  }

  var walkOptions: WalkOptions {
    WalkOptions(
      followsLinks: follow, staysOnOneFileSystem: oneFileSystem,
      include: include.map { Glob(TypedText.bytes(of: $0)) },
      exclude: exclude.map { Glob(TypedText.bytes(of: $0)) })
  }

  /// The options that decide what is listed, as reports print them.
  var facts: [String] {
    var facts: [String] = []
    if follow { facts.append("--follow") }
    if !oneFileSystem { facts.append("--no-one-file-system") }
    facts += exclude.map { "--exclude \(TypedText.visible($0))" }
    facts += include.map { "--include \(TypedText.visible($0))" }
    if readsTextInBinary { facts.append("--text-in-binary") }
    if let maximumSize { facts.append("--max-size \(maximumSize.text)") }
    return facts
  }
}
