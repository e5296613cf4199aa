import Testing

@testable import Extraction

@Suite struct WorkbookValuesTests {
  @Test func `tells a copy for an older version`() {
    let book = BIFFBytes.workbook { globals in
      globals.add(
        0x00FC, BIFFBytes.number(1, 4) + BIFFBytes.number(1, 4) + BIFFBytes.text("Jan Test"))
    } _: {
      $0.add(0x00FD, BIFFBytes.numbers(0, 0, 0) + BIFFBytes.number(0, 4))
      $0.addNumber(999_990_019, row: 0, column: 1)
    }
    var copy = BIFFBytes()
    copy.add(0x0809, BIFFBytes.numbers(0x0500, 0x0010, 0, 0))
    copy.add(0x0204, BIFFBytes.numbers(0, 0, 0, 8) + Array("Jan Test".utf8))
    copy.addNumber(999_990_019, row: 0, column: 1)
    copy.end()
    #expect(WorkbookValues(book).hold(WorkbookValues(copy.bytes)))
    copy.add(0x0204, BIFFBytes.numbers(1, 0, 0, 4) + Array("Piet".utf8))
    #expect(!WorkbookValues(book).hold(WorkbookValues(copy.bytes)))
  }
}
