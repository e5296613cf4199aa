import Testing

@testable import Extraction

/// Records built by hand after [MS-XLSB].
@Suite struct BinaryWorkbookTests {
  @Test func `reads cells of all kinds`() {
    var strings = BinaryStrings(byteLimit: 1000)
    Self.give(19, ([0] + Self.text("gedeeld")), to: &strings)
    var styles = BinaryStyles()
    Self.give(44, (Self.little(164, 2) + Self.text("000000000")), to: &styles)
    Self.give(617, [], to: &styles)
    Self.give(47, (Self.little(0, 2) + Self.little(164, 2)), to: &styles)
    var sheet = BinarySheet(
      SheetCells(
        strings: strings.strings, styles: styles.styles, numbers: CellNumber(),
        context: Self.context))
    Self.give(0, Self.little(0, 4), to: &sheet)
    Self.give(7, (Self.little(0, 4) + Self.little(1, 4) + Self.little(0, 4)), to: &sheet)
    // 99990019 in the two forms of compact numbers, then as a real one.
    Self.give(
      2, (Self.little(1, 4) + Self.little(0, 4) + Self.little(99_990_019 << 2 | 2, 4)), to: &sheet)
    let bits = Int(Double(99_990_019).bitPattern)
    Self.give(5, (Self.little(2, 4) + Self.little(1, 4) + Self.little(bits, 8)), to: &sheet)
    Self.give(6, (Self.little(3, 4) + Self.little(1, 4) + Self.text("tekst")), to: &sheet)
    Self.give(4, (Self.little(4, 4) + Self.little(1, 4) + [1]), to: &sheet)
    var sink = RecordingSink()
    sheet.finish(into: &sink)
    #expect(sink.text == "gedeeld\t099990019\t99990019\ttekst\tTRUE")
  }

  @Test func `survives records that are cut off`() {
    let record = Self.little(1, 4) + Self.little(1, 4) + Self.text("tekst")
    for number in 0..<700 {
      for count in 0...record.count {
        var sheet = BinarySheet(
          SheetCells(
            strings: SharedStrings(byteLimit: 10), styles: CellStyles(), numbers: CellNumber(),
            context: Self.context))
        Self.give(number, Array(record[..<count]), to: &sheet)
        var book = BinaryWorkbook()
        Self.give(number, Array(record[..<count]), to: &book)
      }
    }
  }

  private static func give(
    _ record: Int, _ bytes: [UInt8], to content: inout some BinaryPartContent
  ) {
    content.take(record, bytes.span)
  }

  private static var context: ExtractionContext {
    let context = ExtractionContext()
    context.begin(byteCount: 1000)
    return context
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func text(_ text: String) -> [UInt8] {
    little(text.utf16.count, 4) + text.utf16.flatMap { little(Int($0), 2) }
  }
}
