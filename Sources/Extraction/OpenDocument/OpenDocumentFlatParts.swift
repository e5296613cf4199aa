import ScanModel

/// Makes texts of the parts of a flat file: of its properties first, and of all else as of the content
/// of a package.
struct OpenDocumentFlatParts: XMLContent {
  private static let properties = MarkupCode(Array("meta".utf8))

  private(set) var content = OpenDocumentContent()
  private var properties: OpenDocumentProperties?
  private var depth = 0

  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ tag: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    depth += 1
    if properties != nil {
      properties?.begin(tag, in: bytes, into: &sink)
    } else if depth == 2,
      MarkupCode(bytes, tag.localName) == Self.properties
    {
      content.finishBody(into: &sink)
      sink.beginText(at: [.section(.properties)])
      properties = OpenDocumentProperties()
    } else {
      content.begin(tag, in: bytes, into: &sink)
    }
  }

  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink) {
    guard depth > 0 else { return }
    depth -= 1
    if properties == nil { return content.end(name, into: &sink) }
    if depth == 1 { return endProperties(into: &sink) }
    properties?.end(name, into: &sink)
  }

  private mutating func endProperties(into sink: inout some DocumentSink & ~Copyable) {
    guard properties != nil else { return }
    properties?.finish(into: &sink)
    properties = nil
    sink.endText()
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if properties == nil { content.take(bytes, range) } else { properties?.take(bytes, range) }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if properties == nil { content.take(scalar) } else { properties?.take(scalar) }
  }

  /// Passes on all that is left.
  mutating func finish(into sink: inout some DocumentSink & ~Copyable) {
    endProperties(into: &sink)
    content.finish(into: &sink)
  }
}
