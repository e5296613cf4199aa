import ScanModel

@testable import Reporting

/// A run put together by hand, and what each report makes of it.
struct SampleRun {
  static let kinds = [
    KindDescription(
      id: "bsn", dutchName: "Burgerservicenummer", englishName: "Citizen service number",
      legalClass: .nationalID),
    KindDescription(id: "iban", dutchName: "IBAN", englishName: "IBAN", legalClass: .ordinary),
    KindDescription(
      id: "email", dutchName: "E-mailadres", englishName: "E-mail address",
      legalClass: .ordinary),
    KindDescription(
      id: "kvk", dutchName: "KvK-nummer", englishName: "Chamber of commerce number",
      legalClass: .organisation),
  ]

  var header = RunHeader(
    id: "0123456789abcdef", toolVersion: "1.2.3", started: 1_000_000_000,
    roots: [FilePath("/srv/share")], options: ["--jobs", "2"], kinds: SampleRun.kinds)
  var records: [FileRecord] = []
  var leftOut: [(FilePath, LeftOutReason)] = []
  var suppressedCount = 0
  var wasInterrupted = false

  /// A test BSN of the range 9999xxxxx.
  static let bsn = "999912348"

  static func finding(
    _ kind: String = "bsn", value: String = bsn, at place: Place = .line(12, column: 5),
    in part: [DocumentPart] = [], confidence: Double = 0.95,
    reasons: [Reason] = [.label("bsn", distance: 2)]
  ) -> Finding {
    Finding(
      kind: kind, part: part, place: place, confidence: Confidence(confidence),
      reasons: reasons, value: SensitiveText(value), normalized: SensitiveText(value))
  }

  /// One member that was read, and one at `parts` that was not.
  static func members(at parts: [DocumentPart], _ reason: PartialReason) -> MemberTally {
    var members = MemberTally()
    members.countExamined()
    members.count(IncompleteMember(parts: parts, contentType: "pdf", reason: reason))
    return members
  }

  static func tallies(_ findings: [Finding]) -> [KindTally] {
    var tallies = FileTallies()
    tallies.count(findings)
    return tallies.byKind
  }

  mutating func add(
    _ path: FilePath, members: MemberTally = MemberTally(), outcome: Outcome = .scanned,
    contentType: String = "text", stoppedPatterns: [String] = [], sameFileAs: FilePath? = nil,
    findings: [Finding] = []
  ) {
    records.append(
      FileRecord(
        provenance: Provenance(path: path), byteCount: 1234,
        contentType: contentType, outcome: outcome, members: members,
        stoppedPatterns: stoppedPatterns,
        tallies: Self.tallies(findings), sameFileAs: sameFileAs))
  }

  /// The summary that a scan of these records ends with.
  var summary: RunSummary {
    var coverage = Coverage()
    var findingCounts: [String: LevelCounts] = [:]
    var fileCounts: [String: Int] = [:]
    for record in records {
      coverage.list()
      coverage.end(
        record.outcome, contentType: record.contentType, byteCount: record.byteCount)
      for tally in record.tallies {
        findingCounts[tally.kind, default: LevelCounts()].add(tally.countByLevel)
        fileCounts[tally.kind, default: 0] += 1
      }
    }
    for (_, reason) in leftOut { coverage.leaveOut(reason) }
    return RunSummary(
      coverage: coverage, findingCounts: findingCounts, fileCounts: fileCounts,
      suppressedCount: suppressedCount, wasInterrupted: wasInterrupted, duration: 1.5)
  }

  /// Feeds the run to a writer; findings come before the record of their file.
  func feed(_ writer: inout any ReportWriter, _ style: ReportStyle) throws(ReportError) {
    try writer.begin(header)
    var maker = FindingLines(style: style, kinds: header.kinds)
    for record in records {
      var lines: [UInt8] = []
      maker.write(record.tallies.flatMap(\.examples), in: record.provenance) { lines += $0 }
      try writer.take(findingLines: lines)
      try writer.take(record)
    }
    for (path, reason) in leftOut { try writer.leaveOut(path, reason) }
    try writer.finish(summary)
  }

  /// The report as bytes.
  func report(_ format: ReportFormat, _ style: ReportStyle) throws -> [UInt8] {
    let folder = TemporaryFolder()
    var writer = format.writer(to: try OutputFile(replacing: folder.file("report")), style: style)
    try feed(&writer, style)
    return folder.read("report")
  }

  func text(_ format: ReportFormat, _ style: ReportStyle) throws -> String {
    String(decoding: try report(format, style), as: UTF8.self)
  }

  /// What the terminal shows.
  func terminal(_ style: ReportStyle) throws -> String {
    let folder = TemporaryFolder()
    var writer: any ReportWriter = TerminalSummary(
      to: try OutputFile(replacing: folder.file("report")), style: style)
    try feed(&writer, style)
    return String(decoding: folder.read("report"), as: UTF8.self)
  }
}

/// Paths that break careless writers.
enum HostilePaths {
  static let all: [FilePath] =
    [
      "/srv/new\nline", "/srv/carriage\rreturn", "/srv/tab\t", "/srv/esc\u{1B}[31mred",
      "/srv/quote\"'`", "/srv/comma,semicolon;", "/srv/back\\slash", "/srv/-rf", "/srv/=1+1",
      "/srv/\u{202E}fdp.exe", "/srv/\u{85}c1", "/srv/e\u{301}", "/srv/\u{E9}",
      "/srv/\u{2028}\u{2029}", "/srv/\u{FFFD}", "/srv/🗂", "/srv/$'quoted'",
      "/srv/\"><script>document.title='PWNED'</script>",
      "/srv/<img src=x onerror=\"document.title='PWNED'\">", "/srv/&amp;&lt;",
      "/srv/" + String(repeating: "x", count: 255),
    ].map { FilePath($0) } + invalid

  /// Not UTF-8: stray, cut off, too long, surrogate.
  static let invalid: [FilePath] = [
    [0xFF, 0xFE], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x41, 0x80, 0x42], [0xE2, 0x82],
  ].map { FilePath(Array("/srv/".utf8) + $0) }
}
