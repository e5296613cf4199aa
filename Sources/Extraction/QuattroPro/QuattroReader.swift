import ScanModel

/// Reads notebooks of Quattro Pro: for DOS, for Windows up to 8, and from 9 on.
enum QuattroReader {
  /// How notebooks begin: a first record, and in it the release.
  private enum Beginning {
    static let record = 0x00
    static let dos = 0x5120...0x5121
    static let windows = 0x1001...0x1007
  }

  /// Whether a stream that several programs of an office call alike is a notebook.
  static func canRead(_ bytes: Span<UInt8>) -> Bool {
    release(of: bytes) != nil || QuattroNotebook.canRead(bytes)
  }

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    if let release = release(of: bytes) {
      return QuattroWorksheets(isOfWindows: Beginning.windows ~= release).read(bytes, into: &sink)
    }
    if QuattroNotebook.canRead(bytes) {
      return QuattroNotebook(byteCount: bytes.count).read(bytes, into: &sink)
    }
    sink.takeRuns(of: bytes)
    return .partial(.malformed)
  }

  private static func release(of bytes: Span<UInt8>) -> Int? {
    guard let first = QuattroRecord(in: bytes, at: 0), first.type == Beginning.record,
      let release = bytes.littleUInt16(at: first.body.lowerBound),
      Beginning.dos ~= release || Beginning.windows ~= release
    else { return nil }
    return release
  }
}
