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
    #expect(fields.contains { $0.hasPrefix("Woonplaats=") && $0.hasSuffix("Pekela") })
  }

  @Test func `takes no row of the body for a part of the header`() {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (Functie) Tj 70 0 Td (Woonplaats) Tj ET
      BT /F1 9 Tf 50 689 Td (Vliet) Tj 90 0 Td (kok) Tj 70 0 Td (Urk) Tj ET
      BT /F1 9 Tf 50 678 Td (Bakker) Tj 90 0 Td (smid) Tj 70 0 Td (Assen) Tj ET
      """
    #expect(Self.labelled(content).prefix(3) == ["Naam=Vliet", "Functie=kok", "Woonplaats=Urk"])
  }

  @Test func `joins the lines of cells that begin at the top of their row`() {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Woonplaats) Tj ET
      BT /F1 9 Tf 50 689 Td (Wietske) Tj 90 0 Td (999990019) Tj 70 0 Td (Nieuwe) Tj ET
      BT /F1 9 Tf 50 678 Td (van der) Tj 160 0 Td (Pekela) Tj ET
      BT /F1 9 Tf 50 667 Td (Vliet) Tj ET
      BT /F1 9 Tf 50 656 Td (Jan Bakker) Tj 90 0 Td (999990020) Tj 70 0 Td (Nieuwer-) Tj ET
      BT /F1 9 Tf 210 645 Td (brug) Tj ET
      BT /F1 9 Tf 50 634 Td (Piet Smit) Tj 90 0 Td (999990032) Tj 70 0 Td (Urk) Tj ET
      """
    #expect(
      Self.labelled(content) == [
        "Naam=Wietske van der Vliet", "BSN=999990019", "Woonplaats=Nieuwe Pekela",
        "Naam=Jan Bakker", "BSN=999990020", "Woonplaats=Nieuwerbrug",
        "Naam=Piet Smit", "BSN=999990032", "Woonplaats=Urk",
      ])
  }

  @Test func `joins the lines of cells below two rows of names`() {
    let content = """
      BT /F1 9 Tf 50 711 Td (Client) Tj 160 0 Td (Contact) Tj ET
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Woonplaats) Tj ET
      BT /F1 9 Tf 50 689 Td (Wietske) Tj 90 0 Td (999990019) Tj 70 0 Td (Nieuwe) Tj ET
      BT /F1 9 Tf 50 678 Td (Vliet) Tj 160 0 Td (Pekela) Tj ET
      BT /F1 9 Tf 50 667 Td (Piet Smit) Tj 90 0 Td (999990032) Tj 70 0 Td (Urk) Tj ET
      """
    let fields = Self.labelled(content)
    #expect(fields.contains("Naam=Wietske Vliet"))
    #expect(fields.contains("Woonplaats=Nieuwe Pekela"))
  }

  @Test func `joins the lines of cells that stand in the middle of their row`() {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Telefoon) Tj 70 0 Td (Plaats) Tj ET
      BT /F1 9 Tf 210 682 Td (06-) Tj ET BT /F1 9 Tf 280 682 Td (Nieuwe) Tj ET
      BT /F1 9 Tf 50 676 Td (Wietske Vliet) Tj 90 0 Td (999990019) Tj ET
      BT /F1 9 Tf 210 670 Td (12345678) Tj ET BT /F1 9 Tf 280 670 Td (Pekela) Tj ET
      BT /F1 9 Tf 210 652 Td (06-) Tj ET
      BT /F1 9 Tf 50 646 Td (Jan Bakker) Tj 90 0 Td (999990020) Tj 140 0 Td (Urk) Tj ET
      BT /F1 9 Tf 210 640 Td (12345679) Tj ET
      BT /F1 9 Tf 50 622 Td (Piet Smit) Tj 90 0 Td (999990032) Tj 70 0 Td (0612345670) Tj 70 0 Td (Ede) Tj ET
      """
    let fields = Self.labelled(content)
    #expect(
      fields.filter { $0.hasPrefix("Telefoon=") } == [
        "Telefoon=06-12345678", "Telefoon=06-12345679", "Telefoon=0612345670",
      ])
    #expect(fields.contains("Plaats=Nieuwe Pekela"))
  }

  // As spreadsheets print them: what is wrapped is drawn behind all others.
  @Test func `joins the lines of cells that end at the bottom of their row`() {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Woonplaats) Tj 90 0 Td (E-mail) Tj ET
      BT /F1 9 Tf 50 676 Td (Vliet) Tj 90 0 Td (999990019) Tj 70 0 Td (Pekela) Tj 90 0 Td (.nl) Tj ET
      BT /F1 9 Tf 50 652 Td (Jan Bakker) Tj 90 0 Td (999990020) Tj 70 0 Td (Urk) Tj 90 0 Td (d.nl) Tj ET
      BT /F1 9 Tf 50 628 Td (Smit) Tj 90 0 Td (999990032) Tj 70 0 Td (Ede) Tj 90 0 Td (p@x.nl) Tj ET
      BT /F1 9 Tf 50 687 Td (Wietske) Tj 160 0 Td (Nieuwe) Tj 90 0 Td (w@voorbeeld) Tj ET
      BT /F1 9 Tf 300 663 Td (jan@voorbeel) Tj ET
      BT /F1 9 Tf 50 639 Td (Piet van) Tj ET
      """
    #expect(
      Self.labelled(content) == [
        "Naam=Wietske Vliet", "BSN=999990019", "Woonplaats=Nieuwe Pekela",
        "E-mail=w@voorbeeld.nl", "Naam=Jan Bakker", "BSN=999990020", "Woonplaats=Urk",
        "E-mail=jan@voorbeeld.nl", "Naam=Piet van Smit", "BSN=999990032", "Woonplaats=Ede",
        "E-mail=p@x.nl",
      ])
  }

  @Test func `joins the lines of names between rows of values`() {
    let block = [700, 650, 600].map { y in
      """
      BT /F1 9 Tf 50 \(y) Td (Achternaam en) Tj 90 0 Td (Geboortedatum) Tj 90 0 Td (BSN) Tj ET
      BT /F1 9 Tf 50 \(y - 11) Td (voorletters) Tj ET
      BT /F1 9 Tf 50 \(y - 22) Td (Vliet, W.) Tj 90 0 Td (12-03-1978) Tj 90 0 Td (999990019) Tj ET
      """
    }
    #expect(
      Self.labelled(block.joined(separator: "\n")).filter { $0.hasPrefix("BSN=") }
        == Array(repeating: "BSN=999990019", count: 3))
  }

  // All lines are equally far from each other: the first row begins without a number.
  @Test func `tells cells that end at the bottom of their row by the first row`() {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Woonplaats) Tj ET
      BT /F1 9 Tf 50 689 Td (Wietske) Tj 160 0 Td (Nieuwe) Tj ET
      BT /F1 9 Tf 50 678 Td (van Vliet) Tj 90 0 Td (999990019) Tj 70 0 Td (pekela) Tj ET
      BT /F1 9 Tf 50 667 Td (Jan) Tj ET
      BT /F1 9 Tf 50 656 Td (van Dam) Tj 90 0 Td (999990020) Tj 70 0 Td (Ede) Tj ET
      BT /F1 9 Tf 50 645 Td (Piet Smit) Tj 90 0 Td (999990032) Tj 70 0 Td (Urk) Tj ET
      """
    let fields = Self.labelled(content)
    #expect(
      fields == [
        "Naam=Wietske van Vliet", "BSN=999990019", "Woonplaats=Nieuwe pekela",
        "Naam=Jan van Dam", "BSN=999990020", "Woonplaats=Ede",
        "Naam=Piet Smit", "BSN=999990032", "Woonplaats=Urk",
      ])
  }

  @Test func `keeps rows whole that are as long as lines of prose`() {
    // Drawn cell by cell: what is wrapped in one comes before the next.
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Adres) Tj 70 0 Td (Telefoon) Tj ET
      BT /F1 9 Tf 50 687 Td (Sanne Smit) Tj 90 0 Td (999990019) Tj 70 0 Td (Lindelaan 2) Tj 70 0 Td (0612345678) Tj ET
      BT /F1 9 Tf 50 674 Td (Fenna Visser) Tj ET BT /F1 9 Tf 140 674 Td (999990020) Tj ET
      BT /F1 9 Tf 210 674 Td (Dorpsstraat) Tj ET BT /F1 9 Tf 210 662 Td (142) Tj ET
      BT /F1 9 Tf 280 674 Td (0612345679) Tj ET
      BT /F1 9 Tf 50 649 Td (Piet Smit) Tj 90 0 Td (999990032) Tj 70 0 Td (Weg 3) Tj 70 0 Td (0612345670) Tj ET
      """
    let fields = Self.labelled(content)
    #expect(fields.contains("Telefoon=0612345679"))
    #expect(fields.contains("Adres=Dorpsstraat 142"))
  }

  @Test func `parts cells that touch each other where others begin`() {
    let content = """
      BT /F1 9 Tf 50 700 Td (Naam) Tj 59 0 Td (Geboren) Tj 70 0 Td (BSN) Tj ET
      BT /F1 9 Tf 50 689 Td (Sanne Smit) Tj 59 0 Td (12-03-1978) Tj 70 0 Td (999990019) Tj ET
      BT /F1 9 Tf 50 678 Td (Van der Molen) Tj 59 0 Td (13-04-1981) Tj 70 0 Td (999990020) Tj ET
      BT /F1 9 Tf 50 667 Td (Piet Smit) Tj 59 0 Td (14-05-1982) Tj 70 0 Td (999990032) Tj ET
      """
    #expect(
      Self.labelled(content).filter { $0.hasPrefix("Geboren=") } == [
        "Geboren=12-03-1978", "Geboren=13-04-1981", "Geboren=14-05-1982",
      ])
  }

  private static func labelled(_ content: String) -> [String] {
    DocumentRecording(of: PDFBuilder.page(content)).allFields.filter { $0.contains("=") }
  }
}
