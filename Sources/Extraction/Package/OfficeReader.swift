import ContentTypes
import ScanModel

/// Reads packages of Office Open XML: texts, workbooks, presentations, drawings.
///
/// What a part is, its root element tells; content types and file names are not relied on.
enum OfficeReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ archive: consuming ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var package = OfficePackage(archive)
    let relations = package.relations(of: "", bytes, for: &sink)
    OfficeParts.takeLinks(of: relations, at: [], into: &sink)
    if let main = mainPart(of: package, relations) {
      read(main, of: &package, bytes, into: &sink)
    }
    OfficeParts.readRest(of: &package, bytes, into: &sink)
    if sink.isCancelled { return .partial(.interrupted) }
    return package.outcome
  }

  private static func mainPart(
    of package: borrowing OfficePackage, _ relations: PackageRelations
  ) -> Int? {
    if let relation = relations.first(ofType: "officeDocument"),
      let index = package.unread(PackagePath.resolve(relation.target, from: ""))
    {
      return index
    }
    for path in [
      "word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml",
      "visio/document.xml",
    ] {
      if let index = package.unread(path) { return index }
    }
    return nil
  }

  private static func read<Sink: DocumentSink & ~Copyable>(
    _ index: Int, of package: inout OfficePackage, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard let text = package.open(index, bytes, for: &sink) else { return }
    guard let root = PartRoot(of: text.head.span) else {
      return package.takeMember(index, bytes, into: &sink)
    }
    OfficeParts.read(index, text, root, of: &package, bytes, at: [], into: &sink)
  }
}
