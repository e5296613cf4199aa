import CMDB
import ContentTypes
import ScanModel

/// Reads Access databases: the rows of all tables of users, the files in them, and the texts of queries.
enum AccessReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard bytes.count >= 4096 else { return .partial(.malformed) }
    if isEncrypted(bytes) { return .partial(.encrypted) }
    return bytes.withUnsafeBytes { bytes in
      // A row takes at least 4 bytes; more of them are a circle.
      let rowLimit = bytes.count / 4
      guard let database = AccessDatabase(bytes),
        let tables = database.tables(rowLimit: rowLimit)
      else { return .partial(.malformed) }
      var reason: PartialReason?
      for entry in tables {
        if sink.isCancelled { return .partial(.interrupted) }
        guard sink.context.spendEntry() else { return .partial(.limit) }
        let name = String(decoding: entry.name, as: UTF8.self)
        guard let table = AccessTable(entry) else {
          sink.miss(.malformed, at: [.table(name)])
          reason = .malformed
          continue
        }
        var rows = AccessRows(name, isOfQueries: entry.isOfQueries, rowLimit: rowLimit)
        if let failure = rows.take(table, of: database, into: &sink) {
          sink.miss(failure, at: [.table(name)])
          if failure == .limit { return .partial(.limit) }
          reason = failure
        }
      }
      if bytes.count % pageByteCount(bytes) != 0 { reason = reason ?? .malformed }
      return reason.map { .partial($0) } ?? .complete
    }
  }

  /// Files are whole pages, unless they broke off; those of Access 97 are half as long.
  private static func pageByteCount(_ bytes: UnsafeRawBufferPointer) -> Int {
    bytes[0x14] == 0 ? 2048 : 4096
  }

  /// Whether a database of Access 2007 or later has the description of an encryption.
  ///
  /// Source: Jackcess Encrypt, OfficeCryptCodecHandler.
  private static func isEncrypted(_ bytes: Span<UInt8>) -> Bool {
    bytes[0x14] >= 2 && (bytes[0x299] != 0 || bytes[0x29A] != 0)
  }
}

/// The rows of a table of an Access database.
private struct AccessRows {
  private let name: String
  /// Of queries only texts are taken, and none names the others: `Name1` is a field.
  private let isOfQueries: Bool
  private let rowLimit: Int
  private var failure: PartialReason?
  /// Files that were found, to be taken behind the text.
  private var files: [(name: String, bytes: [UInt8])] = []
  private var fileByteCount = 0

  init(_ name: String, isOfQueries: Bool, rowLimit: Int) {
    self.name = name
    self.isOfQueries = isOfQueries
    self.rowLimit = rowLimit
  }

  /// Pushes all rows into `sink`, then the files in them; returns why some are missing.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ table: borrowing AccessTable, of database: borrowing AccessDatabase, into sink: inout Sink
  ) -> PartialReason? {
    var text = TableText(columns: table.columns.map { isOfQueries ? [] : $0.name.repaired })
    sink.beginText(at: [.table(name)])
    var row = 0
    while failure != .limit, !sink.isCancelled, table.next() {
      row += 1
      guard row <= rowLimit else {
        failure = .malformed
        break
      }
      text.beginRow(row)
      for column in table.columns.indices where !isOfQueries || table.columns[column].isText {
        guard let value = table.value(column) else {
          failure = failure ?? .unsupportedMembers
          continue
        }
        guard !value.isEmpty else { continue }
        guard sink.context.spend(unpacked: value.count) else {
          failure = .limit
          break
        }
        switch table.columns[column].type {
        case Int32(MDB_OLE): continue
        case Int32(MDB_BINARY), Int32(MDB_COMPLEX): continue
        case Int32(MDB_DATETIME): text.add(Self.day(value), column: column + 1)
        default:
          if value.count >= AccessDatabase.valueByteLimit - 1 { failure = .limit }
          text.add(value.repaired, column: column + 1)
        }
      }
      for column in table.columns.indices
      where !isOfQueries && table.columns[column].type == Int32(MDB_OLE) {
        guard let value = table.value(column), !value.isEmpty else { continue }
        takeFile(value, row, column, table, database, sink.context)
      }
      text.pushIfDue(into: &sink)
    }
    if row < table.statedRowCount, !sink.isCancelled { failure = failure ?? .malformed }
    text.finish(into: &sink)
    sink.endText()
    for file in files {
      if sink.isCancelled { break }
      sink.takeMember(at: [.table(name), .member(file.name)], bytes: file.bytes)
    }
    return failure
  }

  private mutating func takeFile(
    _ header: [UInt8], _ row: Int, _ column: Int, _ table: borrowing AccessTable,
    _ database: borrowing AccessDatabase, _ context: ExtractionContext
  ) {
    guard
      let value = database.longValue(
        header, byteLimit: max(0, context.limits.bytesInMemory - fileByteCount))
    else {
      failure = failure ?? .malformed
      return
    }
    let columnName = String(decoding: table.columns[column].name, as: UTF8.self)
    var fileName = "\(columnName) \(row)"
    var file = AccessFile.content(of: value)
    if columnName == "FileData" {
      file = AccessFile.attachment(value)
      for other in table.columns.indices where table.columns[other].name == Array("FileName".utf8) {
        fileName = String(decoding: table.value(other) ?? [], as: UTF8.self)
      }
    }
    guard let file, !file.isEmpty else { return }
    fileByteCount += file.count
    guard context.spend(unpacked: file.count) else {
      failure = .limit
      return
    }
    files.append((fileName, file))
  }

  /// The date without a time that is midnight, or the time without the day that stands for none.
  private static func day(_ value: [UInt8]) -> [UInt8] {
    if value.count == 19, value.suffix(9).elementsEqual(Array(" 00:00:00".utf8)) {
      return Array(value.prefix(10))
    }
    if value.starts(with: Array("30-12-1899 ".utf8)) { return Array(value.dropFirst(11)) }
    return value
  }
}
