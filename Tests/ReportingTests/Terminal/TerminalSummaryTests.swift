import ScanModel
import Testing

@testable import Reporting

@Suite struct TerminalSummaryTests {
  private let style = ReportStyle(language: .nl)

  @Test func `says first what was examined, as a sum`() throws {
    var run = SampleRun()
    for index in 0..<1100 { run.add(FilePath("/srv/\(index)")) }
    for index in 0..<4 {
      run.add(FilePath("/srv/p\(index)"), outcome: .partial(.changed, examinedByteCount: 1))
    }
    for index in 0..<130 {
      run.add(
        FilePath("/srv/n\(index)"), outcome: .notExamined(.unsupportedType), contentType: "pdf")
    }
    let dutch = try run.terminal(style)
    #expect(dutch.hasPrefix("Dekking\n"))
    #expect(
      dutch.contains(
        "1.234 bestanden vermeld = 1.100 onderzocht + 4 deels + 130 niet onderzocht"))
    #expect(dutch.contains("pdf 130"))
    #expect(
      try run.terminal(ReportStyle(language: .en)).contains(
        "1,234 files listed = 1,100 examined + 4 partly + 130 not examined"))
  }

  @Test func `names the ten riskiest files and counts the others`() throws {
    var run = SampleRun()
    for index in 0..<12 {
      run.add(FilePath("/srv/low-\(index)"), findings: [SampleRun.finding("email")])
    }
    run.add(FilePath("/srv/high"), findings: [SampleRun.finding("bsn")])
    let lines = try run.terminal(style).split(separator: "\n")
    let files = lines.filter { $0.contains("/srv/") }
    #expect(files.count == 10)
    #expect(files.first?.hasSuffix("  Burgerservicenummer 1  /srv/high") == true)
    #expect(lines.last == "  en nog 3; zie het CSV- of NDJSON-rapport")
  }

  @Test func `counts what was found by kind and level`() throws {
    var run = SampleRun()
    run.suppressedCount = 812
    let findings = [0.9, 0.9, 0.6, 0.1].map { SampleRun.finding(confidence: $0) }
    run.add(FilePath("/srv/a"), findings: findings)
    let text = try run.terminal(style)
    #expect(text.contains("Nationaal identificatienummer (art. 87 AVG, art. 46 UAVG)"))
    #expect(
      text.contains("Burgerservicenummer  4   hoog 2  middel 1  laag 1   in 1 bestand\n"))
    #expect(text.contains("812 kandidaten niet vermeld"))
  }

  @Test func `colours only when told to`() throws {
    var run = SampleRun()
    run.add(FilePath("/srv/a"), findings: [SampleRun.finding()])
    #expect(try !run.terminal(style).contains("\u{1B}"))
    let coloured = ReportStyle(language: .nl, usesColour: true)
    #expect(try run.terminal(coloured).contains("\u{1B}[1mDekking\u{1B}[0m"))
  }

  @Test func `lets no path reach the terminal as it is`() throws {
    for path in HostilePaths.all {
      var run = SampleRun()
      run.add(path, contentType: "a\u{1B}b", findings: [SampleRun.finding()])
      let text = try run.terminal(style)
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isDeceptive })
    }
  }

  @Test func `says that a run was interrupted`() throws {
    var run = SampleRun()
    run.wasInterrupted = true
    #expect(try run.terminal(style).contains("onderbroken"))
  }
}
