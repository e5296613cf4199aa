/// An attribute of OpenDocument that is read.
enum OpenDocumentAttribute {
  case name, count, columnsRepeated, rowsRepeated, columnsSpanned
  case valueType, value, dateValue, stringValue, formula
  case href, label, currentValue, title, noteClass
  /// A text that is shown in some case.
  case shown
  /// The path of an entry of the package.
  case path
  /// The name of a change.
  case id
  /// What a document of OpenOffice.org 1 is.
  case documentClass

  static func of(_ bytes: Span<UInt8>, _ name: Range<Int>) -> OpenDocumentAttribute? {
    byCode[MarkupCode(bytes, name.significant)]
  }

  private static let names: KeyValuePairs<OpenDocumentAttribute, String> = [
    .name: "name",
    .count: "c",
    .columnsRepeated: "number-columns-repeated",
    .rowsRepeated: "number-rows-repeated",
    .columnsSpanned: "number-columns-spanned",
    .valueType: "value-type",
    .value: "value",
    .dateValue: "date-value",
    .stringValue: "string-value",
    .formula: "formula",
    .href: "href",
    .label: "label display-text",
    .currentValue: "current-value",
    .title: "title",
    .noteClass: "note-class",
    .shown:
      """
    string-value-if-true string-value-if-false author editor address note key1 key2 \
    string-value-phonetic
    """,
    .path: "full-path",
    .id: "id change-id",
    .documentClass: "class",
  ]

  private static let byCode = MarkupCodeTable(
    names.flatMap { attribute, names in
      names.split(separator: " ").map { name in
        let bytes = Array(name.utf8)
        return (MarkupCode(bytes.span, bytes.indices.significant), attribute)
      }
    })
}

extension XMLElement {
  /// The value of the attribute with its references decoded; nil where there is none.
  func value(_ attribute: OpenDocumentAttribute, in bytes: Span<UInt8>) -> [UInt8]? {
    var list = attributeList()
    while let candidate = list.next(in: bytes) {
      guard OpenDocumentAttribute.of(bytes, candidate.name) == attribute else { continue }
      return bytes.unescaped(candidate.value)
    }
    return nil
  }

  /// The number that the attribute holds, from 1 to `limit`; 1 where it holds none.
  func count(
    _ attribute: OpenDocumentAttribute, in bytes: Span<UInt8>, upTo limit: Int
  ) -> Int {
    var list = attributeList()
    while let candidate = list.next(in: bytes) {
      guard OpenDocumentAttribute.of(bytes, candidate.name) == attribute else { continue }
      return bytes.count(in: candidate.value, upTo: limit)
    }
    return 1
  }
}

extension Span<UInt8> {
  /// The number in the range, from 1 to `limit`; 1 where it is none.
  func count(in range: Range<Int>, upTo limit: Int) -> Int {
    var number = 0
    for index in range {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      number = Swift.min(number * 10 + Int(digit), limit)
    }
    return Swift.max(number, 1)
  }
}
