import PatternCatalog
import ScanModel
import Scanning
import TestSupport
import Testing

/// A large file that several threads search must give what one thread finds in it.
@Suite struct LargeFileTests {
  private let bench: ScanBench
  private let folder: TemporaryFolder

  /// Enough for five blocks.
  private static let byteCount = 1_300_000

  init() throws {
    bench = try ScanBench(
      try PatternCatalog(files: [
        (name: "bsn.yaml", text: SmallCatalog.bsn), (name: "kvk.yaml", text: SmallCatalog.kvk),
        (name: "chain.yaml", text: Self.chain),
      ]))
    folder = try TemporaryFolder()
  }

  @Test func `in running text, with matches over the ends of blocks`() throws {
    // Where a search begins inside of such a chain it finds other links of it.
    let links = String(repeating: "12x34x56x78x90x", count: 100)
    try folder.write(
      filled { number in
        number % 60 == 0 ? links + "\n" : "regel \(number) van een lange brief met woorden\n"
      }, to: "brief.txt")
    try expectSame(atLeast: 1_000)
  }

  @Test func `in a table whose header names a column`() throws {
    try folder.write(
      "naam;bsn;plaats\n" + filled { "Jan \($0);\(bsn($0));een plaats in het oosten\n" },
      to: "namen.csv")
    try expectSame(atLeast: 1_000)
  }

  @Test func `in a table whose columns are decided late`() throws {
    try folder.write(
      filled { number in
        let isLate = number > 20_000
        return "Jan \(number);\(isLate ? bsn(number) : "geen");een plaats in het oosten\n"
      }, to: "namen.csv")
    try expectSame(atLeast: 100)
  }

  @Test func `in objects with keys`() throws {
    try folder.write(
      "["
        + filled { #"{"client": {"bsn": "\#(bsn($0))", "k\#($0 % 900)": "woord"}},\#n"# }
        + "{}]", to: "namen.json")
    try expectSame(atLeast: 1_000)
  }

  @Test func `with an expression that is stopped on the way`() throws {
    let bench = try ScanBench(
      try PatternCatalog(files: [
        (name: "bsn.yaml", text: SmallCatalog.bsn),
        (name: "slow.yaml", text: SmallCatalog.slow(letter: "q")),
      ]))
    try folder.write(
      filled { number in
        number == 15_000
          ? String(repeating: "q", count: 5_000) + "b\n"
          : "regel \(number) van de brief met bsn \(bsn(number))qq\n"
      }, to: "brief.txt")
    let one = bench.scan([folder.path], jobCount: 1).receiver
    let three = bench.scan([folder.path], jobCount: 3).receiver
    #expect(one.files.map(\.stoppedPatterns) == [["slow"]])
    #expect(three.findings == one.findings)
    #expect(three.files.map(Ending.init) == one.files.map(Ending.init))
  }

  @Test func `ends soon where the scan is cancelled`() throws {
    // More blocks than are read before the first of them is settled.
    let text = String(repeating: filled { "BSN \(bsn($0)) van een brief\n" }, count: 8)
    try folder.write(text, to: "brief.txt")
    let progress = ScanProgress()
    let summary = bench.scan(
      [folder.path], jobCount: 3, progress: progress,
      receiver: CancellingReceiver(progress: progress))
    #expect(summary.wasInterrupted)
    #expect(summary.coverage.isConserved)
    #expect(summary.coverage.scannedCount == 0)
    #expect(progress.byteCount < text.utf8.count)
  }

  /// How a file ended, as far as it does not depend on time.
  private struct Ending: Hashable {
    let outcome: Outcome
    let stoppedPatterns: [String]
    let counts: [String: Int]

    init(_ record: FileRecord) {
      outcome = record.outcome
      stoppedPatterns = record.stoppedPatterns
      counts = Dictionary(uniqueKeysWithValues: record.tallies.map { ($0.kind, $0.count) })
    }
  }

  private func expectSame(atLeast count: Int) throws {
    let one = bench.scan([folder.path], jobCount: 1).receiver
    #expect(one.findings.count >= count)
    let three = bench.scan([folder.path], jobCount: 3).receiver
    #expect(three.findings == one.findings)
    #expect(three.files.map(Ending.init) == one.files.map(Ending.init))
  }

  /// Lines up to the size of a large file, each made of its number.
  private func filled(_ line: (Int) -> String) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < Self.byteCount {
      text += line(number)
      number += 1
    }
    return text
  }

  /// A number of nine digits that passes the elfproef.
  private func bsn(_ number: Int) -> String {
    var head = 10_000_000 + 7 * number
    while true {
      let digits = String(head).utf8.map { Int($0) - 48 }
      let rest = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2]).map(*).reduce(0, +) % 11
      if rest < 10 { return "\(head)\(rest)" }
      head += 1
    }
  }

  private static let chain = """
    id: chain
    name: {nl: 'Keten', en: 'Chain'}
    class: ordinary
    source: 'none'
    expressions: [{notation: plain, regex: '(?:[0-9]{2}x){2}'}]
    confidence: {bare: 0.5, label: 0.5}
    examples: ['⟦12x34x⟧', 'b ⟦12x34x⟧']
    """
}

/// Cancels the scan as soon as something is found.
private final class CancellingReceiver: ScanReceiver {
  let takesFindings = true
  private let progress: ScanProgress

  init(progress: ScanProgress) {
    self.progress = progress
  }

  func take(_ findings: [Finding], in file: Provenance) { progress.cancel() }
  func take(_ record: FileRecord) {}
  func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {}
}
