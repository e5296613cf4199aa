/// The root element of an XML part, which tells what it is, whatever the package says of it.
struct PartRoot {
  let name: OfficeName
  /// Whether it stands in the name space that diagrams have for their drawn form.
  let isDrawnDiagram: Bool

  /// Nil where there is no element in the first bytes.
  init?(of head: Span<UInt8>) {
    var content = Content()
    var scanner = XMLScanner()
    let end = min(head.count, 4096)
    _ = scanner.scan(head.extracting(0..<end), isLast: false, into: &content)
    guard let name = content.name else { return nil }
    self.name = name
    isDrawnDiagram = content.isDrawnDiagram
  }

  private struct Content: PartContent {
    var name: OfficeName?
    var isDrawnDiagram = false

    mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
      guard name == nil else { return }
      name = element.name
      isDrawnDiagram =
        element.name == .drawing
        && bytes.hasBytes(Array("dsp:".utf8), at: element.localName.lowerBound - 4)
    }

    mutating func end(_ name: OfficeName) {}
    mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}
    mutating func take(_ scalar: Unicode.Scalar) {}
  }
}
