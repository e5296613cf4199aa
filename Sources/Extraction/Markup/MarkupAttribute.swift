/// What an attribute of HTML is read for.
enum MarkupAttribute {
  /// The value of a control or of `meta`; labelled by the name of that.
  case value
  /// The name of a control or of `meta`.
  case controlName
  /// What sort a control is of, and whether it is chosen.
  case sort, isChosen
  /// The control that a label names.
  case target
  /// Text that a page shows.
  case shown
  /// The same, where a control is.
  case caption
  /// A link, which may be an address or a number.
  case link
  /// Shapes and looks, full of digits.
  case drawing
  case columnSpan
  /// Where something is drawn: from the left, and from the top.
  case distance, height

  static func of(_ bytes: Span<UInt8>, _ name: Range<Int>) -> MarkupAttribute? {
    byCode[MarkupCode(bytes, name)]
  }

  private static let names: KeyValuePairs<MarkupAttribute, String> = [
    .value: "value content",
    .controlName: "name id property itemprop http-equiv",
    .shown:
      """
    abbr alt aria-description aria-valuetext download label srcdoc standby summary
    """,
    .caption: "aria-label placeholder title",
    .sort: "type",
    .isChosen: "checked selected",
    .target: "for",
    .link: "href",
    .drawing:
      """
    cx cy d fill integrity points r rx ry stop-color stroke style transform viewbox x1 x2 y1 y2
    """,
    .distance: "x dx",
    .height: "y dy",
    .columnSpan: "colspan",
  ]

  private static let byCode = MarkupCodeTable(
    names.flatMap { attribute, names in
      names.split(separator: " ").map { (MarkupCode(Array($0.utf8)), attribute) }
    })
}
