/// What an element of HTML does to the text around it.
enum MarkupElement {
  /// Nothing: the text goes on.
  case inline
  /// The text goes on, but what it holds is no part of the words beside it.
  case struck
  /// As `inline`, but digits in it are none of those before it.
  case raised
  /// A piece of a text that is drawn (SVG): the text goes on, unless it has a place of its own.
  case drawnPiece
  /// It begins and ends a line.
  case block
  /// It stands on the line of what is before it.
  case control
  /// The same; its text names a control.
  case label
  case lineBreak
  case preformatted, textArea, select, option, meta
  case script
  case table, tableHead, tableBody, row, cell, headerCell
  case descriptionList, term, description

  /// Whether it is a table or a part of one that holds rows or cells.
  var isOfTable: Bool {
    switch self {
    case .table, .tableHead, .tableBody, .row: true
    default: false
    }
  }

  /// The element of a name; one with a prefix (`o:p`) goes on, unknown ones end the text.
  static func of(_ bytes: Span<UInt8>, _ name: Range<Int>) -> MarkupElement? {
    if let known = byCode[MarkupCode(bytes, name)] { return known }
    for index in name where bytes[index] == UInt8(ascii: ":") { return .inline }
    return nil
  }

  private static let names: KeyValuePairs<MarkupElement, String> = [
    .inline:
      """
    a abbr acronym b bdi bdo big blink cite code data dfn em font i img ins kbd mark nobr q \
    rp rt ruby samp slot small span strong time tt u var wbr
    """,
    .struck: "del s strike",
    .raised: "sub sup",
    .drawnPiece: "tspan",
    .block:
      """
    address article aside base blockquote body caption center details dialog dir div fieldset \
    figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html \
    iframe legend li link listing main map menu nav noframes noscript object ol optgroup p \
    search section summary svg template text textpath title ul video
    """,
    .control: "button input output",
    .label: "label",
    .lineBreak: "br",
    .preformatted: "pre xmp",
    .textArea: "textarea",
    .select: "select",
    .option: "option",
    .meta: "meta",
    .script: "script style",
    .table: "table",
    .tableHead: "thead",
    .tableBody: "tbody tfoot",
    .row: "tr",
    .cell: "td",
    .headerCell: "th",
    .descriptionList: "dl",
    .term: "dt",
    .description: "dd",
  ]

  private static let byCode = MarkupCodeTable(
    names.flatMap { element, names in
      names.split(separator: " ").map { (MarkupCode(Array($0.utf8)), element) }
    })
}
