import Foundation
import ScanModel
import Testing

@testable import Reporting

@Suite struct FindingLinesTests {
  private let file = Provenance(path: FilePath("/srv/a.csv"))

  private func blocks(_ findings: [Finding], revealsValues: Bool = false) -> [[UInt8]] {
    let style = ReportStyle(language: .en, revealsValues: revealsValues)
    var lines = FindingLines(style: style, kinds: SampleRun.kinds)
    var blocks: [[UInt8]] = []
    lines.write(findings, in: file) { blocks.append($0) }
    return blocks
  }

  private func records(
    _ findings: [Finding], revealsValues: Bool = false
  ) throws -> [[String: Any]] {
    try blocks(findings, revealsValues: revealsValues).joined().split(separator: 0x0A).map {
      try #require(JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  @Test func `writes a finding as the documentation shows it`() throws {
    let finding = SampleRun.finding(
      at: .cell(row: 7, column: 28, header: "b\"s\\n"), reasons: [.columnHeader("bsn"), .noCheck])
    #expect(
      String(decoding: Array(blocks([finding]).joined()), as: UTF8.self) == """
        {"type":"finding","path":"/srv/a.csv","kind":"bsn","class":"national-id",\
        "confidence":0.95,"level":"high","part":[],"place":{"type":"cell","row":7,"column":28,\
        "column_name":"AB","header":"b\\"s\\\\n","text":"AB7 (b\\"s\\\\n)"},"mask":"•••••••48",\
        "reasons":[{"code":"column-header","text":"the column is called “bsn”","word":"bsn"},\
        {"code":"no-check","text":"there is no check that confirms it"}]}

        """)
  }

  @Test func `names findings of a store, and tells what was decided about each`() throws {
    let finding = SampleRun.finding(at: .line(1, column: 1), reasons: [.noCheck])
    let findings = [finding, finding.decided(.rejected), finding]
    #expect(try records(findings).map { $0["decision"] as? String } == [nil, "rejected", nil])
    #expect(try records(findings).allSatisfy { $0["id"] == nil })
    var lines = FindingLines(style: ReportStyle(language: .en), kinds: SampleRun.kinds)
    lines.write(findings, ids: ["k3f7q2ab1x.1", "k3f7q2ab1x.2", "k3f7q2ab1x.3"], in: file) {
      let text = String(decoding: $0, as: UTF8.self)
      #expect(
        text.contains(#""path":"/srv/a.csv","id":"k3f7q2ab1x.2","decision":"rejected","kind""#))
      #expect(text.contains(#""id":"k3f7q2ab1x.3","kind""#))
    }
  }

  @Test func `keeps apart what findings alike do not share`() throws {
    let findings = (1...200).map { number in
      SampleRun.finding(
        number.isMultiple(of: 3) ? "iban" : "bsn", value: "1234 \(1000 + number)",
        at: .line(number, column: number + 7), confidence: number.isMultiple(of: 7) ? 0.6 : 0.95,
        reasons: [.checkPassed("elfproef"), .label("bsn", distance: number % 40)])
    }
    let records = try records(findings, revealsValues: true)
    #expect(records.count == findings.count)
    for (record, finding) in zip(records, findings) {
      let place = try #require(record["place"] as? [String: Any])
      #expect(place["line"] as? Int == finding.place.number)
      #expect(place["column"] as? Int == finding.place.column)
      #expect(place["text"] as? String == finding.place.description)
      #expect(record["kind"] as? String == finding.kind)
      #expect(record["confidence"] as? Double == finding.confidence.value)
      #expect(record["mask"] as? String == finding.value.masked())
      #expect(record["value"] as? String == finding.value.revealed)
      #expect(record["normalized"] as? String == finding.normalized.revealed)
      let reasons = try #require(record["reasons"] as? [[String: Any]])
      #expect(reasons.last?["distance"] as? Int == finding.place.number % 40)
    }
  }

  @Test func `knows more forms than it keeps`() throws {
    let findings = (0..<400).map { number in
      SampleRun.finding(at: .cell(row: number, column: number % 97 + 1, header: "h\(number % 97)"))
    }
    let places = try records(findings).map { try #require($0["place"] as? [String: Any]) }
    #expect(places.compactMap { $0["text"] as? String } == findings.map(\.place.description))
    #expect(places.compactMap { $0["header"] as? String } == (0..<400).map { "h\($0 % 97)" })
  }

  @Test(arguments: [
    "\"Jan\" \\ de\tVries", "Zoë Änne", "\u{202E}abcdefgh", "a\u{0}b", "12345678\u{7F}",
  ])
  func `gives masks and values of any text back to a reader`(value: String) throws {
    let record = try #require(
      try records([SampleRun.finding(value: value)], revealsValues: true).first)
    #expect(record["mask"] as? String == SensitiveText(value).masked())
    #expect(record["value"] as? String == value)
    #expect(record["normalized"] as? String == value)
  }

  @Test func `hands over blocks of whole lines, a little over 64 KB`() {
    let blocks = blocks((1...2000).map { SampleRun.finding(at: .line($0, column: 1)) })
    #expect(blocks.count > 5)
    #expect(blocks.allSatisfy { $0.last == 0x0A && $0.first == 0x7B })
    #expect(blocks.dropLast().allSatisfy { (64 << 10..<66 << 10).contains($0.count) })
    #expect(blocks.joined().count { $0 == 0x0A } == 2000)
  }

  @Test func `hands over nothing for no findings`() {
    #expect(blocks([]).isEmpty)
  }
}
