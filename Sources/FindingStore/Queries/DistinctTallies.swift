internal import Cryptography
internal import ScanModel

/// Counts stored findings of one file; their values are told apart by their hashes.
struct DistinctTallies {
  private var tallies = FileTallies()
  private var hashes: Set<ValueHash> = []
  private var surestByKind: [String: (confidence: Confidence, id: FindingID)] = [:]

  var isEmpty: Bool { surestByKind.isEmpty }
  var byKind: [KindTally] { tallies.byKind }

  /// By kind, the first finding of the highest confidence.
  var surest: [String: FindingID] { surestByKind.mapValues(\.id) }

  mutating func count(_ listed: ListedFinding) {
    let finding = listed.finding
    // The hash is of the kind too.
    tallies.count(finding.finding, isNewValue: hashes.insert(finding.hash).inserted)
    if let surest = surestByKind[finding.kind], surest.confidence >= finding.confidence { return }
    surestByKind[finding.kind] = (finding.confidence, listed.id)
  }
}
