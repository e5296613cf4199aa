package import ScanModel

/// What a scan knows from earlier ones; asked from any of its threads.
package protocol ScanMemory: AnyObject, Sendable {
  /// Whether the file was examined to its end before and has not changed since; it is not read then,
  /// and `recallUnchanged` tells of it.
  ///
  /// `facts`, which the file system is asked for, are taken only where the path is known. `hasLog` tells
  /// whether a write-ahead log lies beside it: then it is no database that is unchanged.
  func isUnchanged(
    _ path: FilePath, _ facts: @autoclosure () -> FileFacts?, hasLog: () -> Bool
  ) -> Bool

  /// Whether a content of so many bytes is known, so that it pays to look before it is searched.
  func mayKnowContent(ofByteCount byteCount: Int) -> Bool

  /// What was found in this content under whatever name, for the file that has it at this path; nil
  /// where it is not known.
  func content(_ digest: ContentDigest, at path: FilePath) -> RecalledContent?

  /// Whether the value of the finding occurs in this content, under its kind.
  func content(_ digest: ContentDigest, holds finding: Finding) -> Bool

  /// Tells of all files that `isUnchanged` said yes to: their findings, where these are wanted, in
  /// batches, and then their record; false where not all could be told of. On `jobCount` threads at most.
  func recallUnchanged(
    jobCount: Int, withFindings: Bool, findings: @Sendable ([Finding], Provenance) -> Void,
    record: @Sendable (FileRecord) -> Void
  ) -> Bool
}

/// What an earlier scan found in a content.
package struct RecalledContent {
  package let contentType: String
  package let outcome: Outcome
  package let members: MemberTally
  package let stoppedPatterns: [String]
  package let suppressedCount: Int
  package let tallies: [KindTally]
  /// Calls back with the findings, in batches, in their order.
  package let eachFindings: (_ take: ([Finding]) -> Void) -> Void

  package init(
    contentType: String, outcome: Outcome, members: MemberTally, stoppedPatterns: [String],
    suppressedCount: Int, tallies: [KindTally],
    eachFindings: @escaping (_ take: ([Finding]) -> Void) -> Void
  ) {
    self.contentType = contentType
    self.outcome = outcome
    self.members = members
    self.stoppedPatterns = stoppedPatterns
    self.suppressedCount = suppressedCount
    self.tallies = tallies
    self.eachFindings = eachFindings
  }
}
