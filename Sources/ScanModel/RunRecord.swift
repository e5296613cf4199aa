/// What a scan was asked to do; the first thing that a report says.
package struct RunHeader: Hashable, Sendable {
  /// Random, to tell runs apart.
  package let id: String
  package let toolVersion: String
  /// Seconds since 1970.
  package let started: Int64
  package let roots: [FilePath]
  /// The options that decide what is listed and found, as written on the command line.
  package let options: [String]
  /// The kinds that were looked for, in the order of the catalog.
  package let kinds: [KindDescription]
  /// Whether it goes on with a run that was broken off.
  package let isContinued: Bool
  /// Whether only some of what was found is told: what is missing may have been found all the same.
  package let isSelection: Bool

  package init(
    id: String, toolVersion: String, started: Int64, roots: [FilePath], options: [String],
    kinds: [KindDescription], isContinued: Bool = false, isSelection: Bool = false
  ) {
    self.id = id
    self.toolVersion = toolVersion
    self.started = started
    self.roots = roots
    self.options = options
    self.kinds = kinds
    self.isContinued = isContinued
    self.isSelection = isSelection
  }
}

/// How a scan ended; the last thing that a report says.
package struct RunSummary: Hashable, Sendable {
  package let coverage: Coverage
  /// By kind id: number of findings, by level.
  package let findingCounts: [String: LevelCounts]
  /// By kind id: number of files with at least one finding.
  package let fileCounts: [String: Int]
  /// Candidates that evidence spoke against so strongly that they are not reported.
  package let suppressedCount: Int
  /// The protections of the processes that read documents which this system refused, by name.
  package let missingProtections: [String]
  /// Files that were not read, since an earlier scan examined the same.
  package let recalledCount: Int
  /// Whether a signal ended the run early.
  package let wasInterrupted: Bool
  /// Wall-clock seconds.
  package let duration: Double
  /// What people have decided about its findings; nil without a store.
  package var decided: DecidedCounts?

  package init(
    coverage: Coverage, findingCounts: [String: LevelCounts],
    fileCounts: [String: Int], suppressedCount: Int, missingProtections: [String] = [],
    recalledCount: Int = 0, wasInterrupted: Bool, duration: Double
  ) {
    self.coverage = coverage
    self.findingCounts = findingCounts
    self.fileCounts = fileCounts
    self.suppressedCount = suppressedCount
    self.missingProtections = missingProtections
    self.recalledCount = recalledCount
    self.wasInterrupted = wasInterrupted
    self.duration = duration
  }

  package var findingCount: Int {
    findingCounts.values.reduce(0) { $0 + $1.total }
  }
}
