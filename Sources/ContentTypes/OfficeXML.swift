/// The shape of documents of Office that are one XML document: those of 2003, and packages written flat.
enum OfficeXML {
  /// The form of a document whose root is `element`; nil where that is none of Office.
  ///
  /// Source: Office 2003 XML Reference Schemas; MS-DOCX 2.1 (Flat OPC).
  static func form(of text: Span<UInt8>, _ element: Range<Int>) -> TextForm? {
    let end = text.position(of: UInt8(ascii: ">"), in: element.upperBound..<text.count)
    let forms: [(name: StaticString, namespace: StaticString, form: TextForm)] = [
      ("wordDocument", "schemas.microsoft.com/office/word/2003/wordml", .wordXML),
      ("Workbook", "urn:schemas-microsoft-com:office:spreadsheet", .workbookXML),
      ("package", "schemas.microsoft.com/office/2006/xmlPackage", .flatPackage),
    ]
    for (name, namespace, form) in forms where text.endsWithLocalName(name, element) {
      for position in element.upperBound..<end where text.has(namespace, at: position) {
        return form
      }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether the name in `element` is `name`, with or without a prefix.
  fileprivate func endsWithLocalName(_ name: StaticString, _ element: Range<Int>) -> Bool {
    let start = element.upperBound - name.utf8CodeUnitCount
    guard start >= element.lowerBound, has(name, at: start) else { return false }
    return start == element.lowerBound || self[start - 1] == UInt8(ascii: ":")
  }
}
