import ScanModel

/// The properties of a document: each value with its name.
struct PropertiesContent: PartTextContent {
  private var text = DocumentText()
  private var name: [UInt8] = []
  private var propertyName: [UInt8] = []
  private var value: [UInt8] = []
  private var isLeaf = false

  var isEmpty: Bool { text.isEmpty }

  mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    text.pushIfDue(into: &sink)
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    text.finish(into: &sink)
  }

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    value.removeAll(keepingCapacity: true)
    isLeaf = true
    name.removeAll(keepingCapacity: true)
    name.append(bytes, element.localName)
    if element.name == .property { propertyName = element.value(of: .name, in: bytes) ?? [] }
  }

  mutating func end(_ name: OfficeName) {
    if isLeaf, !value.isEmpty {
      text.add(value, named: propertyName.isEmpty ? self.name : propertyName)
    }
    if name == .property { propertyName = [] }
    isLeaf = false
    value.removeAll(keepingCapacity: true)
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if isLeaf, value.count < 1 << 20 { value.append(bytes, range) }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if isLeaf, value.count < 1 << 20 { value.append(scalar) }
  }
}
