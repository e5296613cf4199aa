import ScanModel

/// Reads the queries of Excel and Power BI (Power Query), with the tables that were typed into them.
///
/// Behind a version come four parts, each behind its length: a package with the queries, permissions, what
/// is told of the queries with a package of its own, and a check of all that.
///
/// Source: MS-QDEFF 2.2.
enum DataMashupReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var rest = min(4, bytes.count)..<bytes.count
    guard let package = part(of: bytes, &rest) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    let outcome = takePackage(bytes.extracting(package), into: &sink)
    guard let permissions = part(of: bytes, &rest), let metadata = part(of: bytes, &rest) else {
      return .partial(.malformed)
    }
    sink.takeValue(bytes.extracting(permissions), at: [.member("Permissions")])
    let isTold = takeMetadata(bytes.extracting(metadata), into: &sink)
    return outcome == .complete && !isTold ? .partial(.malformed) : outcome
  }

  /// The next part, behind its length; nil where it is cut off.
  private static func part(of bytes: Span<UInt8>, _ rest: inout Range<Int>) -> Range<Int>? {
    guard let byteCount = bytes.littleUInt32(at: rest.lowerBound),
      byteCount <= rest.upperBound - rest.lowerBound - 4
    else { return nil }
    let start = rest.lowerBound + 4
    rest = start + byteCount..<rest.upperBound
    return start..<start + byteCount
  }

  /// Takes the entries of a package, and the tables in its queries behind each.
  private static func takePackage<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let archive = ZipArchive(bytes, context: sink.context)
    let outcome = PackageMembers.takeAll(of: archive, bytes, into: &sink)
    for entry in archive.entries where entry.key.hasSuffix(".m") && !entry.isOverlapping {
      let code = archive.contents(of: entry, in: bytes).bytes
      for (index, table) in QueryTables.all(in: code.span, context: sink.context).enumerated() {
        let parts = [DocumentPart.member(entry.name), .table("\(index + 1)")]
        if let failure = table.failure { sink.miss(failure, at: parts) }
        sink.takeValue(table.bytes.span, at: parts)
      }
    }
    return outcome
  }

  /// Takes what is told of the queries: a text and a package; false where they are cut off.
  private static func takeMetadata<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> Bool {
    var rest = min(4, bytes.count)..<bytes.count
    guard let text = part(of: bytes, &rest), let package = part(of: bytes, &rest) else {
      return bytes.isEmpty
    }
    sink.takeValue(bytes.extracting(text), at: [.member("Metadata")])
    return takePackage(bytes.extracting(package), into: &sink) == .complete
  }
}
