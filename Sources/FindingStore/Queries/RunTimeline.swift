internal import ScanModel

/// All runs of a store: which saw a path last.
struct RunTimeline {
  private let runs: [StoredRun]
  private let places: [Int64: Int]

  init(_ runs: [StoredRun]) {
    self.runs = runs
    places = Dictionary(
      runs.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { $1 })
  }

  func sighting(of run: Int64) -> FileHistory.Sighting {
    places[run].map { runs[$0].sighting } ?? FileHistory.Sighting(run: "", time: 0)
  }

  /// The last complete run whose roots hold the path, from `first` on and before `until`; else `first`.
  func lastSighting(of path: FilePath, from first: Int64, until: Int64?) -> FileHistory.Sighting {
    let run = runs.last { run in
      run.id >= first && run.id < until ?? .max && run.status == .complete
        && run.roots.contains { path.isWithin($0) }
    }
    return run?.sighting ?? sighting(of: first)
  }
}
