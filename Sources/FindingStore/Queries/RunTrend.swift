/// What came and went from one run to another, counted.
package struct RunTrend: Sendable {
  package struct Kind: Hashable, Sendable {
    package let kind: String
    package let oldCount: Int
    package let newCount: Int
    /// Findings that were not there before.
    package let comeCount: Int
    package let goneCount: Int

    package var unchangedCount: Int { newCount - comeCount }
  }

  package struct Files: Hashable, Sendable {
    package fileprivate(set) var new = 0
    package fileprivate(set) var gone = 0
    package fileprivate(set) var moved = 0
    package fileprivate(set) var changed = 0
    /// With the same content in the same place.
    package fileprivate(set) var unchanged = 0
  }

  /// Ordered by id.
  package let kinds: [Kind]
  package let files: Files

  package init(_ comparison: RunComparison) throws(StoreError) {
    let totals = try comparison.totals()
    var come: [String: Int] = [:]
    var gone: [String: Int] = [:]
    var files = Files()
    try comparison.eachChange { change in
      come.merge(change.newCounts, uniquingKeysWith: +)
      gone.merge(change.goneCounts, uniquingKeysWith: +)
      switch change.sort {
      case .new: files.new += 1
      case .gone: files.gone += 1
      case .moved: files.moved += 1
      case .changed: files.changed += 1
      case .reexamined: break
      }
    }
    files.unchanged =
      try comparison.newFileCount() - files.new - files.moved - files.changed
    let old = Dictionary(totals.old.map { ($0.kind, $0.count) }, uniquingKeysWith: +)
    let new = Dictionary(totals.new.map { ($0.kind, $0.count) }, uniquingKeysWith: +)
    kinds = Set(old.keys).union(new.keys).sorted().map { kind in
      Kind(
        kind: kind, oldCount: old[kind] ?? 0, newCount: new[kind] ?? 0,
        comeCount: come[kind] ?? 0, goneCount: gone[kind] ?? 0)
    }
    self.files = files
  }
}
