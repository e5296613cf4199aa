import Evidence
import ScanModel
import TestSupport
import Testing

@Suite struct RunningTextEvidenceTests {
  private let bench: EvidenceBench

  init() throws {
    bench = EvidenceBench(try SmallCatalog.catalog())
  }

  @Test(arguments: [
    ("BSN: 123456782", Confidence.Level.high),
    ("Uw burgerservicenummer is 123456782.", .high),
    ("bsn-nr. 123456782", .high),
    ("clientBsn = 123456782", .high),
    ("123456782 (BSN)", .high),
    ("BSN\n123456782", .medium),
    ("Wij spraken met de betrokkene, met BSN\n123456782, en met de ouders.", .high),
    ("Wij spraken met de betrokkene, met BSN \r\n  123456782, en met de ouders.", .high),
    // The end of a header above a first column.
    ("Naam van de betrokkene   Woonplaats   BSN\n123456782 Jansen Ede", .medium),
    ("Wij spraken met de betrokkene.\nBSN\n123456782", .medium),
    ("Het BSN staat hieronder.\nEerst iets anders.\n123456782", .medium),
    ("Nummer 123456782", .low),
    ("1234.56.782", .medium),
  ])
  func `weighs the label by where it stands`(text: String, level: Confidence.Level) throws {
    let finding = try #require(bench.findings(in: text).first { $0.kind == "bsn" })
    #expect(finding.confidence.level == level)
    #expect(finding.normalized.revealed == "123456782")
  }

  @Test(arguments: [
    "Factuurnummer 123456782",
    "BSN onbekend. Ordernummer: 123456782",
    "Het BSN ontbreekt.\nFactuurnummer: 123456782",
  ])
  func `a counter word directly before beats a weak label`(text: String) {
    #expect(bench.findings(in: text).isEmpty)
  }

  @Test func `a label does not reach over another number`() throws {
    let findings = bench.findings(in: "BSN 123456782 op 111222333")
    #expect(findings.map(\.confidence.level) == [.high, .medium])
  }

  @Test func `a label reaches forty characters and no further`() throws {
    let near = "BSN" + String(repeating: ".", count: 40) + "123456782"
    let far = "BSN" + String(repeating: ".", count: 41) + "123456782"
    #expect(bench.findings(in: near).map(\.confidence.level) == [.high])
    #expect(bench.findings(in: far).map(\.confidence.level) == [.medium])
  }

  @Test func `a form that needs a label counts with one only`() throws {
    #expect(bench.findings(in: "Nummer 63308836").isEmpty)
    let finding = try #require(bench.findings(in: "BSN: 63308836").first)
    #expect(finding.normalized.revealed == "063308836")
    #expect(finding.reasons.contains(.lostZero))
  }

  @Test func `the nearer label gets the place`() {
    // 68727720 passes the elfproef as a BSN that lost its zero.
    #expect(bench.findings(in: "BSN of KvK 68727720").map(\.kind) == ["kvk"])
    #expect(bench.findings(in: "KvK of BSN 68727720").map(\.kind) == ["bsn"])
  }

  @Test func `gives line and column in characters`() throws {
    let findings = bench.findings(in: "één\nBSN é 123456782\nmail: a.b@voorbeeld.nl")
    #expect(findings.map(\.place) == [.line(2, column: 7), .line(3, column: 7)])
  }

  @Test func `says why`() throws {
    let finding = try #require(bench.findings(in: "BSN: 999999990").first)
    #expect(finding.reasons.first == .label("bsn", distance: 2))
    #expect(finding.reasons.contains(.checkPassed("elfproef")))
    #expect(finding.reasons.contains(.testRange))
  }

  @Test func `reasons and masks hold no value`() throws {
    let finding = try #require(bench.findings(in: "BSN: 123456782").first)
    #expect("\(finding.value)" == "•••••••82")
    #expect(!String(reflecting: finding).contains("123456782"))
  }
}
