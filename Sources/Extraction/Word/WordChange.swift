/// A change to the properties of a paragraph or of characters (a Prl).
///
/// Source: MS-DOC 2.6, 2.9.201, 2.9.202.
struct WordChange {
  let code: Int
  /// Where its operand begins.
  let operand: Int
  /// Where the next change begins.
  let end: Int

  /// The change at `place`; nil where `page` has none.
  init?(_ page: Span<UInt8>, at place: Int) {
    guard let code = page.littleUInt16(at: place), place + 2 < page.count else { return nil }
    self.code = code
    operand = place + 2
    switch code >> 13 {
    case 0, 1: end = operand + 1
    case 2, 4, 5: end = operand + 2
    case 3: end = operand + 4
    case 7: end = operand + 3
    default:
      // The definition of a table has a longer count.
      end =
        operand + 1
        + (code == 0xD608 ? page.littleUInt16(at: operand) ?? 0 : Int(page[operand]))
    }
  }

  /// Whether `changes` mark characters as deleted.
  static func isDeleted(_ page: Span<UInt8>, _ changes: Range<Int>) -> Bool {
    var isDeleted = false
    var place = changes.lowerBound
    while place + 2 < changes.upperBound, let change = WordChange(page, at: place) {
      if change.code == 0x0800 { isDeleted = page[change.operand] == 1 }
      place = change.end
    }
    return isDeleted
  }
}
