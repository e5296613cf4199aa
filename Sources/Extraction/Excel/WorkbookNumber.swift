extension [UInt8] {
  /// Every whole number below it has a place of its own among floating-point numbers.
  private static var wholeLimit: Double { 0x1p53 }

  /// Appends the number of a cell, as `format` shows it; `is1904` is whether days count from 1904.
  mutating func append(number: Double, _ format: CellFormat = .general, is1904: Bool = false) {
    if format == .general, number.magnitude < Self.wholeLimit,
      number == number.rounded(.towardZero)
    {
      append(contentsOf: Int64(number).description.utf8)
      return
    }
    guard let decimal = CellDecimal(number) else { return }
    let text = CellNumber(isFrom1904: is1904).text(of: decimal, format)
    append(contentsOf: text ?? Array(number.description.utf8))
  }
}
