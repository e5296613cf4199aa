import Testing

@testable import Extraction

@Suite struct SheetCellsTests {
  @Test func `does not let a shared text grow over what may be held`() {
    var limits = ExtractionLimits()
    limits.bytesInMemory = 1000
    let context = ExtractionContext(limits: limits)
    context.begin(byteCount: 0)
    var strings = SharedStrings(byteLimit: 1000)
    strings.append([UInt8](repeating: UInt8(ascii: "a"), count: 400))
    var cells = SheetCells(
      strings: strings, styles: CellStyles(), numbers: CellNumber(), context: context)
    var sink = DocumentRecordingSink()
    sink.beginText(at: [])
    for row in 1...2 { cells.appendShared(0, row: row, column: 1) }
    #expect(!cells.isOverLimit)
    cells.pushIfDue(into: &sink)
    for row in 3...5 { cells.appendShared(0, row: row, column: 1) }
    #expect(cells.isOverLimit)
    cells.finish(into: &sink)
    sink.endText()
    #expect(sink.texts.first.map(\.fields.count) == 4)
  }
}
