internal import Glibc
internal import ScanModel
package import Scanning

/// A fresh scan for the people of some cards; nothing is taken from a store.
package struct SubjectScan: Sendable {
  private let scan: Scan
  private let cards: [SubjectCard]
  private let values: OwnValues

  /// The patterns of `scan` hold the terms of the cards, and it makes digests where they are found;
  /// `values` are those of the cards in the order of these, in the normal forms of the catalog.
  init(
    _ scan: Scan, cards: [SubjectCard], values: [[(kind: String, normalized: String)]]
  ) {
    self.scan = scan
    self.cards = cards
    self.values = OwnValues(values)
  }

  /// The patterns of `scan` hold the terms of the search, and it makes digests where they are found.
  package init(_ scan: Scan, _ search: SubjectSearch) {
    self.init(
      scan, cards: search.cards, values: search.cards.indices.map { search.exactValues(of: $0) })
  }

  /// Reads everything on `jobCount` threads; returns when all is done.
  ///
  /// `watcher` is told all that the scan tells, as other receivers are. Located files that may be
  /// copies of each other have a digest then, those too that have a size of `sizes`.
  package func run(
    jobCount: Int, progress: ScanProgress, watcher: (any ScanReceiver)? = nil,
    sizes: Set<Int> = []
  ) -> LocateResult {
    let started = Self.now
    let locator = SubjectLocator(cards: cards, values: values, watcher: watcher)
    let summary = scan.run(jobCount: jobCount, progress: progress, receiver: locator)
    let result = locator.result(summary, started: started, ended: Self.now)
    return result.identifyingFiles(sizes: sizes) { scan.digest(of: $0, progress: progress) }
  }
}

extension SubjectScan {
  /// Seconds since 1970.
  private static var now: Int64 { Int64(time(nil)) }
}
