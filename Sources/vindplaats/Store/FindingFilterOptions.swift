internal import ArgumentParser
internal import FindingStore
internal import Glibc
internal import ScanModel
internal import Walking

/// Which findings of the store are asked for.
struct FindingFilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Findings as they were at the end of this run; without it, as they are now.",
      valueName: "name"))
  var run: String?

  @Flag(help: "Findings of files that are gone and of contents that were replaced.")
  var gone = false

  @Option(
    help: ArgumentHelp("Only these kinds, separated by commas.", valueName: "ids"))
  var kind: [String] = []

  @Option(help: "Only findings of at least this confidence: low, medium or high.")
  var level: Confidence.Level = .low

  @Option(
    help: ArgumentHelp(
      "Only files at or below this path, or that match a glob such as '*.csv' or '**/old/*'.",
      valueName: "path|glob"),
    completion: .file())
  var path: [String] = []

  @Option(
    help: ArgumentHelp("Only files of this user: a name or a number.", valueName: "user"))
  var owner: String?

  @Option(
    name: .customLong("older-than"),
    help: ArgumentHelp(
      "Only files whose content was changed last before so long: 30d, 6w, 18m, 2y.",
      valueName: "age"))
  var olderThan: Age?

  @Option(
    name: .customLong("newer-than"),
    help: ArgumentHelp("Only files whose content was changed within so long.", valueName: "age"))
  var newerThan: Age?

  @Option(help: "Only findings of this state of decision: open, accepted, rejected or all.")
  var decided: DecisionChoice = .open

  func validate() throws {
    if gone, run != nil { throw ValidationError("--gone and --run exclude each other") }
    if path.contains("") { throw ValidationError("--path takes a path or a glob") }
  }

  /// The query, but for the values that are looked up; `now` is in seconds since 1970.
  func query(_ run: StoredRun?, now: Int64) -> FindingQuery {
    var query = FindingQuery()
    query.moment = gone ? .gone : run.map { .run($0) } ?? .now
    query.kinds = Set(kindIDs)
    query.minimumLevel = level
    query.owner = owner
    query.changedBefore = olderThan.map { $0.before(now) * 1_000_000_000 }
    query.changedSince = newerThan.map { $0.before(now) * 1_000_000_000 }
    let globs = path.filter(Self.isGlob).map { Glob(TypedText.bytes(of: $0)) }
    let paths = path.filter { !Self.isGlob($0) }.map { text in
      let path = TypedText.path(text)
      return (path.real ?? path.absolute).trimmed
    }
    if globs.isEmpty {
      query.paths = paths
    } else {
      query.matchesPath = { path in
        paths.contains { path.isWithin($0) }
          || globs.contains { $0.matches(path.bytes.span.extracting(droppingFirst: 1)) }
      }
    }
    return query
  }

  /// The ids of `--kind`.
  var kindIDs: [String] {
    kind.flatMap { $0.split { $0 == "," || $0 == " " }.map { String($0) } }
  }

  /// What of it is asked for, as reports print it.
  var facts: [String] {
    var facts: [String] = []
    if gone { facts.append("--gone") }
    if !kindIDs.isEmpty { facts.append("--kind \(kindIDs.joined(separator: ","))") }
    if level != .low { facts.append("--level \(level.rawValue)") }
    facts += path.map { "--path \(TypedText.visible($0))" }
    if let owner { facts.append("--owner \(TypedText.visible(owner))") }
    if let olderThan { facts.append("--older-than \(olderThan.days)d") }
    if let newerThan { facts.append("--newer-than \(newerThan.days)d") }
    if decided != .open { facts.append("--decided \(decided.rawValue)") }
    return facts
  }

  private static func isGlob(_ text: String) -> Bool {
    text.contains { "*?[".contains($0) }
  }
}

/// Which findings are shown, by what people have decided about them.
enum DecisionChoice: String, CaseIterable, ExpressibleByArgument {
  case open, accepted, rejected, all

  func shows(_ decision: Decision?) -> Bool {
    switch self {
    case .open: decision == nil
    case .accepted: decision?.verdict == .accepted
    case .rejected: decision?.verdict == .rejected
    case .all: true
    }
  }
}

extension Confidence.Level: ExpressibleByArgument {}

extension FilePath {
  /// Without slashes at its end.
  fileprivate var trimmed: FilePath {
    let bare = bytes.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
    return bare.isEmpty ? FilePath("/") : FilePath(Array(bare))
  }
}
