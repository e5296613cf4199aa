import ScanModel

/// What a sheet, or the workbook, has besides its cells, by section.
struct SheetParagraphs {
  /// The order in which sections are passed on.
  private static let order: [DocumentSection] = [
    .header, .footer, .comments, .textBoxes, .links, .formFields, .fieldCodes, .hiddenText,
    .properties,
  ]

  private var paragraphs: [DocumentSection: [[UInt8]]] = [:]
  /// The texts of formulas that were taken, since formulas are copied from cell to cell.
  private var formulaTexts: Set<[UInt8]> = []
  private static let formulaLimit = 10_000

  var texts: [[UInt8]] { paragraphs.values.flatMap { $0 } }

  mutating func add(_ text: [UInt8], to section: DocumentSection) {
    if !text.isEmpty { paragraphs[section, default: []].append(text) }
  }

  mutating func add(_ texts: [[UInt8]], to section: DocumentSection) {
    for text in texts { add(text, to: section) }
  }

  mutating func addFormula(_ texts: [[UInt8]]) {
    for text in texts {
      if formulaTexts.count < Self.formulaLimit, !formulaTexts.insert(text).inserted { continue }
      add(text, to: .fieldCodes)
    }
  }

  /// Passes all on, each section as a text behind `parts`.
  mutating func flush<Sink: DocumentSink & ~Copyable>(
    at parts: [DocumentPart], into sink: inout Sink
  ) {
    for section in Self.order {
      guard let texts = paragraphs[section], !sink.isCancelled else { continue }
      sink.beginText(at: parts + [.section(section)])
      var document = DocumentText()
      for text in texts {
        document.addParagraph(text)
        document.pushIfDue(into: &sink)
      }
      document.finish(into: &sink)
      sink.endText()
    }
    paragraphs.removeAll()
    formulaTexts.removeAll()
  }
}
