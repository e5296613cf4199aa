import ContentTypes
import ScanModel

/// Reads documents of Pages, Numbers and Keynote: since 2013 archives of objects, in 2009 one file of XML.
enum IWorkReader {
  private static let ending = ".iwa"
  /// Pictures of what the document itself says.
  private static let previews: Set = [
    "preview.jpg", "preview-micro.jpg", "preview-web.jpg", "quicklook/thumbnail.jpg",
  ]

  private static let texts = ["index.xml", "index.apxl"]
  private static let history = "buildversionhistory.plist"

  /// Whether the archive holds such a document.
  static func canRead(_ archive: borrowing ZipArchive) -> Bool {
    archive.entries.contains { $0.name.hasSuffix(ending) }
      || archive.index(of: history) != nil
        && texts.contains { archive.index(of: $0) != nil }
  }

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ archive: borrowing ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    // What verifies the password of a document, all archives of which are encrypted.
    if archive.entries.contains(where: { $0.name.hasSuffix(".iwpv2") }) {
      return .partial(.encrypted)
    }
    var objects = IWorkObjects()
    for entry in archive.entries where entry.name.hasSuffix(ending) && !entry.isOverlapping {
      let contents = archive.contents(of: entry, in: bytes)
      let before = objects.bytes.count
      let isWhole = objects.add(
        contents.bytes.span, named: entry.name, limit: sink.context.limits.bytesInMemory)
      let parts = [DocumentPart.member(entry.name)]
      guard sink.context.spend(unpacked: objects.bytes.count - before) else {
        return .partial(.limit)
      }
      if let failure = contents.failure {
        sink.miss(failure, at: parts)
      } else if !isWhole {
        sink.miss(.malformed, at: parts)
      }
    }
    IWorkDocument(objects).push(into: &sink)
    for entry in archive.entries
    where !entry.name.hasSuffix(ending) && !entry.isDirectory && !entry.isOverlapping
      && !previews.contains(entry.name.lowercased()) && !sink.isCancelled
    {
      PackageMembers.take(entry, of: archive, bytes, at: [.member(entry.name)], into: &sink)
    }
    return sink.isCancelled ? .partial(.interrupted) : archive.outcome
  }
}
