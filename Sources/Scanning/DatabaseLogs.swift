internal import ScanModel
internal import Synchronization

/// Books the write-ahead logs of SQLite databases, which are read with them and not by themselves.
///
/// What a worker thread meets under a log's name waits for the end of the scan, since only then it is
/// known whether its database was read; one whose database was not read stays not examined.
final class DatabaseLogs: Sendable {
  private struct Books {
    /// How the database ended with which the file was read.
    var outcomes: [FileIdentity: Outcome] = [:]
    var waiting: [(identity: FileIdentity, record: FileRecord)] = []
  }

  /// What SQLite puts behind the name of a database: the log, and its index of page numbers.
  private static let suffixes: [StaticString] = ["-wal", "-shm"]

  private let books = Mutex(Books())

  /// Notes files that were read with a database that ended so.
  func read(_ files: [FileIdentity], withDatabase outcome: Outcome) {
    guard !files.isEmpty else { return }
    books.withLock { books in
      for file in files { books.outcomes[file] = outcome }
    }
  }

  /// Takes a file that has no reader of its own; false where it can be no log.
  func take(_ record: FileRecord, _ facts: FileFacts) -> Bool {
    guard record.outcome == .notExamined(.unsupportedType),
      Self.suffixes.contains(where: { record.provenance.path.bytes.hasSuffix($0) })
    else { return false }
    books.withLock { $0.waiting.append((facts.identity, record)) }
    return true
  }

  /// The records of all files that wait, as their databases ended.
  func settle() -> [FileRecord] {
    books.withLock { books in
      defer { books.waiting = [] }
      return books.waiting.map { waiting in
        books.outcomes[waiting.identity].map { waiting.record.asPart(of: $0) } ?? waiting.record
      }
    }
  }
}

extension FileRecord {
  /// The record of a file that is part of a database which ended so.
  fileprivate func asPart(of database: Outcome) -> FileRecord {
    let outcome: Outcome =
      if case .partial(let reason, _) = database {
        .partial(reason, examinedByteCount: 0)
      } else {
        database
      }
    return FileRecord(
      provenance: provenance, byteCount: byteCount, contentType: contentType, outcome: outcome)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in suffix(text.count).elementsEqual(text) }
  }
}
