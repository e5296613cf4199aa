/// OpenDocument packages that were built by hand.
enum OpenDocumentPackages {
  static let names = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"
    """

  /// The content of a document with this body.
  static func content(_ body: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-content \(names)><office:body>\(body)</office:body></office:document-content>
    """
  }

  static func text(_ body: String) -> [UInt8] {
    StoredZip.bytes([
      "mimetype": "application/vnd.oasis.opendocument.text",
      "content.xml": content("<office:text>\(body)</office:text>"),
    ])
  }

  /// A workbook with one sheet `Blad` of these rows.
  static func sheet(_ rows: String) -> [UInt8] {
    StoredZip.bytes([
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml": content(
        """
        <office:spreadsheet><table:table table:name="Blad">\(rows)</table:table>\
        </office:spreadsheet>
        """),
    ])
  }
}
