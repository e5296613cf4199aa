import ScanModel

/// The description of a book: its properties, and which of its files are read in which order.
///
/// Source: EPUB 3.3, 5.
struct EPUBPackage: XMLContent {
  private static let itemLimit = 100_000

  private var properties = OpenDocumentProperties()
  private var isInProperties = false
  private var depth = 0
  private var propertiesDepth = 0
  private var paths: [String: String] = [:]
  private var spine: [String] = []

  /// The links of the spine.
  var contentPaths: [String] { spine.compactMap { paths[$0] } }

  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ tag: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    depth += 1
    if isInProperties {
      properties.begin(tag, in: bytes, into: &sink)
      // Older books name a property in one attribute and hold it in another.
      if let content = tag.value(named: "content", in: bytes) {
        properties.take(Array(content.utf8).span, 0..<content.utf8.count)
      }
      return
    }
    let name = tag.localName
    if bytes.begins(with: "metadata", at: name.lowerBound) {
      isInProperties = true
      propertiesDepth = depth
    } else if bytes.begins(with: "itemref", at: name.lowerBound) {
      if spine.count < Self.itemLimit, let id = tag.value(named: "idref", in: bytes) {
        spine.append(id)
      }
    } else if bytes.begins(with: "item", at: name.lowerBound), paths.count < Self.itemLimit,
      let id = tag.value(named: "id", in: bytes), let path = tag.value(named: "href", in: bytes)
    {
      paths[id] = path
    }
  }

  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink) {
    if isInProperties {
      properties.end(name, into: &sink)
      if depth <= propertiesDepth { isInProperties = false }
    }
    depth = max(depth - 1, 0)
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if isInProperties { properties.take(bytes, range) }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if isInProperties { properties.take(scalar) }
  }

  mutating func finish(into sink: inout some DocumentSink & ~Copyable) {
    properties.finish(into: &sink)
  }
}
