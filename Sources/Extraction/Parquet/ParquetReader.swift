import ScanModel

/// Reads Parquet files: a table whose columns have their names, and documents in it.
///
/// Source: Apache Parquet, File Format.
enum ParquetReader {
  private static let mark = Array("PAR1".utf8)
  /// The mark of files whose footer is encrypted.
  private static let encryptedMark = Array("PARE".utf8)

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let end = bytes.count - 8
    guard end >= 4, let byteCount = bytes.littleUInt32(at: end), byteCount <= end else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    if bytes.hasBytes(encryptedMark, at: end + 4) { return .partial(.encrypted) }
    guard bytes.hasBytes(mark, at: end + 4),
      let footer = ParquetFooter(bytes.extracting(0..<end), at: end - byteCount)
    else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    var table = ParquetTable(footer)
    table.take(bytes, into: &sink)
    sink.takeTexts(footer.notes, at: [.section(.properties)])
    if sink.isCancelled { return .partial(.interrupted) }
    return table.failure.map { .partial($0) } ?? .complete
  }
}
