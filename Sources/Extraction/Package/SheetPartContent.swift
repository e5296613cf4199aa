import ScanModel

/// A sheet of a workbook: its cells are its text, and what it says beside them comes behind.
protocol SheetPartContent: PartTextContent {
  var cells: SheetCells { get set }
  var sides: SideTexts { get set }
}

extension SheetPartContent {
  var isEmpty: Bool { cells.isEmpty }

  mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    cells.pushIfDue(into: &sink)
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    cells.finish(into: &sink)
  }

  mutating func pushSides<Sink: DocumentSink & ~Copyable>(
    at parts: [DocumentPart], into sink: inout Sink
  ) {
    sides.push(at: parts, into: &sink)
  }
}
