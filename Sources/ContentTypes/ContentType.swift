/// What content is, as its own bytes tell it; names of files are never asked.
package enum ContentType: Hashable, Sendable {
  /// No bytes at all.
  case empty
  case text(TextForm, TextEncoding)
  /// Content without a text reader, counted by its type.
  case binary(BinaryType)

  /// Short and stable; for reports: `csv`, `text`, `docx`, `binary`.
  package var id: String {
    switch self {
    case .empty: "empty"
    case .text(let form, _): form.id
    case .binary(let type): type.rawValue
    }
  }
}
