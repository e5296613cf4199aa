/// Whether a text of a table names a field.
enum FieldNaming {
  case none
  /// It names one, and may stand above the values of a column.
  case column
  /// It names whom values are about, or that they are values: `Partner`, `Waarde`.
  case subject
  /// It names one, and its value stands beside it: `Naam:`.
  case key
}

extension TreeText {
  /// Whether the last field, of `byteCount` bytes, names a field.
  func namingOfLastField(byteCount: Int) -> FieldNaming {
    guard 1...TreeNames.byteLimit ~= byteCount else { return .none }
    let range = window.bytes.count - byteCount..<window.bytes.count
    let cell = DelimitedHeaderCell(window.bytes.span, range)
    guard !cell.hasDigit, !cell.isValue, cell.hasFieldWord else { return .none }
    if window.bytes.last == UInt8(ascii: ":") { return .key }
    return cell.namesValues ? .column : .subject
  }
}
