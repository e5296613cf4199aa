internal import ScanModel

/// What reports for people keep of a run: bounded lists of the files that matter most.
struct ReportDigest {
  private(set) var header: RunHeader?
  private(set) var kinds = KindTable()
  /// Files with findings, the riskiest first.
  private(set) var files: TopList<FileDigest>
  /// Files that were not examined in full.
  private(set) var gaps: TopList<FileGap>
  /// Entries left out by choice, by path.
  private(set) var leftOut: TopList<(path: FilePath, reason: LeftOutReason)>

  init(fileLimit: Int, gapLimit: Int, leftOutLimit: Int) {
    files = TopList(limit: fileLimit) { $0.isRiskier(than: $1) }
    gaps = TopList(limit: gapLimit) { $0.precedes($1) }
    leftOut = TopList(limit: leftOutLimit) {
      $0.path.bytes.lexicographicallyPrecedes($1.path.bytes)
    }
  }

  mutating func begin(_ header: RunHeader) {
    self.header = header
    kinds = KindTable(header.kinds)
  }

  mutating func take(_ record: FileRecord) {
    if !record.tallies.isEmpty { files.offer(FileDigest(record, kinds: kinds)) }
    if let gap = FileGap(record) { gaps.offer(gap) }
  }

  mutating func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {
    leftOut.offer((path, reason))
  }
}

/// The findings of one kind in a whole run.
struct KindTotal {
  let kind: KindDescription
  let fileCount: Int
  let countByLevel: LevelCounts

  var count: Int { countByLevel.total }
}

extension RunSummary {
  /// The kinds of this class that were found, the most frequent first.
  func totals(of legalClass: LegalClass, in kinds: KindTable) -> [KindTotal] {
    findingCounts
      .map { KindTotal(kind: kinds[$0], fileCount: fileCounts[$0] ?? 0, countByLevel: $1) }
      .filter { $0.kind.legalClass == legalClass && $0.count > 0 }
      .sorted { ($1.count, $0.kind.id) < ($0.count, $1.kind.id) }
  }
}

extension Coverage {
  var leftOutCount: Int { leftOut.values.reduce(0, +) }
}

extension Dictionary where Value == Int {
  /// The largest count first, equal counts by `name`.
  func ranked(by name: (Key) -> String) -> [(key: Key, count: Int)] {
    map { (key: $0.key, count: $0.value) }
      .sorted { ($1.count, name($0.key)) < ($0.count, name($1.key)) }
  }
}
