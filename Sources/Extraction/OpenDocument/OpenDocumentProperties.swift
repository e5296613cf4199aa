import ScanModel

/// Makes a text of the properties of a document: each element that holds a text is one, and so are
/// those that the author named.
struct OpenDocumentProperties: XMLContent {
  private static let byteLimit = 1 << 20

  private(set) var text = DocumentText()
  private var name: [UInt8] = []
  private var value: [UInt8] = []

  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ tag: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    value.removeAll(keepingCapacity: true)
    name.removeAll(keepingCapacity: true)
    if let own = tag.value(.name, in: bytes) {
      name = own
    } else {
      name.append(bytes, tag.localName)
    }
    // The file that a template or the document itself came from.
    if let link = tag.value(.href, in: bytes) { text.add(link, named: name) }
    if let title = tag.value(.title, in: bytes) { text.add(title, named: name) }
  }

  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink) {
    if value.contains(where: { !$0.isMarkupSpace }) { text.add(value, named: self.name) }
    value.removeAll(keepingCapacity: true)
    text.pushIfDue(into: &sink)
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if value.count < Self.byteLimit { value.append(bytes, range) }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if value.count < Self.byteLimit { value.append(scalar) }
  }

  mutating func finish(into sink: inout some DocumentSink & ~Copyable) {
    text.finish(into: &sink)
  }
}
