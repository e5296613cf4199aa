import Foundation
import ScanModel
import Testing

@testable import Reporting

@Suite struct JSONReportTests {
  private let style = ReportStyle(language: .en)

  private func document(_ run: SampleRun) throws -> [String: Any] {
    let data = Data(try run.report(.json, style))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `is one document, also of an empty run`() throws {
    let document = try document(SampleRun())
    #expect(Set(document.keys) == ["run", "files", "left_out", "left_out_omitted", "summary"])
    #expect((document["files"] as? [Any])?.isEmpty == true)
  }

  @Test func `gives five examples of each kind`() throws {
    var run = SampleRun()
    let findings = (1...20).map { SampleRun.finding(at: .line($0, column: 1)) }
    run.add(FilePath("/srv/a"), findings: findings + [SampleRun.finding("iban")])
    run.add(FilePath("/srv/b"))
    let files = try #require(try document(run)["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["path"] as? String } == ["/srv/a", "/srv/b"])
    let kinds = try #require(files.first?["kinds"] as? [[String: Any]])
    #expect(kinds.compactMap { $0["count"] as? Int } == [20, 1])
    #expect(kinds.compactMap { ($0["examples"] as? [Any])?.count } == [5, 1])
  }

  @Test func `keeps a bounded list of what was left out and counts the rest`() throws {
    var run = SampleRun()
    run.leftOut = (0..<10_007).map { (FilePath("/srv/\($0)"), .excluded) }
    let document = try document(run)
    #expect((document["left_out"] as? [Any])?.count == 10_000)
    #expect(document["left_out_omitted"] as? Int == 7)
  }
}
