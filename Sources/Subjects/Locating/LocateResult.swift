package import ScanModel

/// What a fresh scan found of the people of some cards, and what it could not search.
package struct LocateResult: Sendable {
  package let cards: [SubjectCard]
  /// Ordered by card, then by the bytes of the path.
  package let files: [LocatedFile]
  package let unsearched: UnsearchedFiles
  /// Its coverage counts what was listed, searched, and not.
  package let summary: RunSummary
  /// Seconds since 1970.
  package let started: Int64
  package let ended: Int64

  package init(
    cards: [SubjectCard], files: [LocatedFile], unsearched: UnsearchedFiles, summary: RunSummary,
    started: Int64, ended: Int64
  ) {
    self.cards = cards
    self.files = files
    self.unsearched = unsearched
    self.summary = summary
    self.started = started
    self.ended = ended
  }

  package var coverage: Coverage { summary.coverage }

  /// Whether every listed file was searched to its last byte and nobody broke the scan off.
  package var isComplete: Bool { coverage.isComplete && !summary.wasInterrupted }

  /// The files with data of a card, in their order.
  package func files(of card: Int) -> [LocatedFile] {
    files.filter { $0.card == card }
  }
}
