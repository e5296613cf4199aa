import ContentTypes
import ScanModel

/// Reads zip archives and the documents that are built as one.
enum PackageReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let archive = ZipArchive(bytes, context: sink.context)
    guard !archive.entries.isEmpty else { return archive.outcome }
    switch kind(of: archive, bytes, type) {
    case .openDocument: return OpenDocumentReader.extract(archive, bytes, into: &sink)
    case .epub: return EPUBReader.extract(archive, bytes, into: &sink)
    case .officeOpenXML: return OfficeReader.extract(archive, bytes, into: &sink)
    case .iWork: return IWorkReader.extract(archive, bytes, into: &sink)
    case .entries:
      return PackageMembers.takeAll(of: archive, bytes, into: &sink)
    }
  }

  private enum Kind {
    case officeOpenXML, openDocument, epub, iWork, entries
  }

  /// What the package is, as its entries tell; the first bytes of the file know only some of them.
  private static func kind(
    of archive: borrowing ZipArchive, _ bytes: Span<UInt8>, _ type: BinaryType
  ) -> Kind {
    switch type {
    case .odt, .ods, .odp: return .openDocument
    case .epub: return .epub
    case .docx, .xlsx, .xlsb, .pptx, .vsdx, .ooxml: return .officeOpenXML
    default: break
    }
    if let entry = archive.entry(at: "mimetype"), entry.byteCount < 256 {
      let name = String(decoding: archive.contents(of: entry, in: bytes).bytes, as: UTF8.self)
      if name.hasPrefix("application/epub+zip") { return .epub }
      if name.hasPrefix("application/vnd.oasis.opendocument.") { return .openDocument }
      // OpenOffice.org 1 had the same elements.
      if name.hasPrefix("application/vnd.sun.xml.") { return .openDocument }
    }
    if archive.index(of: "META-INF/container.xml") != nil { return .epub }
    if archive.index(of: "META-INF/manifest.xml") != nil, archive.index(of: "content.xml") != nil {
      return .openDocument
    }
    if archive.index(of: "[Content_Types].xml") != nil { return .officeOpenXML }
    return IWorkReader.canRead(archive) ? .iWork : .entries
  }
}
