internal import ScanModel

extension Place {
  /// The word in the name of its field that says that a value is about a relative or another party of the
  /// person of a record; nil where it has none, and in running text.
  var relation: String? {
    let name =
      switch self {
      case .cell(_, _, let header), .paragraph(_, let header): header
      case .element(let path, _): path
      case .record(_, let field): field
      case .line: nil as String?
      }
    guard let name = name?.lowercased() else { return nil }
    return Self.relations.first { name.contains($0) }
  }

  private static let relations = [
    "partner", "echtgeno", "kind", "vader", "moeder", "ouder", "voogd", "verzorger", "gemachtigde",
    "contactpersoon", "mantelzorger", "werkgever", "spouse", "child", "father", "mother", "parent",
  ]
}
