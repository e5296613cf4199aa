import ContentTypes
import ScanModel

/// Reads the custom format of pg_dump: the rows of tables, large objects, and the statements that
/// make what is dumped; of the other formats these statements (`PostgresTar` reads their rows).
enum PostgresDumpReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let dump = PostgresDump(bytes) else { return .partial(.malformed) }
    if !dump.definitions.isEmpty {
      sink.takeText(.sql, .utf8, dump.definitions.repaired, at: [])
    }
    guard dump.form == .custom else { return .complete }
    var blocks = PostgresDumpBlocks(dump)
    return blocks.take(bytes, into: &sink).map { .partial($0) } ?? .complete
  }
}

/// The blocks of data of a dump, which follow each other behind its table of contents.
private struct PostgresDumpBlocks {
  private let dump: PostgresDump
  private var cursor: PostgresDumpCursor
  private var reason: PartialReason?

  init(_ dump: PostgresDump) {
    self.dump = dump
    cursor = dump.cursor
  }

  /// Returns why some of the data is missing.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> PartialReason? {
    while cursor.position < bytes.count {
      if sink.isCancelled { return .interrupted }
      guard let kind = cursor.byte(bytes), let id = cursor.int(bytes) else { return .malformed }
      switch kind {
      case 1: takeTable(dump.entries[id], bytes, into: &sink)
      case 3: takeLargeObjects(bytes, into: &sink)
      default: return .malformed
      }
      if reason == .limit || reason == .malformed { return reason }
    }
    return reason
  }

  private mutating func takeTable<Sink: DocumentSink & ~Copyable>(
    _ entry: PostgresDump.Entry?, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    let parts = [DocumentPart.table(entry?.name ?? "")]
    guard dump.compression != .other else { return skip(bytes, at: parts, in: &sink) }
    guard let entry, !entry.copyStatement.isEmpty else {
      let statements = content(bytes, into: &sink)
      if !statements.isEmpty { sink.takeText(.sql, .utf8, statements.repaired, at: parts) }
      if let reason { sink.miss(reason, at: parts) }
      return
    }
    var rows = PostgresRows(statement: entry.copyStatement)
    sink.beginText(at: parts)
    unpack(bytes, into: &sink) { piece, sink in
      rows.take(piece, into: &sink)
      return true
    }
    rows.finish(into: &sink)
    sink.endText()
    if let reason { sink.miss(reason, at: parts) }
  }

  private mutating func takeLargeObjects<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    while !sink.isCancelled {
      guard let number = cursor.int(bytes) else {
        reason = .malformed
        return
      }
      if number == 0 { return }
      let parts = [DocumentPart.member("large object \(number)")]
      if dump.compression == .other {
        skip(bytes, at: parts, in: &sink)
      } else {
        let object = content(bytes, into: &sink)
        sink.takeMember(at: parts, bytes: object)
        if let reason { sink.miss(reason, at: parts) }
      }
      if reason == .limit || reason == .malformed { return }
    }
  }

  /// The whole content of a block.
  private mutating func content<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> [UInt8] {
    var content: [UInt8] = []
    let limit = sink.context.limits.bytesInMemory
    unpack(bytes, into: &sink) { piece, _ in
      content.append(contentsOf: piece)
      return content.count <= limit
    }
    return content
  }

  /// Unpacks the chunks of a block; sets why that broke off.
  private mutating func unpack<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink,
    _ take: (UnsafeBufferPointer<UInt8>, inout Sink) -> Bool
  ) {
    var inflater = StreamInflater(.zlib)
    var piece = [UInt8](repeating: 0, count: dump.compression == .zlib ? 64 << 10 : 0)
    while true {
      guard let range = cursor.chunk(bytes) else {
        reason = .malformed
        return
      }
      guard !range.isEmpty else { return }
      let chunk = bytes.extracting(range)
      var isWithinLimits = true
      func hand(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        isWithinLimits = sink.context.spend(unpacked: piece.count) && take(piece, &sink)
        return isWithinLimits
      }
      let isWhole =
        dump.compression == .zlib
        ? inflater.inflate(nextPiece: chunk, through: &piece, hand)
        : chunk.withUnsafeBufferPointer(hand)
      guard isWhole else {
        reason = isWithinLimits ? .malformed : .limit
        return
      }
    }
  }

  private mutating func skip<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, at parts: [DocumentPart], in sink: inout Sink
  ) {
    sink.miss(.unsupportedMembers, at: parts)
    reason = .unsupportedMembers
    while let range = cursor.chunk(bytes) {
      if range.isEmpty { return }
    }
    reason = .malformed
  }
}

extension PostgresDump.Entry {
  var name: String {
    String(decoding: schema.isEmpty ? tag : schema + [UInt8(ascii: ".")] + tag, as: UTF8.self)
  }
}
