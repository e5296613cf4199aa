import ContentTypes
import ScanModel

/// The tables of a dump in the tar format of pg_dump, whose rows are files of their own.
struct PostgresTar {
  /// The file that says which table lies in which of the others; it comes before them.
  private static let contentsName = "toc.dat"
  private static let contentsByteLimit = 64 << 20

  private var tables: [String: PostgresDump.Entry] = [:]

  /// Reads a file of the tar as a member; one that holds the rows of a table has a text there, with the
  /// names of the columns as labels.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ name: String, from source: consuming some ByteSource & ~Copyable, into sink: inout Sink
  ) {
    let parts = [DocumentPart.member(name)]
    if name == Self.contentsName {
      takeContents(at: parts, from: source, into: &sink)
    } else if let table = tables[name] {
      sink.takeRows(of: table, at: parts, from: source)
    } else {
      sink.takeMember(at: parts, from: source)
    }
  }

  private mutating func takeContents<Sink: DocumentSink & ~Copyable>(
    at parts: [DocumentPart], from source: consuming some ByteSource & ~Copyable,
    into sink: inout Sink
  ) {
    var source = source
    var bytes: [UInt8] = []
    var failure: PartialReason?
    do throws(ReadFailure) {
      while bytes.count < Self.contentsByteLimit,
        try bytes.append(from: &source, byteCount: 64 << 10) > 0
      {}
      if bytes.count >= Self.contentsByteLimit { failure = .limit }
    } catch {
      failure = error.reason
    }
    if bytes.starts(with: "PGDMP".utf8), let dump = PostgresDump(bytes.span) {
      for entry in dump.entries.values where !entry.file.isEmpty && !entry.copyStatement.isEmpty {
        tables[String(decoding: entry.file, as: UTF8.self)] = entry
      }
    }
    sink.takeMember(at: parts, bytes: bytes, endingWith: failure)
  }
}

extension DocumentSink where Self: ~Copyable {
  /// Reads a member that holds the rows of a table as COPY writes them.
  fileprivate mutating func takeRows(
    of table: PostgresDump.Entry, at parts: [DocumentPart],
    from source: consuming some ByteSource & ~Copyable
  ) {
    guard context.spendEntry(), context.enter() else { return miss(.limit, at: parts) }
    defer { context.leave() }
    beginMember(at: parts)
    beginText(at: [.table(table.name)])
    var source = source
    var rows = PostgresRows(statement: table.copyStatement)
    var piece: [UInt8] = []
    var outcome = MemberOutcome.complete
    do throws(ReadFailure) {
      while try piece.append(from: &source, byteCount: 64 << 10) > 0, !isCancelled {
        piece.withUnsafeBufferPointer { rows.take($0, into: &self) }
        piece.removeAll(keepingCapacity: true)
      }
    } catch {
      outcome = .partial(error.reason)
    }
    rows.finish(into: &self)
    endText()
    endMember(outcome, contentType: ContentType.binary(.postgresDump).id)
  }
}
