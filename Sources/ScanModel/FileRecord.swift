/// Which file, or which member inside a file, a report speaks of.
package struct Provenance: Hashable, Sendable {
  package let path: FilePath
  /// The member inside an archive or mail (`bijlagen/lijst.csv`), nil for the file itself.
  package let member: String?

  package init(path: FilePath, member: String? = nil) {
    self.path = path
    self.member = member
  }
}

/// The findings of one kind in one file, counted.
package struct KindTally: Hashable, Sendable {
  package let kind: String
  package private(set) var count = 0
  package private(set) var countByLevel: [Confidence.Level: Int] = [:]
  /// How many distinct normalised values; exact up to `distinctLimit`, then that number.
  package var distinctCount: Int { distinctHashes.count }
  /// Whether there are more distinct values than were told apart.
  package var distinctIsLowerBound: Bool { distinctHashes.count >= Self.distinctLimit }
  package private(set) var highestConfidence = Confidence(0)
  /// The findings of the highest confidence, first come first, at most `exampleLimit`.
  package private(set) var examples: [Finding] = []

  private var distinctHashes: Set<Int> = []
  private var weakestExample = Confidence(1)

  package static let distinctLimit = 10_000
  package static let exampleLimit = 5

  package init(kind: String) {
    self.kind = kind
  }

  /// Counts a finding of this kind.
  ///
  /// Hashes of values are seeded anew in every process and stay in memory.
  package mutating func count(_ finding: Finding) {
    count += 1
    countByLevel[finding.confidence.level, default: 0] += 1
    highestConfidence = max(highestConfidence, finding.confidence)
    if distinctHashes.count < Self.distinctLimit {
      distinctHashes.insert(finding.normalized.hashValue)
    }
    if examples.count < Self.exampleLimit {
      examples.append(finding)
      weakestExample = min(weakestExample, finding.confidence)
    } else if finding.confidence > weakestExample {
      replaceWeakestExample(with: finding)
    }
  }

  private mutating func replaceWeakestExample(with finding: Finding) {
    guard let weakest = examples.firstIndex(where: { $0.confidence == weakestExample }) else {
      return
    }
    examples.remove(at: weakest)
    examples.append(finding)
    weakestExample = examples.map(\.confidence).min() ?? finding.confidence
  }
}

/// What a scan says of one listed file once it is done with it.
package struct FileRecord: Hashable, Sendable {
  package let provenance: Provenance
  /// In bytes, as it was when opened.
  package let byteCount: Int
  /// The id of its content type: `csv`, `text`, `pdf`; empty where it was never opened.
  package let contentType: String
  package let outcome: Outcome
  /// Ids of patterns that were stopped by their match limit.
  package let stoppedPatterns: [String]
  /// Ordered by kind id.
  package let tallies: [KindTally]
  /// The path whose content, being the same file under another name (hard link), was read for it.
  package let sameFileAs: FilePath?

  package init(
    provenance: Provenance, byteCount: Int, contentType: String, outcome: Outcome,
    stoppedPatterns: [String] = [], tallies: [KindTally] = [], sameFileAs: FilePath? = nil
  ) {
    self.provenance = provenance
    self.byteCount = byteCount
    self.contentType = contentType
    self.outcome = outcome
    self.stoppedPatterns = stoppedPatterns
    self.tallies = tallies
    self.sameFileAs = sameFileAs
  }
}
