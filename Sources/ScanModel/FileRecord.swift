/// Which file a report speaks of.
package struct Provenance: Hashable, Sendable {
  package let path: FilePath

  package init(path: FilePath) {
    self.path = path
  }
}

/// What a scan says of one listed file once it is done with it.
///
/// Never changed. An object, since it goes through many hands: a copy would count a dozen references.
package final class FileRecord: Sendable {
  package let provenance: Provenance
  /// In bytes, as it was when opened.
  package let byteCount: Int
  /// The id of its content type: `csv`, `text`, `pdf`; empty where it was never opened.
  package let contentType: String
  package let outcome: Outcome
  /// What lies in it, where it is a document or archive.
  package let members: MemberTally
  /// The digests of members, as far as they were asked for.
  package let memberContents: [MemberContent]
  /// Ids of patterns that were stopped by their match limit.
  package let stoppedPatterns: [String]
  /// Candidates in its content that evidence spoke against so strongly that they are not reported.
  package let suppressedCount: Int
  /// Of the findings in its content; ordered by kind id.
  package let contentTallies: [KindTally]
  /// Of all findings, those in its path too; ordered by kind id.
  package let tallies: [KindTally]
  /// What was found in its path; also told of with the other findings.
  package let pathFindings: [Finding]
  /// The path whose content, being the same file under another name (hard link), was read for it.
  package let sameFileAs: FilePath?
  /// What the file system said of it when it was opened or asked about; nil where it never was.
  package let facts: FileFacts?
  /// Of all its bytes; nil where not all were read, or nobody asked.
  package let digest: ContentDigest?
  /// Whether it was not read in this scan, since an earlier one examined the same.
  package let isRecalled: Bool
  /// What a store knows of it; nil in the reports of a scan.
  package let history: FileHistory?

  package init(
    provenance: Provenance, byteCount: Int, contentType: String, outcome: Outcome,
    members: MemberTally = MemberTally(), memberContents: [MemberContent] = [],
    stoppedPatterns: [String] = [], suppressedCount: Int = 0, tallies: [KindTally] = [],
    contentTallies: [KindTally]? = nil, pathFindings: [Finding] = [],
    sameFileAs: FilePath? = nil, facts: FileFacts? = nil, digest: ContentDigest? = nil,
    isRecalled: Bool = false, history: FileHistory? = nil
  ) {
    self.provenance = provenance
    self.byteCount = byteCount
    self.contentType = contentType
    self.outcome = outcome
    self.members = members
    self.memberContents = memberContents
    self.stoppedPatterns = stoppedPatterns
    self.suppressedCount = suppressedCount
    self.tallies = tallies
    self.contentTallies = contentTallies ?? tallies
    self.pathFindings = pathFindings
    self.sameFileAs = sameFileAs
    self.facts = facts
    self.digest = digest
    self.isRecalled = isRecalled
    self.history = history
  }
}

extension FileRecord {
  /// The record without what was found in the file.
  package var withoutFindings: FileRecord {
    copy(memberContents: [], tallies: [], contentTallies: [], pathFindings: [])
  }

  /// The record with a digest that was made of the file afterwards.
  package func identified(by digest: ContentDigest) -> FileRecord { copy(digest: digest) }

  /// The record with what was found in its path.
  ///
  /// Where its content was examined by an earlier scan, `newValues` tells for each finding whether its
  /// value is neither in the content nor in a finding before; in other records that is known.
  package func adding(pathFindings: [Finding], newValues: [Bool]? = nil) -> FileRecord {
    var all = FileTallies(contentTallies)
    if let newValues {
      for (finding, isNew) in zip(pathFindings, newValues) {
        all.count(finding, isNewValue: isNew)
      }
    } else {
      all.count(pathFindings)
    }
    return copy(tallies: all.byKind, pathFindings: pathFindings)
  }

  /// The record with what is given in place of its own.
  private func copy(
    memberContents: [MemberContent]? = nil, tallies: [KindTally]? = nil,
    contentTallies: [KindTally]? = nil, pathFindings: [Finding]? = nil,
    digest: ContentDigest? = nil
  ) -> FileRecord {
    FileRecord(
      provenance: provenance, byteCount: byteCount, contentType: contentType, outcome: outcome,
      members: members, memberContents: memberContents ?? self.memberContents,
      stoppedPatterns: stoppedPatterns, suppressedCount: suppressedCount,
      tallies: tallies ?? self.tallies, contentTallies: contentTallies ?? self.contentTallies,
      pathFindings: pathFindings ?? self.pathFindings, sameFileAs: sameFileAs, facts: facts,
      digest: digest ?? self.digest, isRecalled: isRecalled, history: history)
  }
}
