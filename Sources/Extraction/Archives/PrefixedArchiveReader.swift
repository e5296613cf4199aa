import ContentTypes
import ScanModel

/// Reads a zip, 7z or rar behind other bytes, and these as far as they are text.
///
/// A program that unpacks the archive is none of the file's content.
enum PrefixedArchiveReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let archive = PrefixedArchive(in: bytes) else { return .partial(.unsupportedMembers) }
    let isRead =
      archive.isBehindProgram || takeText(bytes.extracting(..<archive.start), into: &sink)
    let outcome =
      switch archive.type {
      // Its positions may be counted from the beginning of the file.
      case .zip: PackageReader.extract(.zip, bytes, into: &sink)
      default:
        ArchiveReader.extract(archive.type, bytes.extracting(archive.start...), into: &sink)
      }
    return outcome == .complete && !isRead ? .partial(.textInBinary) : outcome
  }

  /// Reads the head of a script; of anything else the runs of text in it, and returns false.
  private static func takeText<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> Bool {
    guard case .text(let form, let encoding) = ContentType.ofWhole(bytes),
      !DocumentExtractor.reads(form)
    else {
      DocumentExtractor.extractRawText(bytes, into: &sink)
      return false
    }
    sink.takeText(form, encoding, bytes.bytes(bytes.indices), at: [])
    return true
  }
}
