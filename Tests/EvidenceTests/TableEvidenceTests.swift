import Evidence
import PatternCatalog
import ScanModel
import TestSupport
import Testing

@Suite struct TableEvidenceTests {
  private let bench: EvidenceBench

  init() throws {
    bench = EvidenceBench(try SmallCatalog.catalog())
  }

  @Test func `a header is a label for its column`() throws {
    let findings = bench.findings(
      inTable: [["1", "123456782"], ["2", "63308836"]], header: ["id", "BSN_nummer"])
    #expect(findings.map(\.normalized.revealed) == ["123456782", "063308836"])
    #expect(findings.allSatisfy { $0.confidence.level == .high })
    #expect(findings[0].reasons.first == .columnHeader("bsn"))
    #expect(findings[0].place == .cell(row: 1, column: 2, header: "BSN_nummer"))
  }

  @Test(arguments: ["Factuurnummer", "KvK-nummer"])
  func `a header that names something else speaks against it`(header: String) {
    let findings = bench.findings(inTable: [["123456782"]], header: [header])
    #expect(findings.isEmpty)
  }

  /// A code of nine digits that is sure of itself wherever it stands.
  private static let code = """
    id: code
    name: {nl: 'Code', en: 'Code'}
    class: ordinary
    source: 'none'
    reported: false
    expressions: [{notation: plain, regex: '(?<![0-9])[0-9]{9}(?![0-9])'}]
    labels: [code]
    confidence: {bare: 0.97, near: 0.97, label: 0.98, counter: 0.97}
    examples: ['⟦123456782⟧', 'code ⟦123456783⟧']
    """

  // What is more than the value is not settled by its header, nor is what no header names, or what
  // it names too.
  @Test(arguments: [
    ("BSN", "123456782", 1), ("BSN", "nr 123456782", 0), ("Omschrijving", "123456782", 0),
    ("Code BSN", "123456782", 0),
  ])
  func `a whole cell is what its header names, however sure a lookalike is`(
    header: String, cell: String, count: Int
  ) throws {
    let catalog = try PatternCatalog(files: [
      (name: "bsn.yaml", text: SmallCatalog.bsn), (name: "code.yaml", text: Self.code),
    ])
    let findings = EvidenceBench(catalog).findings(inTable: [[cell]], header: [header])
    #expect(findings.count == count)
  }

  /// A code whose label is a common word.
  private static let parcel = """
    id: parcel
    name: {nl: 'Pakket', en: 'Parcel'}
    class: ordinary
    source: 'none'
    expressions: [{notation: plain, regex: '(?<![0-9])[0-9]{9}(?![0-9])'}]
    alone: [from]
    confidence: {bare: 0.02, near: 0.02, label: 0.98, counter: 0.02}
    examples: ['from ⟦123456782⟧', 'From: ⟦123456783⟧']
    """

  @Test(arguments: [
    ("From", 1), ("(from)", 1), ("message.From", 1), ("from.value", 1), ("UPLOAD_FROM_DEVICE", 0),
    ("AcquiredFrom", 0), ("message.from date", 0), ("from2", 0),
  ])
  func `a word that stands alone is no part of a header`(header: String, count: Int) throws {
    let catalog = try PatternCatalog(files: [(name: "parcel.yaml", text: Self.parcel)])
    let findings = EvidenceBench(catalog).findings(inTable: [["123456782"]], header: [header])
    #expect(findings.filter { $0.confidence.level == .high }.count == count)
  }

  @Test func `a header that may be a value is not printed`() throws {
    let findings = bench.findings(inTable: [["123456782"]], header: ["BSN 999999990"])
    #expect(findings.first?.place == .cell(row: 1, column: 1, header: nil))
  }

  @Test func `a column in which nearly all pass needs no header`() {
    let numbers = Elfproef.numbers(count: 30, passing: true, seed: 1)
    let findings = bench.findings(inTable: numbers.map { [$0] }, header: [])
    #expect(findings.count == 30)
    #expect(findings.allSatisfy { $0.confidence.level == .high })
    #expect(findings[0].reasons.first == .columnPasses(passed: 30, count: 30))
  }

  @Test func `a column that passes as often as chance is suppressed`() {
    var numbers = Elfproef.numbers(count: 300, passing: false, seed: 2)
    numbers += Elfproef.numbers(count: 30, passing: true, seed: 3)
    numbers.sort()
    #expect(bench.findings(inTable: numbers.map { [$0] }, header: []).isEmpty)
  }

  @Test func `eight values that all pass are enough`() {
    let numbers = Elfproef.numbers(count: 8, passing: true, seed: 4)
    let findings = bench.findings(inTable: numbers.map { [$0] }, header: [])
    #expect(findings.map(\.confidence.level) == Array(repeating: .high, count: 8))
  }

  @Test(arguments: [(7, 0), (18, 1)])
  func `too few values decide nothing`(passing: Int, failing: Int) {
    let numbers =
      Elfproef.numbers(count: passing, passing: true, seed: 4)
      + Elfproef.numbers(count: failing, passing: false, seed: 5)
    let findings = bench.findings(inTable: numbers.map { [$0] }, header: [])
    #expect(findings.map(\.confidence.level) == Array(repeating: .low, count: passing))
  }
}

/// Numbers of nine digits made for a test, by the rule of the BSN.
private enum Elfproef {
  static func numbers(count: Int, passing: Bool, seed: UInt64) -> [String] {
    var generator = SplitMix64(seed: seed)
    var numbers: Set<String> = []
    while numbers.count < count {
      let number = UInt64.random(in: 100_000_000...999_999_999, using: &generator)
      let digits = String(number).utf8.map { Int($0) - 48 }
      let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
      if (sum % 11 == 0) == passing { numbers.insert(String(number)) }
    }
    return numbers.sorted()
  }
}
