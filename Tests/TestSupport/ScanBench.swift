package import Evidence
package import Matching
package import PatternCatalog
package import ScanModel
package import Scanning
package import Walking

/// Scans folders with a small catalog.
package struct ScanBench {
  package let patterns: CompiledPatterns
  package let vocabulary: Vocabulary

  package init(_ catalog: PatternCatalog, terms: [SearchTerm] = []) throws {
    patterns = try CompiledPatterns(catalog, terms: terms)
    vocabulary = Vocabulary(catalog)
  }

  /// Scans everything below `paths`.
  package func scan(
    _ paths: [String], jobCount: Int = 2, options: WalkOptions = WalkOptions(),
    byteLimit: Int? = nil, binaryReading: BinaryReading = .none,
    digests: DigestScope = .none, progress: ScanProgress = ScanProgress()
  ) -> (summary: RunSummary, receiver: RecordingReceiver) {
    let receiver = RecordingReceiver()
    let summary = scan(
      paths, jobCount: jobCount, options: options, byteLimit: byteLimit,
      binaryReading: binaryReading, digests: digests, progress: progress,
      receiver: receiver)
    return (summary, receiver)
  }

  /// Scans everything below `paths` and tells a receiver of its own.
  package func scan(
    _ paths: [String], jobCount: Int, options: WalkOptions = WalkOptions(), byteLimit: Int? = nil,
    binaryReading: BinaryReading = .none, digests: DigestScope = .none, progress: ScanProgress,
    receiver: any ScanReceiver
  ) -> RunSummary {
    let scan = Scan(
      roots: paths.map { FilePath($0) }, options: options, byteLimit: byteLimit,
      binaryReading: binaryReading, tables: SearchTables(patterns), digests: digests)
    return scan.run(jobCount: jobCount, progress: progress, receiver: receiver)
  }
}
