/// What an element of OpenDocument does to the text around it.
///
/// Prefixes do not count: a document may choose its own. Source: OpenDocument 1.3, part 3.
enum OpenDocumentElement {
  case paragraph
  case space, tab, lineBreak
  /// A text that stands above another one.
  case ruby
  case table, headerRows, row, cell, coveredCell
  /// The whole content, which in OpenOffice.org 1 says itself what it is.
  case root
  case page, masterPage, speakerNotes
  case spreadsheet, presentation, drawing
  /// `textBox` also stands for every shape that may have a text.
  /// A change, that it is a deletion, and where it begins and ends where its text stands in its place.
  case changedRegion, deletion, changeStart, changeEnd
  case annotation, note, noteCitation, trackedChanges, textBox
  case header, footer
  case forms, formOption
  /// A value of its own, such as who made a note: author, date, title, description.
  case value
  /// An alternative text of a picture.
  case description
  /// A declared variable or another field whose text is in its attributes.
  case field
  /// A text that is shown only under a condition.
  case hiddenField
  case link
  /// Styles and the like, which hold no text of the document.
  case ignored
  /// Bytes in base64.
  case binaryData

  /// The element of a name; nil for all that only hold others.
  static func of(_ bytes: Span<UInt8>, _ name: Range<Int>) -> OpenDocumentElement? {
    byCode[MarkupCode(bytes, name.significant)]
  }

  private static let names: KeyValuePairs<OpenDocumentElement, String> = [
    .paragraph: "p h",
    .space: "s",
    .tab: "tab",
    .lineBreak: "line-break",
    .ruby: "ruby-text",
    .table: "table",
    .headerRows: "table-header-rows",
    .row: "table-row",
    .cell: "table-cell change-track-table-cell",
    .coveredCell: "covered-table-cell",
    .root: "document-content",
    .page: "page",
    .masterPage: "master-page handout-master",
    .speakerNotes: "notes",
    .spreadsheet: "spreadsheet",
    .presentation: "presentation",
    .drawing: "drawing",
    .annotation: "annotation",
    .note: "note footnote endnote",
    .noteCitation: "note-citation footnote-citation endnote-citation",
    .trackedChanges: "tracked-changes",
    .changedRegion: "changed-region",
    .deletion: "deletion",
    .changeStart: "change-start",
    .changeEnd: "change-end",
    .textBox:
      """
    text-box custom-shape rect line polyline polygon regular-polygon path ellipse circle \
    connector caption measure
    """,
    .header: "header header-left header-first header-decl",
    .footer: "footer footer-left footer-first footer-decl",
    .forms: "forms",
    .formOption: "option item label list-item",
    .value: "creator date creator-initials sender-initials title",
    .description: "desc",
    .field:
      """
    user-field-decl variable-decl param \
    alphabetical-index-mark bibliography-mark
    """,
    .hiddenField: "hidden-text conditional-text hidden-paragraph",
    .link:
      """
    a area-rectangle area-circle area-polygon section-source table-source cell-range-source \
    dde-source template
    """,
    .ignored: "styles automatic-styles font-face-decls event-listeners settings",
    .binaryData: "binary-data",
  ]

  private static let byCode = MarkupCodeTable(
    names.flatMap { element, names in
      names.split(separator: " ").map { name in
        let bytes = Array(name.utf8)
        return (MarkupCode(bytes.span, bytes.indices.significant), element)
      }
    })
}

extension Range<Int> {
  /// The end of the name that tells it from all others.
  var significant: Range<Int> { Swift.max(lowerBound, upperBound - 16)..<upperBound }
}
