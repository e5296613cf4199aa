package import ScanModel

/// A finding in a list, with what it is called.
package struct ListedFinding: Sendable {
  package let id: FindingID
  package let finding: StoredFinding
  package let decision: Decision?
}

/// What a list came to.
package struct ListingTotals: Sendable {
  /// Of the files that were asked for.
  package internal(set) var coverage = Coverage()
  package internal(set) var findingCounts: [String: LevelCounts] = [:]
  package internal(set) var fileCounts: [String: Int] = [:]
  /// What people have decided about the findings that are shown.
  package internal(set) var decided = DecidedCounts()
  /// Findings that were asked for but for what people have decided about them.
  package internal(set) var hiddenCount = 0

  package init() {}

  mutating func count(_ tally: KindTally) {
    findingCounts[tally.kind, default: LevelCounts()].add(tally.countByLevel)
    fileCounts[tally.kind, default: 0] += 1
  }
}

/// Takes files one by one, ordered by the bytes of their paths.
package protocol ListingReceiver: AnyObject {
  /// Whether nobody reads any more.
  var isDone: Bool { get }

  /// Takes findings of a file in their order; all of them before its record.
  func take(_ findings: [ListedFinding], _ history: FileHistory, in file: Provenance)

  /// Takes a file with findings, or one that was not examined to its end.
  func take(_ record: FileRecord)
}
