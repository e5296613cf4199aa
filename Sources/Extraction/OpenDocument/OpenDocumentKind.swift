/// What the content of a package is.
enum OpenDocumentKind {
  case text, spreadsheet, presentation, drawing

  /// The id of the type of a document of this kind.
  var contentType: String {
    switch self {
    case .text: "odt"
    case .spreadsheet: "ods"
    case .presentation: "odp"
    case .drawing: ""
    }
  }
}
