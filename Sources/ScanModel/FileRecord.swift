/// Which file a report speaks of.
package struct Provenance: Hashable, Sendable {
  package let path: FilePath

  package init(path: FilePath) {
    self.path = path
  }
}

/// What a scan says of one listed file once it is done with it.
package struct FileRecord: Sendable {
  package let provenance: Provenance
  /// In bytes, as it was when opened.
  package let byteCount: Int
  /// The id of its content type: `csv`, `text`, `pdf`; empty where it was never opened.
  package let contentType: String
  package let outcome: Outcome
  /// What lies in it, where it is a document or archive.
  package let members: MemberTally
  /// Ids of patterns that were stopped by their match limit.
  package let stoppedPatterns: [String]
  /// Ordered by kind id.
  package let tallies: [KindTally]
  /// The path whose content, being the same file under another name (hard link), was read for it.
  package let sameFileAs: FilePath?

  package init(
    provenance: Provenance, byteCount: Int, contentType: String, outcome: Outcome,
    members: MemberTally = MemberTally(), stoppedPatterns: [String] = [], tallies: [KindTally] = [],
    sameFileAs: FilePath? = nil
  ) {
    self.provenance = provenance
    self.byteCount = byteCount
    self.contentType = contentType
    self.outcome = outcome
    self.members = members
    self.stoppedPatterns = stoppedPatterns
    self.tallies = tallies
    self.sameFileAs = sameFileAs
  }
}
