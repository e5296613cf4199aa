import ScanModel

/// Reads the pages of documents of XPS, which printers of Windows wrote instead of PDF.
enum XPSReader {
  /// Whether a part of a package is a page.
  static func isPage(_ path: [UInt8]) -> Bool { path.hasEnd(".fpage") }

  /// Whether a part lists others, or the pieces of a page in their order.
  static func isOfNoText(_ path: [UInt8]) -> Bool {
    path.hasEnd(".fdseq") || path.hasEnd(".fdoc") || path.hasEnd(".frag")
  }

  static func readPage<Sink: DocumentSink & ~Copyable>(
    _ index: Int, of package: inout OfficePackage, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    let path = package.path(of: index)
    guard var text = package.open(index, bytes, for: &sink) else { return }
    var page = XPSPage()
    let reason = text.scan(into: &page, of: &sink)
    page.push(at: [number(of: path).map { .page($0) } ?? .member(path)], into: &sink)
    package.book(reason, of: index, into: &sink)
  }

  /// The number of a page of the first document, as all programs name its part.
  private static func number(of path: String) -> Int? {
    let start = "Documents/1/Pages/"
    guard path.hasPrefix(start) else { return nil }
    return Int(path.dropFirst(start.count).dropLast(".fpage".count))
  }
}
