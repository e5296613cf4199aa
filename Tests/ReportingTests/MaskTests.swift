import ScanModel
import Testing

@testable import Reporting

@Suite struct MaskTests {
  private var run: SampleRun {
    var run = SampleRun()
    run.add(
      FilePath("/srv/a"),
      findings: [
        SampleRun.finding(value: SampleRun.bsn),
        SampleRun.finding("iban", value: "NL91 ABNA 0417 1643 00"),
        SampleRun.finding("email", value: "jan.voorbeeld@voorbeeld.example"),
      ])
    return run
  }

  /// Parts of the values that are longer than a mask may show.
  private let secrets = [
    "348", "234", "9999", "300", "643", "ABNA", "0417", "jan.", "voorbeeld", "ple",
  ]

  @Test(arguments: ReportFormat.allCases, ReportLanguage.allCases)
  func `no report shows more than two characters`(
    format: ReportFormat, language: ReportLanguage
  ) throws {
    let style = ReportStyle(language: language)
    // Masks only: style sheet, dates and hashes hold digits of their own.
    let text = try run.text(format, style)
    let masks = text.split { !($0 == "•" || $0.isLetter || $0.isNumber || " .@".contains($0)) }
      .filter { $0.contains("•") }
    #expect(!masks.isEmpty)
    for mask in masks {
      #expect(secrets.allSatisfy { !mask.contains($0) })
      #expect(mask.count { $0.isLetter || $0.isNumber } <= 2)
    }
    for value in [SampleRun.bsn, "NL91 ABNA", "jan.voorbeeld"] {
      #expect(!text.contains(value))
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `a report that reveals shows the value`(format: ReportFormat) throws {
    let text = try run.text(format, ReportStyle(language: .nl, revealsValues: true))
    #expect(text.contains(SampleRun.bsn))
    #expect(text.contains("NL91 ABNA 0417 1643 00"))
  }

  @Test func `the terminal shows no value at all`() throws {
    let text = try run.terminal(ReportStyle(language: .nl, revealsValues: true))
    #expect(!text.contains(SampleRun.bsn))
  }
}
