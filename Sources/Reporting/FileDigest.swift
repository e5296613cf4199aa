internal import ScanModel

/// What people are shown of one file: its record without the means of counting.
///
/// A record holds a hash of every distinct value; a report that keeps a thousand files keeps these
/// instead.
struct FileDigest {
  /// The findings of one kind in the file.
  struct Kind {
    let id: String
    let count: Int
    let countByLevel: LevelCounts
    let distinctCount: Int
    let distinctIsLowerBound: Bool
    let highestConfidence: Confidence
    /// The best first, at most `KindTally.exampleLimit`.
    let examples: [Finding]
  }

  let provenance: Provenance
  let byteCount: Int
  let contentType: String
  let outcome: Outcome
  let members: MemberTally
  let stoppedPatterns: [String]
  let sameFileAs: FilePath?
  /// The kind that adds most to the risk first.
  let kinds: [Kind]
  let risk: FileRisk

  init(_ record: FileRecord, kinds table: KindTable) {
    provenance = record.provenance
    byteCount = record.byteCount
    contentType = record.contentType
    outcome = record.outcome
    members = record.members
    stoppedPatterns = record.stoppedPatterns
    sameFileAs = record.sameFileAs
    risk = FileRisk(of: record.tallies, in: table)
    kinds =
      record.tallies
      .map { (tally: $0, risk: FileRisk(of: [$0], in: table).score) }
      .sorted { ($1.risk, $0.tally.kind) < ($0.risk, $1.tally.kind) }
      .map { Kind($0.tally) }
  }

  /// Whether this file comes before `other` where the riskiest come first.
  func isRiskier(than other: FileDigest) -> Bool {
    if risk.score != other.risk.score { return risk.score > other.risk.score }
    return provenance.precedes(other.provenance)
  }
}

extension FileDigest.Kind {
  init(_ tally: KindTally) {
    id = tally.kind
    count = tally.count
    countByLevel = tally.countByLevel
    distinctCount = tally.distinctCount
    distinctIsLowerBound = tally.distinctIsLowerBound
    highestConfidence = tally.highestConfidence
    examples = tally.examples.enumerated()
      .sorted {
        ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset)
      }
      .map(\.element)
  }
}

extension Provenance {
  /// Whether this comes before `other` by the bytes of the path.
  func precedes(_ other: Provenance) -> Bool {
    path.bytes.lexicographicallyPrecedes(other.path.bytes)
  }
}
