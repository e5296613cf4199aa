import ScanModel

extension MarkupTables {
  /// Takes the text that was ended last, of `byteCount` bytes, for a name where it may be one.
  ///
  /// Labels the values of the first row by the names before them, and no name by that before it.
  mutating func takeText(byteCount: Int, of text: inout TreeText) {
    if mayNameColumns {
      nameColumns(
        text.labelOfLastField(byteCount: byteCount),
        text.namingOfLastField(byteCount: byteCount), at: text.window.placeOfLastField)
    } else if mayNameRow {
      let isName = text.namingOfLastField(byteCount: byteCount) != .none
      nameRow(
        isName ? text.labelOfLastField(byteCount: byteCount) : TextLayout.noLabel,
        at: text.window.placeOfLastField)
    } else {
      return
    }
    guard !namedValues.isEmpty else { return }
    for value in namedValues { text.window.relabelField(at: value.place, value.label) }
    forgetNamedValues()
  }
}
