import ScanModel

/// The text of a document of Word 2003: its body as it comes, and behind it what stands beside that.
///
/// Source: Office 2003 XML Reference Schemas, WordprocessingML.
struct WordXMLContent: PartContent {
  /// The bytes of texts beside the body that are kept in memory.
  private static let asideByteLimit = 64 << 20

  private enum Place {
    case body, properties
    case aside(DocumentSection)
    /// Data in base64, such as a picture.
    case data
  }

  private var body = FlowContent()
  private var properties = PropertiesContent()
  private var asides: [DocumentSection: FlowContent] = [:]
  private var asideByteCount = 0
  private var missed: Set<DocumentSection> = []
  private var place = Place.body
  /// How deep the element lies, and how deep the one that is no part of the body began.
  private var depth = 0
  private var placeDepth = 0
  private var hasBegun = false
  /// Whether there is data that is to be taken as members.
  private(set) var hasMembers = false

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    depth &+= 1
    if placeDepth == 0, let place = Self.place(of: element, in: bytes) {
      self.place = place
      placeDepth = depth
      if case .data = place { hasMembers = true }
    }
    switch place {
    case .body: body.begin(element, in: bytes)
    case .properties: properties.begin(element, in: bytes)
    case .aside(let section):
      asides[section, default: FlowContent()].begin(element, in: bytes)
    case .data: break
    }
  }

  mutating func end(_ name: OfficeName) {
    switch place {
    case .body: body.end(name)
    case .properties: properties.end(name)
    case .aside(let section): asides[section]?.end(name)
    case .data: break
    }
    if depth == placeDepth {
      place = .body
      placeDepth = 0
    }
    depth = max(depth - 1, 0)
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    switch place {
    case .body: body.take(bytes, range)
    case .properties: properties.take(bytes, range)
    case .aside(let section):
      guard spend(range.count, section) else { return }
      asides[section]?.take(bytes, range)
    case .data: break
    }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    switch place {
    case .body: body.take(scalar)
    case .properties: properties.take(scalar)
    case .aside(let section):
      guard spend(4, section) else { return }
      asides[section]?.take(scalar)
    case .data: break
    }
  }

  private mutating func spend(_ count: Int, _ section: DocumentSection) -> Bool {
    guard count <= Self.asideByteLimit - asideByteCount else {
      missed.insert(section)
      return false
    }
    asideByteCount += count
    return true
  }

  /// Where the text of an element belongs; nil for the place that it stands in.
  private static func place(of element: XMLElement, in bytes: Span<UInt8>) -> Place? {
    switch element.name {
    case .hdr: .aside(.header)
    case .ftr: .aside(.footer)
    case .footnote: .aside(.footnotes)
    case .endnote: .aside(.endnotes)
    case .annotation:
      element.value(of: .lowerType, in: bytes) == Array("Word.Comment".utf8)
        ? .aside(.comments) : nil
    case .documentProperties, .customDocumentProperties: .properties
    case .binData: .data
    default: nil
    }
  }

  // MARK: Passing on

  mutating func passOn<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    if !hasBegun, !body.isEmpty {
      sink.beginText(at: [])
      hasBegun = true
    }
    if hasBegun { body.pushIfDue(into: &sink) }
  }

  /// Passes on all that is left.
  mutating func finish<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    passOn(into: &sink)
    if hasBegun {
      body.finish(into: &sink)
      sink.endText()
    }
    body.pushSides(at: [], into: &sink)
    if !properties.isEmpty {
      sink.beginText(at: [.section(.properties)])
      properties.finish(into: &sink)
      sink.endText()
    }
    for section in DocumentSection.allCases {
      guard var aside = asides.removeValue(forKey: section) else { continue }
      let parts = [DocumentPart.section(section)]
      if !aside.isEmpty {
        sink.beginText(at: parts)
        aside.finish(into: &sink)
        sink.endText()
      }
      aside.pushSides(at: parts, into: &sink)
      if missed.contains(section) { sink.miss(.limit, at: parts) }
    }
  }
}
