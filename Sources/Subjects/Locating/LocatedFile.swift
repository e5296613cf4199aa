package import ScanModel

/// A file with data of one card.
package struct LocatedFile: Sendable {
  /// The place of the card among those that are searched for, from 0.
  package let card: Int
  /// How the file ended, with its path, facts, digest and type; without its tallies.
  package internal(set) var record: FileRecord
  /// The surest of its documents.
  package let verdict: PersonVerdict
  package let score: Double
  /// In the order of the file; at most `documentLimit` of each verdict.
  package let documents: [LocatedDocument]
  /// The members that hold documents of it, such as archives in an archive.
  package let containers: [MemberContent]
  /// How many documents of each verdict there are, those too that are not kept.
  package let documentCounts: [PersonVerdict: Int]
  /// How often each attribute is mentioned in the file and its path.
  package let mentionCounts: [SubjectAttribute: Int]
  /// How many other people's data lie in the file.
  package let otherPeople: OtherPeople

  /// How many documents of a verdict are kept of one file.
  package static func documentLimit(_ verdict: PersonVerdict) -> Int {
    verdict == .thisPerson ? 100_000 : 1_000
  }

  package init(
    card: Int, record: FileRecord, verdict: PersonVerdict, score: Double,
    documents: [LocatedDocument], containers: [MemberContent] = [],
    documentCounts: [PersonVerdict: Int],
    mentionCounts: [SubjectAttribute: Int], otherPeople: OtherPeople
  ) {
    self.card = card
    self.record = record
    self.verdict = verdict
    self.score = score
    self.documents = documents
    self.containers = containers
    self.documentCounts = documentCounts
    self.mentionCounts = mentionCounts
    self.otherPeople = otherPeople
  }

  package var path: FilePath { record.provenance.path }
}

/// An estimate of how many people a file tells of, besides the one of the card: distinct BSNs, e-mail
/// addresses or names that are not theirs, whichever are most.
package struct OtherPeople: Hashable, Sendable {
  package let count: Int
  /// Whether there are more than were told apart.
  package let isLowerBound: Bool

  package init(count: Int, isLowerBound: Bool = false) {
    self.count = count
    self.isLowerBound = isLowerBound
  }
}
