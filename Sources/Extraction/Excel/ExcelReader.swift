import ScanModel

/// Reads workbooks of Excel up to 2003.
enum ExcelReader {
  /// Takes the workbook that lies in the storage `root` of `file`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
