import Testing

@testable import Extraction

/// Tables of a PDF with cells of several lines.
@Suite struct PDFWrappedTableTests {
  @Test(
    arguments: [
      // All cells begin at the top.
      """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (Geboorte-) Tj 70 0 Td (BSN) Tj ET
      BT /F1 9 Tf 140 689 Td (datum) Tj 70 0 Td (\\(nummer\\)) Tj ET
      """,
      // What takes one line stands in the middle.
      """
      BT /F1 9 Tf 50 694.5 Td (Naam) Tj ET
      BT /F1 9 Tf 140 700 Td (Geboorte-) Tj 70 0 Td (BSN) Tj ET
      BT /F1 9 Tf 140 689 Td (datum) Tj 70 0 Td (\\(nummer\\)) Tj ET
      """,
    ])
  func `joins the lines of a header`(header: String) {
    let rows = """
      BT /F1 9 Tf 50 672 Td (Vliet) Tj 90 0 Td (12-03-1978) Tj 70 0 Td (999990019) Tj ET
      BT /F1 9 Tf 50 655 Td (Bakker) Tj 90 0 Td (13-04-1981) Tj 70 0 Td (999990020) Tj ET
      """
    #expect(
      Self.labelled(header + "\n" + rows) == [
        "Naam=Vliet", "Geboortedatum=12-03-1978", "BSN (nummer)=999990019",
        "Naam=Bakker", "Geboortedatum=13-04-1981", "BSN (nummer)=999990020",
      ])
  }

  @Test func `keeps the header over cells of the body that are wrapped`() {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Woonplaats) Tj ET
      BT /F1 9 Tf 50 683 Td (Wietske) Tj 90 0 Td (999990019) Tj 70 0 Td (Nieuwe) Tj ET
      BT /F1 9 Tf 50 672 Td (van der) Tj 160 0 Td (Pekela) Tj ET
      BT /F1 9 Tf 50 661 Td (Vliet) Tj ET
      BT /F1 9 Tf 50 644 Td (Jan) Tj 90 0 Td (999990020) Tj 70 0 Td (Nieuwer) Tj ET
      BT /F1 9 Tf 50 633 Td (Bakker) Tj 160 0 Td (ter Aa) Tj ET
      BT /F1 9 Tf 50 616 Td (Piet) Tj 90 0 Td (999990032) Tj 70 0 Td (Urk) Tj ET
      """
    let fields = Self.labelled(content)
    #expect(
      fields.filter { $0.hasPrefix("BSN=") } == [
        "BSN=999990019", "BSN=999990020", "BSN=999990032",
      ])
  }

  @Test(
    arguments: [
      // In the order in which cells are drawn: what takes one line stands in the middle.
      """
      BT /F1 9 Tf 50 683 Td (Wietske) Tj ET BT /F1 9 Tf 50 672 Td (Vliet) Tj ET
      BT /F1 9 Tf 140 677.5 Td (999990019) Tj ET
      BT /F1 9 Tf 210 683 Td (Nieuwe) Tj ET BT /F1 9 Tf 210 672 Td (Pekela) Tj ET
      """,
      // At the bottom.
      """
      BT /F1 9 Tf 50 683 Td (Wietske) Tj ET BT /F1 9 Tf 50 672 Td (Vliet) Tj ET
      BT /F1 9 Tf 140 672 Td (999990019) Tj ET
      BT /F1 9 Tf 210 683 Td (Nieuwe) Tj ET BT /F1 9 Tf 210 672 Td (Pekela) Tj ET
      """,
    ])
  func `keeps the header over cells in the middle or at the bottom`(row: String) {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Woonplaats) Tj ET
      \(row)
      BT /F1 9 Tf 50 655 Td (Piet) Tj 90 0 Td (999990032) Tj 70 0 Td (Urk) Tj ET
      """
    let fields = Self.labelled(content)
    #expect(fields.filter { $0.hasPrefix("BSN=") } == ["BSN=999990019", "BSN=999990032"])
    #expect(fields.contains("Woonplaats=Pekela"))
  }

  @Test func `takes no row of the body for a part of the header`() {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (Functie) Tj 70 0 Td (Woonplaats) Tj ET
      BT /F1 9 Tf 50 689 Td (Vliet) Tj 90 0 Td (kok) Tj 70 0 Td (Urk) Tj ET
      BT /F1 9 Tf 50 678 Td (Bakker) Tj 90 0 Td (smid) Tj 70 0 Td (Assen) Tj ET
      """
    #expect(Self.labelled(content).prefix(3) == ["Naam=Vliet", "Functie=kok", "Woonplaats=Urk"])
  }

  private static func labelled(_ content: String) -> [String] {
    DocumentRecording(of: PDFBuilder.page(content)).allFields.filter { $0.contains("=") }
  }
}
