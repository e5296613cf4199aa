import Foundation
import ScanModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct NDJSONReportTests {
  private let style = ReportStyle(language: .nl)

  private func lines(_ run: SampleRun, _ style: ReportStyle) throws -> [[String: Any]] {
    try run.report(.ndjson, style).split(separator: UInt8(ascii: "\n")).map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
  }

  /// A run with every outcome, place, reason and reason for leaving out.
  private var everything: SampleRun {
    var run = SampleRun()
    let places: [Place] = [
      .line(1, column: 2), .cell(row: 7, column: 28, header: nil),
      .cell(row: 7, column: 3, header: "bsn"), .element(path: "clients.bsn", line: 12),
      .record(line: 3, field: "bsn"),
    ]
    let findings = places.map { SampleRun.finding(at: $0, reasons: ReasonTextTests.all) }
    let parts =
      [
        .member("b.docx"), .folder("In"), .message(1), .page(2), .slide(3), .sheet("Blad1"),
        .table("client"),
      ] + DocumentSection.allCases.map { DocumentPart.section($0) }
    run.add(
      FilePath("/srv/b.zip"),
      members: SampleRun.members(at: parts, .encrypted),
      findings: [
        SampleRun.finding(in: parts), SampleRun.finding(at: .paragraph(4, header: nil)),
        SampleRun.finding(at: .paragraph(4, header: "bsn")),
      ])
    run.add(
      FilePath("/srv/a.zip"), stoppedPatterns: ["iban"],
      sameFileAs: HostilePaths.invalid.first, findings: findings)
    for reason in PartialReason.allCases {
      run.add(FilePath("/srv/p"), outcome: .partial(reason, examinedByteCount: 10))
    }
    for reason in CoverageTextTests.notExamined {
      run.add(FilePath("/srv/n"), outcome: .notExamined(reason), contentType: "zip")
    }
    run.leftOut = LeftOutReason.allCases.map { (FilePath("/srv/l"), $0) }
    return run
  }

  @Test(arguments: ReportLanguage.allCases, [false, true])
  func `obeys the published schema`(language: ReportLanguage, revealsValues: Bool) throws {
    let schema = try Self.schema()
    let style = ReportStyle(language: language, revealsValues: revealsValues)
    for line in try lines(everything, style) {
      #expect(schema.faults(in: line) == [])
    }
  }

  @Test func `has a schema that refuses what it does not know`() throws {
    let schema = try Self.schema()
    var summary = try #require(try lines(everything, style).last)
    #expect(schema.faults(in: summary).isEmpty)
    summary["extra"] = 1
    #expect(!schema.faults(in: summary).isEmpty)
    summary["extra"] = nil
    summary["complete"] = "yes"
    #expect(!schema.faults(in: summary).isEmpty)
  }

  @Test func `begins with the run and ends with the summary`() throws {
    let lines = try lines(everything, style)
    #expect(lines.first?["type"] as? String == "run")
    #expect(lines.first?["schema"] as? Int == 1)
    #expect(lines.first?["started"] as? String == "2001-09-09T01:46:40Z")
    #expect(lines.last?["type"] as? String == "summary")
    #expect(lines.count { $0["type"] as? String == "summary" } == 1)
    #expect(lines.count { $0["type"] as? String == "finding" } == 8)
  }

  @Test func `gives every path back byte by byte`() throws {
    var run = SampleRun()
    for path in HostilePaths.all { run.add(path, findings: [SampleRun.finding()]) }
    for type in ["file", "finding"] {
      let paths = try lines(run, style).filter { $0["type"] as? String == type }.map { line in
        if let encoded = line["path_b64"] as? String {
          return FilePath(Array(try #require(Data(base64Encoded: encoded))))
        }
        return FilePath(try #require(line["path"] as? String))
      }
      #expect(Set(paths) == Set(HostilePaths.all))
    }
  }

  @Test func `adds the bytes of a path only where it is not text`() throws {
    var run = SampleRun()
    run.add(FilePath("/srv/\u{FFFD}"))
    #expect(try !run.text(.ndjson, style).contains("path_b64"))
  }

  @Test func `shows values only when told to`() throws {
    var run = SampleRun()
    run.add(FilePath("/srv/a"), findings: [SampleRun.finding()])
    let masked = try lines(run, style)[1]
    #expect(masked["mask"] as? String == "•••••••48")
    #expect(masked["value"] == nil)
    #expect(masked["normalized"] == nil)
    let shown = try lines(run, ReportStyle(language: .nl, revealsValues: true))[1]
    #expect(shown["value"] as? String == SampleRun.bsn)
    #expect(shown["normalized"] as? String == SampleRun.bsn)
  }

  @Test func `counts so that the sum holds`() throws {
    let summary = try #require(try lines(everything, style).last)
    let coverage = try #require(summary["coverage"] as? [String: Any])
    let partial = try #require(coverage["partial"] as? [String: Int])
    let notExamined = try #require(coverage["not_examined"] as? [String: Int])
    let ended = partial.values.reduce(0, +) + notExamined.values.reduce(0, +)
    #expect(coverage["scanned"] as? Int == 2)
    #expect(ended == PartialReason.allCases.count + 8)
    #expect(coverage["listed"] as? Int == 2 + ended)
    #expect(summary["complete"] as? Bool == false)
  }

  @Test func `names the way into a document`() throws {
    var run = SampleRun()
    let parts: [DocumentPart] = [.member("post/brief.docx"), .section(.footer)]
    run.add(
      FilePath("/srv/a.zip"),
      findings: [
        SampleRun.finding(in: parts), SampleRun.finding(at: .paragraph(4, header: nil)),
        SampleRun.finding(at: .paragraph(4, header: "bsn")),
      ])
    let finding = try lines(run, style)[1]
    let part = try #require(finding["part"] as? [[String: String]])
    #expect(
      part == [
        ["type": "member", "name": "post/brief.docx"], ["type": "section", "name": "footer"],
      ])
    let place = try #require(finding["place"] as? [String: Any])
    #expect(place["text"] as? String == "post/brief.docx » voettekst » 12:5")
  }

  @Test func `calls an interrupted run incomplete`() throws {
    var run = SampleRun()
    run.add(FilePath("/srv/a"))
    #expect(try lines(run, style).last?["complete"] as? Bool == true)
    run.wasInterrupted = true
    #expect(try lines(run, style).last?["complete"] as? Bool == false)
  }

  private static func schema() throws -> JSONSchema {
    try JSONSchema(named: "scan-ndjson")
  }
}
