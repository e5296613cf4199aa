internal import Matching
internal import PatternCatalog
internal import ScanModel
internal import TestSupport

/// Holds what is found in a text against what the plain passes find.
struct Comparison {
  private let reference: EvidenceBench
  private let benches: [(path: TriggerPath, bench: EvidenceBench)]
  private(set) var findingCount = 0

  init(_ catalog: PatternCatalog, paths: [TriggerPath]) {
    reference = EvidenceBench(catalog, search: .reference)
    benches = paths.map { ($0, EvidenceBench(catalog, path: $0)) }
  }

  /// What is first found otherwise, told without a value; nil where all is equal.
  mutating func difference(in text: [UInt8], seed: UInt64) -> String? {
    var generator = SplitMix64(seed: seed)
    let expected = reference.findings(inBlock: text)
    let rows = BlockedText.rows(of: text)
    let header = ["BSN", "Naam", "Bedrag", "", "IBAN", "Geboortedatum", "Telefoon", "Nummer"]
    let expectedInTable = reference.findings(inTable: rows, header: header)
    findingCount += expected.count + expectedInTable.count
    for (path, bench) in benches {
      let blocks = BlockedText.blocks(of: text, &generator)
      if let place = firstDifference(bench.findings(blocks), expected) {
        return "\(path) in \(blocks.count) blocks: \(place)"
      }
      if let place = firstDifference(
        bench.findings(inTable: rows, header: header), expectedInTable)
      {
        return "\(path) in a table: \(place)"
      }
    }
    return nil
  }

  private func firstDifference(_ found: [Finding], _ expected: [Finding]) -> String? {
    for (one, other) in zip(found, expected) where one != other {
      return "\(one.kind) at \(one.place), expected \(other.kind) at \(other.place)"
    }
    if found.count == expected.count { return nil }
    return "\(found.count) findings, expected \(expected.count)"
  }
}
