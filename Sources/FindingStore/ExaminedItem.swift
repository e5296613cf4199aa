internal import ScanModel

/// What a scan says of one item, ready to be written.
struct ExaminedItem: Sendable {
  /// The real path.
  let path: FilePath
  /// Without tallies and examples.
  let record: FileRecord
  /// The findings in its path, packed.
  let pathFindings: FindingPacker.Block?
  /// The findings in its content, but for those that were written before.
  let blocks: [FindingPacker.Block]
  /// The tallies of its content, packed.
  let tallies: [UInt8]
  /// The id of its examination, if it needs one of its own.
  let examination: Int64
  /// Whether blocks of the examination were written before its end.
  let hasEarlyBlocks: Bool

  /// What it holds in memory, roughly.
  var byteCount: Int {
    200 + path.bytes.count + tallies.count
      + blocks.reduce(0) { $0 + $1.body.count + 8 * $1.keys.count }
  }
}
