import ContentTypes
import Testing

@Suite struct PDFReaderTests {
  private func text(_ content: String, fonts: String = "", others: [[UInt8]] = []) -> String {
    let recording = DocumentRecording(
      of: PDFBuilder.page(content, fonts: fonts, others: others))
    #expect(recording.faults.isEmpty)
    return recording.text(at: "1")
  }

  // MARK: Words and lines

  @Test(arguments: [
    ("BT /F1 10 Tf 50 700 Td (Jan) Tj (sen) Tj ET", "Jansen\n"),
    ("BT /F1 10 Tf 50 700 Td [(Jan) -20 (sen)] TJ ET", "Jansen\n"),
    ("BT /F1 10 Tf 50 700 Td [(Jan) -300 (Jansen)] TJ ET", "Jan Jansen\n"),
    // Jan is 16.12 wide and Te 11.67: a word 1.3 behind, letters that are set closer, and some that
    // are set apart.
    ("BT /F1 10 Tf 50 700 Td (Jan) Tj 17.42 0 Td (Jansen) Tj ET", "Jan Jansen\n"),
    ("BT /F1 10 Tf -1.2 Tc 50 700 Td (Te) Tj 9.27 0 Td (xt) Tj ET", "Text\n"),
    ("BT /F1 10 Tf 50 700 Td (J) Tj 6.3 0 Td (a) Tj 6.86 0 Td (n) Tj ET", "Jan\n"),
    ("BT /F1 10 Tf 50 700 Td (Jan) Tj 0 -12 Td (Jansen) Tj ET", "Jan\nJansen\n"),
    ("BT /F1 10 Tf 12 TL 50 700 Td (Jan) Tj (Jansen) ' ET", "Jan\nJansen\n"),
    ("BT /F1 10 Tf 12 TL 50 700 Td (Jan) Tj T* (Jansen) Tj ET", "Jan\nJansen\n"),
    (
      "BT /F1 10 Tf 50 700 TD (Jan) Tj 0 -12 TD (Jansen) Tj T* (de Vries) Tj ET",
      "Jan\nJansen\nde Vries\n"
    ),
    ("BT /F1 10 Tf 3 Tr 50 700 Td (999990019) Tj ET", "999990019\n"),
    ("BT /F1 10 Tf 50 700 Td <39393939> Tj (9001\\071) Tj ET", "999990019\n"),
    (
      "BT /F1 1 Tf 10 0 0 10 50 700 Tm (Jan) Tj 10 0 0 10 72 700 Tm (Jansen) Tj ET",
      "Jan Jansen\n"
    ),
    (
      "BT /F1 10 Tf 0 1 -1 0 300 100 Tm (op zijn) Tj 0 1 -1 0 300 135 Tm (kant) Tj ET",
      "op zijn kant\n"
    ),
    // An accent over the letter behind it, which is moved back, and over the one before; a ring above a capital.
    ("BT /F1 10 Tf 50 700 Td [(Ren) -111 (\\264) 445 (e de Wit)] TJ ET", "René de Wit\n"),
    ("BT /F1 10 Tf 50 700 Td [(Kyro) 445 (\\250) -111 (l) -111 (\\250) 445 (a)] TJ ET", "Kyrölä\n"),
    ("BT /F1 10 Tf 50 700 Td [(Citroe) 445 (\\250) -111 (n `x` a^b)] TJ ET", "Citroën `x` a^b\n"),
    (
      "BT /F1 10 Tf 50 700 Td (te ) Tj 2 Ts [-167 (\\260)] TJ 0 Ts [534 (Alesund)] TJ ET",
      "te Ålesund\n"
    ),
    ("q BT /F1 10 Tf ET Q BT /F1 10 Tf 50 700 Td (een) Tj ET", "een\n"),
    (
      "BT /F1 10 Tf 50 700 Td (een) Tj ET BI /W 2 /H 1 ID \u{1}Tj(\u{2} EI BT 50 680 Td (twee) Tj ET",
      "een\ntwee\n"
    ),
  ])
  func `writes words with a space for a gap and a line for a base line`(
    content: String, text: String
  ) {
    #expect(self.text(content) == text)
  }

  @Test func `puts what was drawn later beside its label`() {
    let content = """
      BT /F1 10 Tf 50 700 Td (Naam:) Tj 0 -20 Td (BSN:) Tj ET
      BT /F1 10 Tf 100 700 Td (Jansen) Tj 0 -20 Td (999990019) Tj ET
      """
    let lines = text(content).split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines == ["Naam: Jansen", "BSN: 999990019"])
  }

  @Test func `keeps columns of prose apart`() {
    let left = "de linkerkolom met lopende tekst"
    let right = "de rechterkolom met andere tekst"
    let content = """
      BT /F1 10 Tf 12 TL 50 700 Td (\(left) 1) Tj (\(left) 2) ' (\(left) 3) ' ET
      BT /F1 10 Tf 12 TL 320 700 Td (\(right) 1) Tj (\(right) 2) ' (\(right) 3) ' ET
      """
    let lines = text(content).split(separator: "\n")
    #expect(lines.count == 6)
  }

  @Test func `shows columns of a table with two spaces at least`() {
    let content = """
      BT /F1 10 Tf 50 700 Td (Naam) Tj 100 0 Td (BSN) Tj 100 0 Td (Plaats) Tj
      -200 -14 Td (Jansen) Tj 100 0 Td (999990019) Tj 100 0 Td (Zwolle) Tj
      -200 -14 Td (De Vries) Tj 100 0 Td (999999990) Tj 100 0 Td (Assen) Tj ET
      """
    let recording = DocumentRecording(of: PDFBuilder.page(content))
    #expect(recording.allFields.contains("BSN=999990019"))
    #expect(recording.allFields.contains("BSN=999999990"))
  }

  @Test func `tells columns apart that are closer than words, where cells stand left or right`() {
    // The width of a digit is 5.56 and that of a hyphen 3.33 at 10 points: dates end at 300 and IBANs
    // begin at 302, which is less than a space.
    let content = """
      BT /F1 10 Tf 50 700 Td (Naam) Tj 80 0 Td (BSN) Tj 70 0 Td (Geboortedatum) Tj
      102 0 Td (IBAN) Tj ET
      BT /F1 10 Tf 50 687 Td (Jansen) Tj 80 0 Td (999990019) Tj 118.86 0 Td (24-02-1992) Tj
      53.14 0 Td (NL12ABNA) Tj ET
      BT /F1 10 Tf 50 674 Td (De Vries) Tj 93 0 Td (99999990) Tj 105.86 0 Td (16-09-1966) Tj
      53.14 0 Td (NL59ADYB) Tj ET
      BT /F1 10 Tf 50 661 Td (Bakker) Tj 80 0 Td (999990020) Tj 118.86 0 Td (23-05-1999) Tj
      53.14 0 Td (NL20ABNA) Tj ET
      """
    let fields = DocumentRecording(of: PDFBuilder.page(content)).allFields
    #expect(
      fields.filter { $0.contains("=") } == [
        "Naam=Jansen", "BSN=999990019", "Geboortedatum=24-02-1992", "IBAN=NL12ABNA",
        "Naam=De Vries", "BSN=99999990", "Geboortedatum=16-09-1966", "IBAN=NL59ADYB",
        "Naam=Bakker", "BSN=999990020", "Geboortedatum=23-05-1999", "IBAN=NL20ABNA",
      ])
  }

  @Test func `keeps rows of a table together that stand far apart`() {
    let content = """
      BT /F1 10 Tf 50 700 Td (Naam) Tj 60 0 Td (BSN) Tj 60 0 Td (Plaats) Tj
      -120 -30 Td (Jansen) Tj 60 0 Td (999990019) Tj 60 0 Td (Zwolle) Tj
      -120 -30 Td (De Vries) Tj 60 0 Td (999999990) Tj 60 0 Td (Assen) Tj ET
      """
    let fields = DocumentRecording(of: PDFBuilder.page(content)).allFields
    #expect(fields.contains("BSN=999990019"))
    #expect(fields.contains("BSN=999999990"))
  }

  @Test func `writes lines of which every word is drawn apart as prose`() {
    // Justified: the gaps of the first line are wider than those between the columns of a table.
    let content = """
      BT /F1 10 Tf 50 700 Td (een) Tj 30 0 Td (woord) Tj 40 0 Td (of) Tj 20 0 Td (twee) Tj ET
      BT /F1 10 Tf 50 688 Td (daaronder) Tj 50 0 Td (nog) Tj 21 0 Td (drie) Tj 22 0 Td (bij) Tj ET
      BT /F1 10 Tf 50 676 Td (en) Tj 14 0 Td (dan) Tj 21 0 Td (een) Tj 21 0 Td (vierde) Tj ET
      """
    let text = text(content).replacing("  ", with: " ")
    #expect(text.hasSuffix("\ndaaronder nog drie bij\nen dan een vierde\n"))
  }

  @Test(arguments: [
    (
      "burgerservice-", "nummer: 999990019",
      "burgerservice-\nnummer burgerservicenummer: 999990019\n"
    ),
    ("99999-", "0019", "99999-\n0019\n"),
    ("dossier 12-", "34a", "dossier 12-\n34a\n"),
  ])
  func `joins words that a line end parts, and never numbers`(
    first: String, second: String, text: String
  ) {
    let content = "BT /F1 10 Tf 50 700 Td (\(first)) Tj 0 -12 Td (\(second)) Tj ET"
    #expect(self.text(content) == text)
  }

  @Test func `writes text once that is drawn twice to look bold`() {
    let content = "BT /F1 10 Tf 50 700 Td (BSN 999990019) Tj 0.3 0 Td (BSN 999990019) Tj ET"
    #expect(text(content) == "BSN 999990019\n")
  }

  @Test func `takes wide spacing that is taken back for no space`() {
    let content = "BT /F1 10 Tf 40 Tc 50 700 Td [(9) 4000 (9) 4000 (9) 0 (1)] TJ ET"
    let words = text(content).split(separator: " ").map { $0.filter { $0 != "\n" } }
    #expect(words == ["999", "1"])
  }

  // MARK: Fonts

  @Test func `reads glyphs by the names of an encoding`() {
    let font = """
      <</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences
      [1/J/a/n/fi/Eacute/uni00E9/f_l/threeoldstyle]>>>>
      """
    #expect(
      text(
        "BT /F2 10 Tf 50 700 Td <0102030405060708> Tj ET", fonts: "/F2 6 0 R",
        others: [Array(font.utf8)]) == "JanfiÉéfl3\n")
  }

  @Test func `reads codes of two bytes by a map to Unicode`() {
    let font = """
      <</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 7 0 R
      /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/DW 500>>]>>
      """
    let map = """
      begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
      2 beginbfrange <0001> <000A> <0030> <0010> <0011> [<0041> <00660069>] endbfrange
      2 beginbfchar <0020> <D83DDE00> <0021> <FB01> endbfchar endcmap
      """
    #expect(
      text(
        "BT /F2 10 Tf 50 700 Td <000A000A00010010001100200021> Tj ET", fonts: "/F2 6 0 R",
        others: [Array(font.utf8), PDFBuilder.stream(map)]) == "990Afi😀fi\n")
  }

  @Test func `asks for OCR where glyphs mean nothing`() {
    let font = """
      <</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H
      /DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 10 Tf 50 700 Td <00010002> Tj ET", fonts: "/F2 6 0 R",
        others: [Array(font.utf8)]))
    #expect(recording.outcome == "pdf needs-ocr")
  }

  @Test func `takes the text that marked content gives for its glyphs`() {
    let content = """
      BT /F1 10 Tf 50 700 Td /Span <</ActualText (\\376\\377\\000J\\000a\\000n)>> BDC (x) Tj (y) Tj
      EMC (sen) Tj ET
      """
    #expect(text(content) == "Jansen\n")
  }

  // MARK: Forms and pictures

  @Test func `reads forms where they are drawn, and stops in loops`() {
    let form = PDFBuilder.stream(
      "BT /F1 10 Tf 50 700 Td (in een formulier) Tj ET /X1 Do",
      "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>"
        + "/XObject<</X1 6 0 R>>>>")
    let recording = DocumentRecording(of: PDFBuilder.page("/X1 Do", others: [form]))
    #expect(recording.text(at: "1") == "in een formulier\n")
    #expect(recording.outcome == "pdf limit")
  }

  @Test(arguments: [
    ("500 0 0 700 50 50 cm", "pdf needs-ocr"), ("50 0 0 70 50 50 cm", "pdf complete"),
  ])
  func `asks for OCR where a picture covers a page without text`(
    matrix: String, outcome: String
  ) {
    let image = PDFBuilder.stream(
      "x", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
    let recording = DocumentRecording(of: PDFBuilder.page("q \(matrix) /X1 Do Q", others: [image]))
    #expect(recording.outcome == outcome)
    #expect(recording.missing == (outcome == "pdf complete" ? [] : ["needs-ocr 1"]))
  }
}
