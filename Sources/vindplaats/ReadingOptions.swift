internal import ArgumentParser
internal import Dispatch
internal import Glibc
internal import ScanModel
internal import Walking

/// Which files a scan reads, and with how many threads.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("Threads that scan; without it, as many as processors.", valueName: "n"))
  var jobs: Int?

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

  @Option(
    help: ArgumentHelp(
      "Read at most so many bytes a second, such as 20M, with all threads together.",
      valueName: "size"),
    transform: ByteSize.init(argument:))
  var throttle: ByteSize?

  @Flag(
    name: .customLong("idle-io"),
    help: ArgumentHelp(
      "Read only while nobody else uses the disk; where Linux has a scheduler of I/O with priorities."
    ))
  var readsWhenIdle = false

  @Flag(
    name: .customLong("text-in-binary"),
    help: "Search readable pieces of text in files without a reader; they count as partial.")
  var readsTextInBinary = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
    if (exclude + include).contains("") {
      throw ValidationError("--exclude and --include take a name or pattern, not nothing")
    }
  }

  var jobCount: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

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
