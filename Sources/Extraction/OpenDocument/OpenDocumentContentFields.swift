import ScanModel

/// Pages, links, fields and controls, whose text is in their attributes.
extension OpenDocumentContent {
  private static let schemes = ["mailto:", "tel:", "sms:", "fax:", "callto:", "xmpp:"].map {
    Array($0.utf8)
  }
  /// What links to other parts of the package begin with.
  private static let ownPaths = ["#", "./", "Pictures/", "media/", "Object"].map {
    Array($0.utf8)
  }

  mutating func beginPage(into sink: inout some DocumentSink & ~Copyable) {
    finishBody(into: &sink)
    pageNumber += 1
    part = kind == .presentation ? .slide(pageNumber) : .page(pageNumber)
  }

  /// Begins a change: what a deletion leaves in its place is no text of the body.
  mutating func beginChange(_ tag: XMLElement, in bytes: Span<UInt8>) {
    guard destination == .body, deletions.contain(tag.value(.id, in: bytes)) else { return }
    destination = .aside(.deletedText)
    deletions.isOpen = true
  }

  mutating func endChange() {
    guard deletions.isOpen else { return }
    deletions.isOpen = false
    guard destination == .aside(.deletedText) else { return }
    endParagraph()
    destination = .body
  }

  /// Takes where a link goes, unless that lies in the package.
  mutating func takeLink(_ tag: XMLElement, in bytes: Span<UInt8>) {
    guard let link = tag.value(.href, in: bytes),
      !Self.ownPaths.contains(where: { link.starts(with: $0) })
    else { return }
    guard let scheme = Self.schemes.first(where: { link.starts(with: $0) }) else {
      return add(link, named: [], to: .links)
    }
    add(
      link[scheme.count...].percentDecoded, named: Array(scheme.dropLast()), to: .links)
  }

  /// Takes the text that the attributes of a field hold.
  mutating func takeField(
    _ tag: XMLElement, in bytes: Span<UInt8>, to section: DocumentSection
  ) {
    var name: [UInt8] = []
    var values: [[UInt8]] = []
    var attributes = tag.attributeList()
    while let attribute = attributes.next(in: bytes) {
      switch OpenDocumentAttribute.of(bytes, attribute.name) {
      case .name: name = bytes.unescaped(attribute.value)
      case .stringValue, .value, .shown, .title: values.append(bytes.unescaped(attribute.value))
      default: continue
      }
    }
    for value in values { add(value, named: name, to: section) }
  }

  /// Takes an entry of a list from which one is chosen.
  mutating func takeOption(_ tag: XMLElement, in bytes: Span<UInt8>) {
    if !isInParagraph { endParagraph() }
    var attributes = tag.attributeList()
    while let attribute = attributes.next(in: bytes) {
      switch OpenDocumentAttribute.of(bytes, attribute.name) {
      case .label, .value: add(bytes.unescaped(attribute.value), named: [], to: .formFields)
      default: continue
      }
    }
  }

  /// Takes the value of a control of a form, with the name of that.
  mutating func takeControl(_ tag: XMLElement, in bytes: Span<UInt8>) {
    guard destination == .aside(.formFields) else { return }
    let isProperty = bytes.begins(
      with: "property", at: tag.localName.lowerBound)
    var name: [UInt8] = []
    var shown: [[UInt8]] = []
    var values: [[UInt8]] = []
    var attributes = tag.attributeList()
    while let attribute = attributes.next(in: bytes) {
      switch OpenDocumentAttribute.of(bytes, attribute.name) {
      case .name: name = bytes.unescaped(attribute.value)
      case .label, .title: shown.append(bytes.unescaped(attribute.value))
      case .stringValue:
        guard !bytes.begins(with: "com.sun.star.", at: attribute.value.lowerBound) else { break }
        values.append(bytes.unescaped(attribute.value))
      case .value, .currentValue:
        // Properties are those of the program, and numbers among them say how a control looks.
        if !isProperty { values.append(bytes.unescaped(attribute.value)) }
      default: continue
      }
    }
    for text in shown { add(text, named: [], to: .formFields) }
    var last: [UInt8] = []
    for value in values where value != last {
      add(value, named: name, to: .formFields)
      last = value
    }
  }
}
