import Extraction
import ScanModel
import Testing

@Suite struct WorkbookCellsTests {
  @Test func `passes text on before all cells that are stored twice are read`() {
    let workbook = BIFFBytes.workbook {
      for row in 0..<100 {
        $0.addNumber(1, row: row, column: 0xFFFF)
        $0.addNumber(2, row: row, column: 0xFFFF)
      }
    }
    var sink = FirstBlockSink()
    sink.context.begin(byteCount: workbook.count)
    sink.takeMember(at: [], bytes: workbook)
    #expect(sink.context.unpackedByteCount > 100 * 65_535)
    #expect(sink.spentAtFirstBlock.map { $0 < 3 << 20 } == true)
  }
}

/// A sink that keeps how much was unpacked when the first block came.
private struct FirstBlockSink: DocumentSink, ~Copyable {
  let context = ExtractionContext()
  private(set) var spentAtFirstBlock: Int?
  var isCancelled: Bool { false }

  func beginText(at parts: [DocumentPart]) {}
  func endText() {}
  func beginMember(at parts: [DocumentPart]) {}
  func endMember(_ outcome: MemberOutcome, contentType: String) {}
  func miss(_ reason: PartialReason, at parts: [DocumentPart]) {}

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    if spentAtFirstBlock == nil { spentAtFirstBlock = context.unpackedByteCount }
  }
}
