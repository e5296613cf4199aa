import ScanModel
import Testing

@testable import Reporting

@Suite struct CSVReportTests {
  private let style = ReportStyle(language: .nl)

  /// Reads RFC 4180; every record must end in CR LF.
  private func records(_ text: String, separator: Character = ",") -> [[String]] {
    var records: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if rest.first == "\"" {
          cell.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == "\"" {
        isQuoted = true
      } else if character == separator || character == "\r\n" {
        records[records.count - 1].append(cell)
        cell = ""
        if character == "\r\n" { records.append([]) }
      } else {
        cell.append(character)
      }
    }
    return records.dropLast()
  }

  @Test(
    arguments: [
      ("=1+1", "'=1+1"), ("+31 6", "'+31 6"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", "'\t=1"), ("\rx", "'\rx"), ("  =1", "'  =1"), ("\u{200B}=1", "'\u{200B}=1"),
      ("\u{A0}\u{FEFF}@x", "'\u{A0}\u{FEFF}@x"), ("\n=1", "'\n=1"), ("＝1", "'＝1"),
      ("a=1", "a=1"), ("/srv/=1", "/srv/=1"), ("", ""), ("12", "12"), ("  x", "  x"),
      ("'=1", "'=1"),
    ])
  func `takes the sting out of formulas`(text: String, neutral: String) {
    #expect(CSVText.neutralised(text) == neutral)
  }

  @Test func `has the header also without findings`() throws {
    #expect(records(try SampleRun().text(.csv, style)) == [CSVReport.columns])
  }

  @Test func `has a row for each kind and one for each gap`() throws {
    var run = SampleRun()
    run.add(
      FilePath("/srv/a, \"b\".csv"),
      members: SampleRun.members(at: [.member("=x"), .page(2)], .encrypted),
      outcome: .partial(.changed, examinedByteCount: 5), contentType: "csv",
      sameFileAs: FilePath("-c"),
      findings: [
        SampleRun.finding("iban", confidence: 0.6),
        SampleRun.finding("bsn", at: .cell(row: 7, column: 3, header: "bsn"), confidence: 0.97),
        SampleRun.finding("bsn", confidence: 0.5),
      ])
    run.add(FilePath("/srv/clean"))
    run.add(FilePath("/srv/locked"), outcome: .notExamined(.encrypted), contentType: "zip")
    let records = records(try run.text(.csv, style))
    #expect(
      records.dropFirst() == [
        [
          "/srv/a, \"b\".csv", "", "partial", "changed", "bsn", "Burgerservicenummer",
          "national-id", "2", "1", "0.97", "high", "C7 (bsn)", "•••••••48",
          "“bsn” staat er direct voor", "csv", "1234", "'-c",
        ],
        [
          "/srv/a, \"b\".csv", "", "partial", "changed", "iban", "IBAN", "ordinary", "1", "1",
          "0.60", "medium", "12:5", "•••••••48", "“bsn” staat er direct voor", "csv", "1234",
          "'-c",
        ],
        [
          "/srv/a, \"b\".csv", "", "partial", "changed", "", "", "", "", "", "", "", "", "", "",
          "csv", "1234", "'-c",
        ],
        [
          "/srv/a, \"b\".csv", "'=x » pagina 2", "not-examined", "encrypted", "", "", "", "", "",
          "", "", "", "", "", "pdf", "", "",
        ],
        [
          "/srv/locked", "", "not-examined", "encrypted", "", "", "", "", "", "", "", "", "", "",
          "zip", "1234", "",
        ],
      ])
  }

  @Test func `writes what Dutch Excel reads`() throws {
    var run = SampleRun()
    run.add(FilePath("/srv/a;b"), findings: [SampleRun.finding(confidence: 0.97)])
    let bytes = try run.report(.csv, ReportStyle(language: .nl, csvDialect: .dutchExcel))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let records = records(
      String(decoding: bytes.dropFirst(3), as: UTF8.self), separator: ";")
    #expect(records.first == CSVReport.columns)
    #expect(records.last?.first == "/srv/a;b")
    #expect(records.last?[9] == "0,97")
  }

  @Test func `keeps every hostile path in one row of its own`() throws {
    var run = SampleRun()
    for path in HostilePaths.all { run.add(path, findings: [SampleRun.finding()]) }
    let records = records(try run.text(.csv, style)).dropFirst()
    #expect(records.allSatisfy { $0.count == CSVReport.columns.count })
    #expect(Set(records.map { Array($0[0].utf8) }).count == HostilePaths.all.count)
    #expect(records.allSatisfy { !$0[0].unicodeScalars.contains(where: \.isDeceptive) })
  }
}
