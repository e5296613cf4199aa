import Cryptography
import ScanModel
import Testing
import Wire

@testable import FindingStore

@Suite struct FindingPackerTests {
  private let hasher = MadeUpFindings.hasher

  /// What must come back for a finding.
  private func stored(_ finding: Finding) -> StoredFinding {
    StoredFinding(
      kind: finding.kind, part: finding.part, place: finding.place,
      confidence: finding.confidence, reasons: finding.reasons,
      hash: hasher.hash(kind: finding.kind, value: finding.normalized.revealed),
      mask: finding.value.masked())
  }

  private func packed(_ findings: [Finding]) -> [FindingPacker.Block] {
    var packer = FindingPacker(hasher)
    packer.take(findings)
    return packer.takeBlocks(isAtEnd: true)
  }

  private func expectBack(_ findings: [Finding]) throws {
    let back = try packed(findings).flatMap { try PackedFindings($0.body).findings }
    #expect(back == findings.map(stored))
  }

  @Test(arguments: MadeUpFindings.reasons)
  func `gives every reason back`(reason: Reason) throws {
    try expectBack([MadeUpFindings.finding(reasons: [reason])])
  }

  @Test(arguments: MadeUpFindings.places)
  func `gives every place back`(place: Place) throws {
    try expectBack([MadeUpFindings.finding(at: place)])
  }

  @Test(arguments: MadeUpFindings.parts)
  func `gives every part back`(part: [DocumentPart]) throws {
    try expectBack([MadeUpFindings.finding(part: part)])
  }

  @Test(arguments: 0...100)
  func `gives every confidence back`(hundredths: Int) throws {
    try expectBack([MadeUpFindings.finding(confidence: Double(hundredths) / 100)])
  }

  @Test(arguments: ["Zoë \"de Wit\" Šahin", #"C:\map"#, "a", "", String(repeating: "9", count: 90)])
  func `keeps the mask that reports show of any value`(value: String) throws {
    try expectBack([MadeUpFindings.finding(kind: "name", value: value)])
  }

  @Test func `gives mixed forms back in their order`() throws {
    var findings: [Finding] = []
    for (number, place) in MadeUpFindings.places.enumerated() {
      for part in MadeUpFindings.parts {
        findings.append(
          MadeUpFindings.finding(
            kind: number % 2 == 0 ? "bsn" : "iban", number, part: part, at: place,
            reasons: Array(MadeUpFindings.reasons.suffix(number + 1))))
      }
    }
    try expectBack(findings)
  }

  @Test func `parts many findings into blocks of at most 4096`() throws {
    let findings = (0..<10_000).map {
      MadeUpFindings.finding($0 % 700, at: .line($0 + 1, column: 3))
    }
    let blocks = packed(findings)
    #expect(blocks.map(\.count) == [4096, 4096, 1808])
    #expect(blocks.map(\.keys.count) == [700, 700, 700])
    try expectBack(findings)
  }

  @Test(arguments: [1, 2, 3])
  func `tells which findings are the examples of the tally of their kind`(seed: UInt64) {
    var state = seed
    // Confidences that fall on one another often, in no order; three blocks.
    let findings = (0..<9000).map { number in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return MadeUpFindings.finding(
        kind: ["bsn", "iban", "email"][Int(state >> 40) % 3], number,
        at: .line(number, column: 1), confidence: Double(Int(state >> 33) % 7) / 7)
    }
    var packer = FindingPacker(hasher)
    var tallies = FileTallies()
    for start in stride(from: 0, to: findings.count, by: 450) {
      packer.take(Array(findings[start..<start + 450]))
      tallies.count(Array(findings[start..<start + 450]))
    }
    for tally in tallies.byKind {
      #expect(packer.examples(of: tally.kind) == tally.examples.map(\.place.number))
    }
    packer.removeAll()
    #expect(packer.examples(of: "bsn").isEmpty)
  }

  @Test func `packs a file as if there was none before`() {
    let findings = (0..<5000).map { MadeUpFindings.finding($0) }
    var packer = FindingPacker(hasher)
    packer.take([MadeUpFindings.finding(kind: "iban", reasons: [.noCheck])] + findings)
    packer.removeAll()
    packer.take(findings)
    #expect(packer.takeBlocks(isAtEnd: true).map(\.body) == packed(findings).map(\.body))
  }

  @Test func `hands out finished blocks before the end`() throws {
    var packer = FindingPacker(hasher)
    packer.take((0..<5000).map { MadeUpFindings.finding($0) })
    #expect(packer.takeBlocks(isAtEnd: false).map(\.count) == [4096])
    #expect(packer.byteCount == 0)
    #expect(packer.takeBlocks(isAtEnd: true).map(\.count) == [904])
    #expect(packer.takeBlocks(isAtEnd: true).isEmpty)
  }

  @Test func `makes no block of nothing`() {
    #expect(FindingPacker.pack([], hasher) == nil)
    #expect(packed([]).isEmpty)
  }

  @Test func `holds no value`() throws {
    let body = try #require(packed([MadeUpFindings.finding()]).first).body
    let text = String(decoding: body, as: UTF8.self)
    #expect(!text.contains("99999001"))
  }
}
