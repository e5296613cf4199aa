internal import GRDB
internal import ScanModel
internal import Wire

/// Makes the records of items that were found unchanged.
struct UnchangedRecall {
  /// An item as the store has it.
  struct Recalled {
    /// Without what its path holds.
    let record: FileRecord
    let pathFindings: [StoredFinding]
    let examination: Int64
    let item: Int64
    let content: Int64?
  }

  private let recorder: RunRecorder
  private let database: Database
  private let withExamples: Bool

  init(_ recorder: RunRecorder, _ database: Database, withExamples: Bool) {
    self.recorder = recorder
    self.database = database
    self.withExamples = withExamples
  }

  /// Calls back with the item of each of the states, which stand in their order.
  func each(_ states: ArraySlice<Int64>, _ take: (Recalled) throws -> Void) throws {
    let rows = try RawStatement(
      database,
      """
      SELECT state.id, item.folder, item.name, examination.id, path_findings, byte_count,
        content_type, outcome, reason, error, examined, members, stopped, tallies,
        suppressed, state.item, content
      FROM state JOIN item ON item.id = state.item
        JOIN examination ON examination.id = state.examination
      WHERE until_run IS NULL AND state.id BETWEEN ? AND ? ORDER BY state.id
      """)
    rows.bind(1, states.first)
    rows.bind(2, states.last)
    var states = states
    var folders = FolderPaths(try RawStatement(database, FolderPaths.sql))
    var path: [UInt8] = []
    while try rows.next() {
      let state = rows.integer(0)
      while let next = states.first, next < state { states.removeFirst() }
      guard states.first == state else { continue }
      try folders.path(rows.integer(1), into: &path)
      rows.append(2, to: &path)
      try take(
        Recalled(
          record: record(rows, at: recorder.description.roots.given(FilePath(path))),
          pathFindings: rows.isNull(4) ? [] : PackedFindings(rows.bytes(4)).findings,
          examination: rows.integer(3), item: rows.integer(15),
          content: rows.optionalInteger(16)))
    }
  }

  private func record(_ row: RawStatement, at path: FilePath) throws -> FileRecord {
    let end = StoredOutcome(
      outcome: row.text(7), reason: row.optionalText(8),
      errorNumber: row.optionalInteger(9).map { Int32(truncatingIfNeeded: $0) },
      examinedByteCount: Int(row.integer(10)))
    guard let outcome = end.end else { throw StoreError.damaged(recorder.store.path) }
    var members = MemberTally()
    if !row.isNull(11) {
      var wire = WireReader(row.bytes(11))
      members = try MemberTally(from: &wire)
    }
    let packed = try PackedTallies(row.bytes(13), withOrdinals: withExamples)
    let examination = row.integer(3)
    return FileRecord(
      provenance: Provenance(path: path), byteCount: Int(row.integer(5)),
      contentType: row.text(6), outcome: outcome, members: members,
      stoppedPatterns: row.text(12).split(separator: " ").map { String($0) },
      suppressedCount: Int(row.integer(14)),
      tallies: withExamples
        ? try recorder.store.tallies(packed, of: examination, in: database) : packed.tallies,
      isRecalled: true)
  }
}
