import Evidence
import ScanModel
import TestSupport
import Testing

/// Several values behind one label.
@Suite struct EnumerationTests {
  private let bench: EvidenceBench

  init() throws {
    bench = EvidenceBench(try SmallCatalog.catalog())
  }

  /// The numbers of the Chamber of Commerce count with a label only.
  @Test(arguments: [
    "KvK 69599084, 12345678",
    "KvK-nummers: 69599084; 12345678",
    "KvK 69599084/12345678",
    "KvK 69599084 en 12345678",
    "KvK 69599084, en 12345678",
    "KvK 69599084 (holding) 12345678 (werkmaatschappij)",
    "KvK 69599084 (holding) of 12345678",
    "KvK:\n69599084\n12345678",
    "KvK:\r\n- 69599084\r\n- 12345678",
    "KvK:\n• 69599084\n• 12345678",
    "KvK & telefoon: 69599084, 12345678",
    "KvK 69599084, 12345678 en niet meer",
  ])
  func `a label names all numbers of a list`(text: String) {
    let values = bench.findings(in: text).filter { $0.kind == "kvk" }.map(\.normalized.revealed)
    #expect(values == ["69599084", "12345678"])
  }

  @Test(arguments: [
    "KvK 69599084 12345678",
    "KvK 69599084. 12345678",
    "KvK 69599084 bij 12345678",
    "KvK 69599084, 3, 12345678",
    "KvK 69599084, klant 12345678",
    "KvK 69599084, tussen ons 12345678",
    "KvK 69599084\n\n\n12345678",
    "KvK 69599084\nordernummer 12345678",
    "KvK 69599084\n12345678 stuks",
    "KvK 69599084, 12345678 stuks",
    "KvK 69599084 van Jan\n12345678",
  ])
  func `a label does not reach what is no part of the list`(text: String) {
    let values = bench.findings(in: text).filter { $0.kind == "kvk" }.map(\.normalized.revealed)
    #expect(values == ["69599084"])
  }

  @Test func `a counter word speaks against all numbers of a list`() {
    #expect(bench.findings(in: "Ordernummer 123456782, 111222333 en 999990019").isEmpty)
  }

  @Test func `a list is known over all its length, up to 33 numbers`() {
    let numbers = (0..<40).map { "\(10_000_000 + $0)" }
    let findings = bench.findings(in: "KvK: " + numbers.joined(separator: ", "))
    #expect(findings.map(\.normalized.revealed) == Array(numbers.prefix(33)))
  }

  @Test(arguments: [
    "BSN/ordernummer: 123456782", "BSN of ordernummer 123456782", "BSN en ordernummer: 123456782",
    "BSN | ordernummer 123456782", "Ordernummer/BSN: 123456782",
  ])
  func `a counter word joined to a label does not speak against it`(text: String) {
    #expect(bench.findings(in: text).map(\.confidence.level) == [.high])
  }

  @Test func `what a number is of does not speak against its label`() {
    let findings = bench.findings(in: "Het BSN op de bestelling is 123456782")
    #expect(findings.map(\.confidence.level) == [.high])
  }

  @Test(arguments: [
    "BSN ordernummer: 123456782", "BSN onbekend, ordernummer: 123456782",
    "BSN onbekend, bestelling 123456782", "BSN op bestelling: 123456782",
  ])
  func `one that follows it speaks against it`(text: String) {
    #expect(bench.findings(in: text).isEmpty)
  }
}
