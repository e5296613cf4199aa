import ContentTypes
import ScanModel

/// Reads archives of LHA and LArc (lzh, lha, lzs): their files as members.
///
/// What follows the mark of the end is nothing of the archive. Source: header.doc of LHa for UNIX.
enum LHAReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    bytes.withUnsafeBytes { bytes in
      guard let archive = LHAArchive(bytes) else { return .partial(.memory) }
      let tally = UnpackTally(sink.context, packedByteCount: bytes.count)
      return takeFiles(of: archive, tally, into: &sink)
    }
  }

  private static func takeFiles<Sink: DocumentSink & ~Copyable>(
    of archive: LHAArchive, _ tally: UnpackTally, into sink: inout Sink
  ) -> ExtractionOutcome {
    var worst: PartialReason?
    for _ in 0..<sink.context.limits.entriesPerContainer {
      if sink.isCancelled { return .partial(.interrupted) }
      guard let entry = archive.next() else {
        worst = worst ?? (archive.isAtEnd ? nil : .malformed)
        return worst.map { .partial($0) } ?? .complete
      }
      guard !entry.isFolder else { continue }
      let content = UnpackedContent(LHAFileContent(of: entry, in: archive), tally: tally)
      sink.takeMember(at: [.member(entry.name)], from: StreamSource(content))
      worst = worst ?? content.failure
      if tally.failure != nil { return .partial(.limit) }
    }
    return .partial(.limit)
  }
}
