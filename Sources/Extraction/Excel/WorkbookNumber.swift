extension [UInt8] {
  /// Every whole number below it has a place of its own among floating-point numbers.
  private static var wholeLimit: Double { 0x1p53 }

  /// Appends a number as it is shown without a format.
  mutating func append(number: Double) {
    guard !append(whole: number), let decimal = CellDecimal(number) else { return }
    append(contentsOf: CellNumber().text(of: decimal, .general) ?? Array(number.description.utf8))
  }

  /// Appends the number of a cell, as `format` shows it, and behind a space what else there is to be
  /// read of it; `is1904` is whether days count from 1904.
  mutating func append(cellNumber number: Double, _ format: CellFormat, is1904: Bool) {
    guard format != .general || !append(whole: number), let decimal = CellDecimal(number)
    else { return }
    let numbers = CellNumber(isFrom1904: is1904)
    let shown = numbers.text(of: decimal, format) ?? Array(number.description.utf8)
    append(contentsOf: shown)
    guard let other = numbers.otherText(of: decimal, shown: shown, format) else { return }
    append(0x20)
    append(contentsOf: other)
  }

  /// Appends a number that is whole and not too large for that; false for any other.
  private mutating func append(whole number: Double) -> Bool {
    guard number.magnitude < Self.wholeLimit, number == number.rounded(.towardZero) else {
      return false
    }
    append(contentsOf: Int64(number).description.utf8)
    return true
  }
}
