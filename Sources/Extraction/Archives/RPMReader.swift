import ContentTypes
import ScanModel

/// Reads packages of RPM: what they say of themselves, their scripts and changes, and the files in them.
///
/// Source: RPM package format version 4.
enum RPMReader {
  private static let leadByteCount = 96
  private static let packings: Set<BinaryType> = [
    .cpio, .gzip, .bzip2, .xz, .lzma, .lzip, .zstd,
  ]

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    // What signs the package lies before its header, which begins at a multiple of eight.
    guard let signature = RPMHeader(bytes, at: leadByteCount),
      let header = RPMHeader(bytes, at: (signature.end + 7) / 8 * 8)
    else { return .partial(.malformed) }
    let texts = header.texts(bytes, limit: sink.context.limits.entriesPerContainer)
    sink.takeTexts(texts.values, at: [.section(.properties)])
    let outcome = extractFiles(bytes.extracting(header.end...), into: &sink)
    return !texts.areWhole && outcome == .complete ? .partial(.malformed) : outcome
  }

  private static func extractFiles<Sink: DocumentSink & ~Copyable>(
    _ archive: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard case .binary(let type) = ContentType.ofWhole(archive), packings.contains(type) else {
      return .partial(.malformed)
    }
    return ArchiveReader.extract(type, archive, into: &sink)
  }
}
