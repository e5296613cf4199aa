/// The value of a cell in a table of iWork.
enum IWorkCell {
  /// A text, and one with formats of its own, by their number in the lists of the table.
  case text(Int)
  case richText(Int)
  case value([UInt8])

  /// Reads a cell, which begins with the version of its form; nil for an empty one.
  ///
  /// Source: numbers-parser (version 5); SheetJS (before).
  init?(_ cell: Span<UInt8>) {
    guard cell.count >= 12 else { return nil }
    let value = cell[0] >= 5 ? Self.value(of: cell) : Self.earlyValue(of: cell)
    guard let value else { return nil }
    self = value
  }

  /// Behind 12 bytes stands what the flags in the last four of them tell, in order.
  private static func value(of cell: Span<UInt8>) -> IWorkCell? {
    guard let flags = cell.littleUInt32(at: 8) else { return nil }
    var fields = Fields(flags: flags, position: 12)
    let decimal = fields.next(0x1, byteCount: 16)
    let fraction = fields.next(0x2, byteCount: 8)
    let seconds = fields.next(0x4, byteCount: 8)
    let text = fields.next(0x8, byteCount: 4)
    let richText = fields.next(0x10, byteCount: 4)
    return value(
      of: cell, type: cell[1], decimal: decimal, fraction: fraction, seconds: seconds, text: text,
      richText: richText)
  }

  /// Formats stand first, of which the flags tell only how many there are.
  private static func earlyValue(of cell: Span<UInt8>) -> IWorkCell? {
    guard let flags = cell.littleUInt32(at: 4) else { return nil }
    let isFirst = cell[0] < 2
    var fields = Fields(flags: flags, position: isFirst ? 8 : 12)
    fields.position += 4 * (flags & (isFirst ? 0x18E : 0xD8E)).nonzeroBitCount
    let richText = fields.next(0x200, byteCount: 4)
    fields.position += 4 * (flags & (isFirst ? 0x1000 : 0x3000)).nonzeroBitCount
    let text = fields.next(0x10, byteCount: 4)
    let fraction = fields.next(0x20, byteCount: 8)
    let seconds = fields.next(0x40, byteCount: 8)
    return value(
      of: cell, type: cell[cell[0] >= 4 ? 1 : 2], decimal: nil, fraction: fraction,
      seconds: seconds, text: text, richText: richText)
  }

  /// The fields of a cell, of which flags tell which ones there are.
  private struct Fields {
    let flags: Int
    var position: Int

    /// Where the field of a flag begins; nil where there is none.
    mutating func next(_ flag: Int, byteCount: Int) -> Int? {
      guard flags & flag != 0 else { return nil }
      defer { position += byteCount }
      return position
    }
  }

  private static func value(
    of cell: Span<UInt8>, type: UInt8, decimal: Int?, fraction: Int?, seconds: Int?, text: Int?,
    richText: Int?
  ) -> IWorkCell? {
    switch type {
    // Numbers, and amounts.
    case 2, 10:
      let number =
        decimal.flatMap { cell.decimal128(at: $0) }
        ?? fraction.flatMap { cell.littleDouble(at: $0) }.flatMap { CellDecimal($0) }
      return number.flatMap { $0.plain ?? $0.scientific }.map { .value($0) }
    case 3: return text.flatMap { cell.littleUInt32(at: $0) }.map { .text($0) }
    case 5:
      let seconds = seconds.flatMap { cell.littleDouble(at: $0) }
      let date = seconds.flatMap { CalendarDate(secondsFrom2001: $0) }
      return date.map { .value(Array($0.dutch.utf8)) }
    case 9: return richText.flatMap { cell.littleUInt32(at: $0) }.map { .richText($0) }
    default: return nil
    }
  }
}

extension Span<UInt8> {
  /// A decimal number of 16 bytes: 113 bits of digits, 14 of the exponent, and the sign.
  ///
  /// Source: IEEE 754-2008, decimal128 with a binary significand.
  fileprivate func decimal128(at start: Int) -> CellDecimal? {
    guard start + 16 <= count else { return nil }
    let last = self[start + 15]
    let middle = self[start + 14]
    var digits = UInt128(middle & 1)
    for offset in (0..<14).reversed() { digits = digits << 8 | UInt128(self[start + offset]) }
    let exponent = (Int(last & 0x7F) << 7 | Int(middle >> 1)) - 0x1820
    guard (-400...400).contains(exponent) else { return nil }
    return CellDecimal(Array("\(last & 0x80 == 0 ? "" : "-")\(digits)E\(exponent)".utf8).span)
  }
}
