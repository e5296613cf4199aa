import ScanModel
import Testing

@testable import Reporting

@Suite struct FileRiskTests {
  private func risk(_ findings: [Finding]) -> FileRisk {
    FileRisk(of: SampleRun.tallies(findings), kinds: SampleRun.kinds)
  }

  private func findings(_ kind: String, _ count: Int, confidence: Double) -> [Finding] {
    (0..<count).map { SampleRun.finding(kind, value: "value \($0)", confidence: confidence) }
  }

  @Test func `is nothing without findings`() {
    #expect(risk([]).score == 0)
    #expect(risk([]).band == .low)
  }

  @Test(
    arguments: [
      ("bsn", 1, 0.95, 10, FileRisk.Band.high),
      ("bsn", 1, 0.6, 4, .medium),
      ("bsn", 1, 0.2, 0.5, .low),
      ("iban", 1, 0.95, 5, .medium),
      ("iban", 3, 0.95, 10, .high),
      ("email", 1, 0.95, 1, .low),
      ("email", 3, 0.95, 2, .medium),
      ("kvk", 1, 0.95, 0.2, .low),
      ("unknown-kind", 1, 0.95, 1, .low),
    ] as [(String, Int, Double, Double, FileRisk.Band)])
  func `weighs kind, confidence and number`(
    kind: String, count: Int, confidence: Double, score: Double, band: FileRisk.Band
  ) {
    let risk = risk(findings(kind, count, confidence: confidence))
    #expect(risk.score == score)
    #expect(risk.band == band)
  }

  @Test func `puts one certain BSN above a thousand doubtful ones`() {
    let certain = risk(findings("bsn", 1, confidence: 0.95))
    #expect(certain.score > risk(findings("bsn", 1000, confidence: 0.2)).score)
  }

  @Test func `never falls when findings are added`() {
    let certain = findings("bsn", 2, confidence: 0.95)
    let doubtful = findings("bsn", 50, confidence: 0.2)
    #expect(risk(certain + doubtful).score >= risk(certain).score)
    #expect(risk(certain + findings("iban", 1, confidence: 0.2)).score > risk(certain).score)
  }

  @Test func `counts a value that is repeated once`() {
    let repeated = (0..<100).map { _ in SampleRun.finding() }
    #expect(risk(repeated).score == risk([SampleRun.finding()]).score)
  }
}
