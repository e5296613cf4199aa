import ScanModel

/// What elements say in their attributes.
extension FlowContent {
  /// Adds what elements say in their attributes alone: descriptions, choices, links and data.
  mutating func addAttributes(of element: XMLElement, in bytes: Span<UInt8>) {
    switch element.name {
    case .docPr, .cNvPr: addDescription(of: element, in: bytes)
    case .shape, .rect, .roundrect, .oval: add(.alt, of: element, in: bytes, to: .annotations)
    case .imagedata: add(.title, of: element, in: bytes, to: .annotations)
    case .textpath: add(.string, of: element, in: bytes, to: .textBoxes)
    case .hyperlink, .hlinkClick, .hlinkHover: add(.tooltip, of: element, in: bytes, to: .links)
    case .hlink: add(.dest, of: element, in: bytes, to: .links)
    case .listItem:
      let text = element.value(of: .displayText, in: bytes)
      let value = element.value(of: .value, in: bytes)
      sides.addParagraph(text, to: .formFields)
      if value != text { sides.addParagraph(value, to: .formFields) }
    case .comboBox, .dropDownList: add(.lastValue, of: element, in: bytes, to: .formFields)
    case .date: add(.fullDate, of: element, in: bytes, to: .formFields)
    case .attr: addNamed(of: element, in: bytes, to: .customXML)
    case .docVar: addNamed(of: element, in: bytes, to: .properties)
    case .connectString, .query: add(.val, of: element, in: bytes, to: .properties)
    case .presenceInfo: add(.userId, of: element, in: bytes, to: .comments)
    case .cell:
      // The data of a shape in Visio.
      let name = element.value(of: .cellName, in: bytes)
      guard name == Array("Value".utf8) || name == Array("Label".utf8) else { return }
      add(.cellValue, of: element, in: bytes, to: .properties)
    default: break
    }
  }

  private mutating func add(
    _ name: OfficeName, of element: XMLElement, in bytes: Span<UInt8>, to section: DocumentSection
  ) {
    sides.addParagraph(element.value(of: name, in: bytes), to: section)
  }

  private mutating func addNamed(
    of element: XMLElement, in bytes: Span<UInt8>, to section: DocumentSection
  ) {
    sides.add(
      element.value(of: .val, in: bytes), named: element.value(of: .name, in: bytes) ?? [],
      to: section)
  }

  /// Adds what is said of a picture or shape, and its name where that is more than `Picture 1`.
  private mutating func addDescription(of element: XMLElement, in bytes: Span<UInt8>) {
    add(.descr, of: element, in: bytes, to: .annotations)
    add(.title, of: element, in: bytes, to: .annotations)
    guard let name = element.value(of: .name, in: bytes),
      TreeNames.mayBeValue(name.span, name.indices)
    else { return }
    sides.addParagraph(name, to: .annotations)
  }
}
