import ContentTypes
import ScanModel

/// Reads SQLite databases: the rows of all tables, documents in their blobs, and what is left of rows
/// that were deleted.
enum SQLiteReader {
  /// `log` is the write-ahead log beside the database; its committed pages count as written.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, log: [UInt8], into sink: inout Sink
  ) -> ExtractionOutcome {
    guard bytes.count >= 100 else { return .partial(.malformed) }
    if log.isEmpty, bytes[18] == 1, bytes[19] == 1 {
      return bytes.withUnsafeBytes { extract($0, bytes, into: &sink) }
    }
    var image: [UInt8] = []
    image.append(bytes, 0..<bytes.count)
    let pages = SQLiteLog(log.span)
    let isWhole = log.isEmpty || pages?.apply(log.span, to: &image) == true
    // What the log holds is in the pages now; as a database with a log it could not be opened.
    image[18] = 1
    image[19] = 1
    let outcome = image.withUnsafeBytes { extract($0, image.span, into: &sink) }
    if let pages {
      let replaced = SQLiteReplacedContent(of: pages, log.span, in: image.span)
      sink.takeRuns(of: replaced.bytes.span, in: .deletedText)
    }
    return isWhole ? outcome : .partial(.malformed)
  }

  private static func extract<Sink: DocumentSink & ~Copyable>(
    _ image: UnsafeRawBufferPointer, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var outcome = ExtractionOutcome.complete
    if let database = SQLiteDatabase(image) {
      outcome = takeTables(of: database, into: &sink)
    } else {
      outcome = .partial(.malformed)
    }
    let pages = SQLitePages(bytes)
    if let pages {
      let deleted = SQLiteDeletedContent(of: pages, in: bytes)
      sink.takeRuns(of: deleted.bytes.span, in: .deletedText)
    }
    if pages?.areMissing ?? true { sink.miss(.malformed, at: []) }
    return sink.isCancelled ? .partial(.interrupted) : outcome
  }

  private static func takeTables<Sink: DocumentSink & ~Copyable>(
    of database: borrowing SQLiteDatabase, into sink: inout Sink
  ) -> ExtractionOutcome {
    var (tables, isWhole) = database.tables()
    if !isWhole {
      // What is left of a damaged schema.
      database.forgiveSchema()
      _ = database.tables()
      let rest = database.tables()
      if rest.tables.count > tables.count { tables = rest.tables }
    }
    var reason: PartialReason? = isWhole ? nil : .malformed
    for table in tables {
      if sink.isCancelled { return .partial(.interrupted) }
      guard sink.context.spendEntry() else { return .partial(.limit) }
      guard table.isStored else {
        if !table.hasShadowTables {
          sink.miss(.unsupportedMembers, at: [.table(table.name)])
          reason = reason ?? .unsupportedMembers
        }
        continue
      }
      if let failure = SQLiteTable(table.name).take(from: database, into: &sink) {
        sink.miss(failure, at: [.table(table.name)])
        if failure == .limit { return .partial(.limit) }
        reason = failure
      }
    }
    return reason.map { .partial($0) } ?? .complete
  }
}
