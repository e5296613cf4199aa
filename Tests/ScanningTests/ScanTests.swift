import Foundation
import PatternCatalog
import ScanModel
import Scanning
import TestSupport
import Testing
import Walking

@Suite struct ScanTests {
  private let bench: ScanBench
  private let folder: TemporaryFolder

  init() throws {
    bench = try ScanBench(try SmallCatalog.catalog())
    folder = try TemporaryFolder()
  }

  @Test func `every listed file ends, and the sum holds`() throws {
    try folder.write("BSN 123456782\n", to: "a/letter.txt")
    try folder.write("%PDF-1.7\n%âãÏÓ\n1 0 obj\n", to: "a/scan.txt")
    try folder.write("", to: "a/empty")
    try folder.write(String(repeating: "lang ", count: 1_000), to: "b/long.txt")
    mkfifo(folder.path + "/b/pipe", 0o600)
    symlink("a", folder.path + "/link")
    let (summary, receiver) = bench.scan([folder.path], byteLimit: 4_000)
    #expect(summary.coverage.listedCount == 5)
    #expect(summary.coverage.isConserved)
    #expect(receiver.outcome(of: "letter.txt") == .scanned)
    #expect(receiver.outcome(of: "scan.txt") == .notExamined(.unsupportedType))
    #expect(receiver.outcome(of: "empty") == .scanned)
    #expect(receiver.outcome(of: "long.txt") == .notExamined(.tooLarge))
    #expect(receiver.outcome(of: "pipe") == .notExamined(.special))
    #expect(summary.coverage.unsupportedTypes == ["pdf": 1])
    #expect(receiver.leftOutReasons == [.symbolicLink])
    #expect(!summary.coverage.isComplete)
  }

  @Test func `one thread and eight find the same`() throws {
    for index in 0..<200 {
      try folder.write(
        HostileText(seed: UInt64(index)).bytes(count: 3_000), to: "\(index % 7)/\(index).txt")
    }
    let one = bench.scan([folder.path], jobCount: 1).receiver.findingLines
    let eight = bench.scan([folder.path], jobCount: 8).receiver.findingLines
    #expect(one.count > 1_000)
    #expect(one == eight)
  }

  @Test(arguments: -45...5)
  func `finds a value across the border of two blocks once`(shift: Int) throws {
    let border = 256 << 10
    let text = String(repeating: "woord ", count: border / 6).prefix(border + shift)
    try folder.write(text + " BSN: 1234.56.782 en jan@voorbeeld.nl", to: "long.txt")
    let findings = bench.scan([folder.path]).receiver.findings
    #expect(findings.map(\.normalized.revealed).sorted() == ["123456782", "jan@voorbeeld.nl"])
    #expect(findings.allSatisfy { $0.kind != "bsn" || $0.confidence.level == .high })
  }

  @Test func `the same text in six encodings gives the same findings`() throws {
    let text = "\u{E9}\u{E9}n BSN: 123456782\nMail van Andr\u{E9}: andre@voorbeeld.nl\n"
    try folder.write(text, to: "1.txt")
    try folder.write([0xEF, 0xBB, 0xBF] + Array(text.utf8), to: "2.txt")
    let encodings: [(String, String.Encoding)] = [
      ("3.txt", .utf16), ("4.txt", .utf16LittleEndian), ("5.txt", .utf16BigEndian),
      ("6.txt", .windowsCP1252),
    ]
    for (name, encoding) in encodings {
      try folder.write(Array(try #require(text.data(using: encoding))), to: name)
    }
    let receiver = bench.scan([folder.path]).receiver
    let perFile = Dictionary(grouping: receiver.findingLines) { line in
      String(line.dropFirst(folder.path.count).prefix { $0 != " " })
    }.mapValues { $0.map { $0.drop { $0 != " " } }.sorted() }
    #expect(perFile.count == 6)
    #expect(Set(perFile.values).count == 1)
    #expect(perFile.values.first?.count == 2)
  }

  @Test func `reports a file with two names under both, and reads it once`() throws {
    let path = try folder.write("BSN 123456782 en BSN 111222333", to: "a.txt")
    link(path, folder.path + "/b.txt")
    let progress = ScanProgress()
    let (summary, receiver) = bench.scan([folder.path], progress: progress)
    #expect(summary.coverage.listedCount == 2)
    #expect(receiver.findingLines.count == 4)
    #expect(receiver.files.count { $0.sameFileAs != nil } == 1)
    #expect(progress.byteCount == 30)
  }

  @Test func `an expression that is stopped makes the file partial`() throws {
    let catalog = try PatternCatalog(files: [
      (name: "slow.yaml", text: SmallCatalog.slow(letter: "a")),
      (name: "bsn.yaml", text: SmallCatalog.bsn),
    ])
    try folder.write(String(repeating: "a", count: 5_000) + "b BSN 123456782", to: "a.txt")
    let receiver = try ScanBench(catalog).scan([folder.path]).receiver
    #expect(receiver.outcome(of: "a.txt") == .partial(.patternStopped, examinedByteCount: 5_015))
    #expect(receiver.files.first?.stoppedPatterns == ["slow"])
    #expect(receiver.findings.map(\.kind) == ["bsn"])
  }

  @Test func `an expression that is stopped in one file is no matter of the next`() throws {
    try folder.write(String(repeating: "a", count: 5_000) + "b", to: "a.txt")
    try folder.write("%PDF-1.7\n", to: "b.pdf")
    try folder.write("aaa", to: "c.txt")
    let bench = try ScanBench(
      try PatternCatalog(files: [(name: "slow.yaml", text: SmallCatalog.slow(letter: "a"))]))
    let receiver = bench.scan(
      ["a.txt", "b.pdf", "c.txt"].map { folder.path + "/" + $0 }, jobCount: 1
    )
    .receiver
    #expect(receiver.files.map(\.stoppedPatterns) == [["slow"], [], []])
  }

  @Test func `runs of text in binary content are scanned on request, and it counts as partial`()
    throws
  {
    let content = "%PDF-1.7\n\u{0}\u{1}\u{2}BSN 123456782\u{0}\u{3}"
    try folder.write(content, to: "scan.pdf")
    try folder.write("Salted__\u{0}\u{1}BSN 123456782", to: "secret.bin")
    let (summary, receiver) = bench.scan([folder.path], binaryReading: .runsOfText)
    #expect(
      receiver.outcome(of: "scan.pdf")
        == .partial(.textInBinary, examinedByteCount: content.utf8.count))
    #expect(receiver.outcome(of: "secret.bin") == .notExamined(.encrypted))
    #expect(receiver.findings.map(\.kind) == ["bsn"])
    #expect(!summary.coverage.isComplete)
  }

  @Test func `a scan that is cancelled still accounts for every listed file`() throws {
    for index in 0..<50 { try folder.write("BSN 123456782", to: "\(index).txt") }
    let progress = ScanProgress()
    progress.cancel()
    let summary = bench.scan([folder.path], progress: progress).summary
    #expect(summary.wasInterrupted)
    #expect(summary.coverage.isConserved)
    #expect(summary.coverage.scannedCount == 0)
  }
}
