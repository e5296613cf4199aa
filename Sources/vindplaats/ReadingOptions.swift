internal import ArgumentParser
internal import Dispatch
internal import Glibc
internal import ScanModel
internal import Walking

/// Which files a scan reads, and with how many threads.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Threads that scan (default: the processors).", valueName: "n"))
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
      valueName: "size"))
  var maximumSize: ByteSize?

  @Flag(name: .customLong("dry-run"), help: "Only count the files and bytes that would be read.")
  var isDryRun = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }

  var jobCount: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  var walkOptions: WalkOptions {
    WalkOptions(
      followsLinks: follow, staysOnOneFileSystem: oneFileSystem,
      include: include.map { Glob(Environment.path($0).bytes) },
      exclude: exclude.map { Glob(Environment.path($0).bytes) })
  }

  /// The options that decide what is listed and found, as reports print them.
  func facts(kinds: String?, patternDirectories: [String]) -> [String] {
    var facts: [String] = []
    if let kinds { facts.append("--kinds \(kinds)") }
    facts += patternDirectories.map { "--patterns \($0)" }
    if follow { facts.append("--follow") }
    if !oneFileSystem { facts.append("--no-one-file-system") }
    facts += exclude.map { "--exclude \($0)" } + include.map { "--include \($0)" }
    if let maximumSize { facts.append("--max-size \(maximumSize.text)") }
    return facts
  }
}

/// A number of bytes as people write it: `800`, `64K`, `500M`, `2G` (powers of 1,024).
struct ByteSize: ExpressibleByArgument {
  let text: String
  let byteCount: Int

  init?(argument: String) {
    text = argument
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
    var digits = argument[...]
    var shift = 0
    if let unit = digits.last.flatMap({ units[Character($0.uppercased())] }) {
      shift = unit
      digits.removeLast()
    }
    guard let count = Int(digits), count > 0, count <= Int.max >> (shift + 1) else { return nil }
    byteCount = count << shift
  }
}
