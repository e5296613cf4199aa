import ContentTypes
import Testing

@testable import Extraction

@Suite struct PDFTraitsTests {
  private let none = PDFBuilder.stream("", "/Type/XObject/Subtype/Form")

  private func text(_ content: String) -> String {
    DocumentRecording(of: PDFBuilder.page(content, others: [none])).text(at: "1")
  }

  // MARK: Tables

  /// Digits of Helvetica are 0.556 em wide: nine of them at 10 points end 50.04 further.
  @Test func `parts numbers of cells that are closer than words`() {
    #expect(
      text(
        """
        BT /F1 10 Tf 1 0 0 1 50 700 Tm (123456782) Tj 1 0 0 1 101.1 700 Tm (987654321) Tj ET
        BT /F1 10 Tf 1 0 0 1 50 686 Tm (111222333) Tj 1 0 0 1 101.1 686 Tm (999990019) Tj ET
        """) == "123456782 987654321\n111222333 999990019\n")
  }

  @Test(arguments: [
    "BT /F1 10 Tf 1 0 0 1 50 700 Tm (12345) Tj 1 0 0 1 77.8 700 Tm (6782) Tj ET",
    "BT /F1 10 Tf 50 700 Td [(12345) -100 (6782)] TJ ET",
    "BT /F1 10 Tf 50 700 Td (123) Tj 17.7 0 Td (456) Tj 17.7 0 Td (782) Tj ET",
  ])
  func `joins the pieces of one number`(content: String) {
    #expect(text(content) == "123456782\n")
  }

  /// Letters of Helvetica one by one; the space behind the last one of a word is set as that of letters.
  @Test func `a space between letters that is set for one alone parts words`() {
    #expect(
      text(
        """
        BT /F1 10 Tf 50 700 Td (BS) Tj 2.6 Tc 13.34 0 Td (N) Tj 0 Tc 9.82 0 Td (999990019) Tj ET
        BT 0.5 Tc /F1 10 Tf 50 680 Td (BS) Tj 14.34 0 Td (N) Tj ET
        """) == "BSN 999990019\nBSN\n")
  }

  /// Letters that wide spacing parts and that are moved back: two narrow ones are no shadow of each other.
  @Test func `keeps double letters however they are placed`() {
    #expect(
      text("BT /F1 10 Tf 4 Tc 50 700 Td [(A)400(l)400(l)400(a)400(r)400(d)] TJ ET") == "Allard\n")
    #expect(
      text(
        """
        BT /F1 10 Tf 50 700 Td (Jansen) Tj ET BT /F1 10 Tf 50.3 700 Td (Jansen) Tj ET
        """) == "Jansen\n")
  }

  @Test func `a space that is taken back parts nothing`() {
    #expect(text("BT /F1 10 Tf -2.7 Tw 50 700 Td (Griff ioen) Tj ET") == "Griffioen\n")
    #expect(text("BT /F1 10 Tf -1 Tw 50 700 Td (Jan Smit) Tj ET") == "Jan Smit\n")
  }

  /// The space of this font is 0.157 em wide, as those of condensed ones are.
  @Test func `gaps of a narrow font part words`() {
    let widths = (32...122).map { $0 == 32 ? "157" : "400" }.joined(separator: " ")
    let font = """
      <</Type/Font/Subtype/Type1/BaseFont/Smal/FirstChar 32/LastChar 122/Widths[\(widths)]
      /Encoding/WinAnsiEncoding>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 10 Tf 50 700 Td [(BSN)-157(999990019)-157(Jan)-60(sen)] TJ ET",
        fonts: "/F2 7 0 R", others: [none, Array(font.utf8)]))
    #expect(recording.text(at: "1") == "BSN 999990019 Jansen\n")
  }

  // Widths: Adobe Core 14 AFM files.
  @Test(arguments: [
    ("Times-Italic", "De heer Jan", 4_887, "sen"), ("Times-BoldItalic", "mmmm", 3_112, "er"),
    ("Times-Roman", "\\311\\355\\337", 611 + 278 + 500, "en"),
    ("Helvetica", "\\357\\224\\223\\374", 278 + 333 + 333 + 556, "en"),
  ])
  func `letters of the standard fonts are as wide as they are`(
    name: String, text: String, width: Int, rest: String
  ) {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/\(name)/Encoding/WinAnsiEncoding>>"
    // So close behind that they are one word, and not so close that they overlap.
    let content =
      "BT /F2 10 Tf 50 700 Td (\(text)) Tj \(Double(width) / 100 + 0.3) 0 Td (\(rest)) Tj ET"
    let recording = DocumentRecording(
      of: PDFBuilder.page(content, fonts: "/F2 7 0 R", others: [none, Array(font.utf8)]))
    let words = recording.text(at: "1").split { $0 == " " || $0 == "\n" }
    #expect(words.last?.hasSuffix(rest) == true && words.last?.count ?? 0 > rest.count)
  }

  // MARK: Fonts

  // Expected characters: the Adobe Glyph List and its specification.
  @Test func `reads the names of glyphs as the glyph list says`() {
    let font = """
      <</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Foo/FirstChar 65/LastChar 76/Widths[600 600 600 600
      600 600 600 600 600 600 600 600]/Encoding<</Differences[65/uni0041/u1F600/Eacute/afii10017
      /uni00430044/germandbls.sc/one.oldstyle/f_f_i/dotlessi/Ohm/Delta/a.alt]>>>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 12 Tf 60 700 Td (ABCDEFGHIJKL) Tj ET", fonts: "/F2 7 0 R",
        others: [none, Array(font.utf8)]))
    #expect(recording.text(at: "1") == "A😀ÉАCDß1ffiıΩ∆a\n")
  }

  /// ReportMill names glyphs by their codes.
  @Test func `a glyph may have its code for a name`() {
    let glyph = PDFBuilder.stream("500 0 0 0 500 700 d1")
    let procedures = (65...67).map { "/\($0) 8 0 R" }.joined()
    let font = """
      <</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 65/LastChar 67
      /Widths[500 500 500]/CharProcs<<\(procedures)>>/Encoding<</Differences[65/65/66/67]>>>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 10 Tf 50 700 Td (CAB) Tj ET", fonts: "/F2 7 0 R",
        others: [none, Array(font.utf8), glyph]))
    #expect(recording.text(at: "1") == "CAB\n")
  }

  // MARK: Content that is not drawn straight

  @Test func `reads layers that are hidden, and text that is drawn without ink`() {
    let layer = "<</Type/OCG/Name(Laag)>>"
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        """
        /OC <</Type/OCMD/OCGs 7 0 R>> BDC BT /F1 10 Tf 50 700 Td (Verborgen) Tj ET EMC
        BT 3 Tr /F1 10 Tf 50 680 Td (Onzichtbaar) Tj ET
        """,
        catalog: "/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>",
        others: [none, Array(layer.utf8)]))
    #expect(recording.text(at: "1") == "Verborgen\nOnzichtbaar\n")
  }

  @Test func `reads patterns and masks once`() {
    let fonts = "/Resources<</Font<</F1 5 0 R>>>>"
    let pattern = PDFBuilder.stream(
      "BT /F1 10 Tf 0 0 Td (patroon) Tj ET",
      "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 99 20]/XStep 99/YStep 20\(fonts)")
    let mask = PDFBuilder.stream(
      "BT /F1 10 Tf 0 50 Td (masker) Tj ET",
      "/Type/XObject/Subtype/Form/BBox[0 0 99 20]/Group<</S/Transparency>>\(fonts)")
    let form = PDFBuilder.stream(
      "/Pattern cs /P1 scn 0 0 9 9 re f /P1 scn 0 0 9 9 re f /G1 gs /G1 gs",
      """
      /Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>
      /Pattern<</P1 7 0 R>>/ExtGState<</G1<</SMask<</S/Luminosity/G 8 0 R>>>>>>>>
      """)
    let recording = DocumentRecording(of: PDFBuilder.page("/X1 Do", others: [form, pattern, mask]))
    #expect(recording.text(at: "1") == "patroon\n\nmasker\n")
  }

  // MARK: Beside the pages

  @Test func `reads what pictures are said to show`() {
    let root = "<</Type/StructTreeRoot/K[8 0 R]>>"
    let figure =
      "<</Type/StructElem/S/Figure/P 7 0 R/T(Titel)/Alt(Pasfoto van J. Jansen)/K[0 8 0 R]>>"
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "", catalog: "/StructTreeRoot 7 0 R",
        others: [none, Array(root.utf8), Array(figure.utf8)]))
    #expect(recording.fields(at: "annotations") == ["Pasfoto van J. Jansen", "Titel"])
  }

  @Test func `reads where links lead, what they are called, and scripts`() {
    let link = """
      <</Type/Annot/Subtype/Link/Rect[0 0 1 1]/Contents(Dossier)/A<</S/Launch/F<</F(dossier.doc)>>
      /Next<</S/JavaScript/JS(mail\\('jan@example.nl'\\))>>>>>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "", page: "/Annots[7 0 R]",
        catalog: """
          /OpenAction<</S/JavaScript/JS(eerste)>>/Names<</JavaScript<</Names[(a)
          <</S/JavaScript/JS(tweede)>>]>>>>/PageLabels<</Nums[0<</P(Bijlage-)/S/D>>]>>
          """,
        others: [none, Array(link.utf8)]))
    #expect(
      recording.fields(at: "1/annotations") == ["Dossier", "dossier.doc", "mail('jan@example.nl')"])
    #expect(recording.fields(at: "field-codes") == ["eerste", "tweede"])
    #expect(recording.fields(at: "outline") == ["Bijlage-"])
  }

  @Test func `reads which button is pressed, and the form in XML`() {
    let button = "<</FT/Btn/T(geslacht)/V/Vrouw/AS/Vrouw>>"
    let other = "<</FT/Btn/T(akkoord)/V/Off>>"
    let form = PDFBuilder.stream("<data><form><achternaam>Jansen</achternaam></form></data>")
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "", catalog: "/AcroForm<</Fields[7 0 R 8 0 R]/XFA[(datasets) 9 0 R]>>",
        others: [none, Array(button.utf8), Array(other.utf8), form]))
    let fields = recording.texts.filter { $0.place == "form-fields" }.flatMap(\.fields)
    #expect(fields.contains("geslacht=Vrouw"))
    #expect(fields.contains("akkoord"))
    #expect(fields.contains { $0.hasSuffix("=Jansen") })
  }

  @Test func `reads the last revision of a file, whatever an earlier one said`() {
    let earlier = PDFBuilder.page("BT /F1 10 Tf 50 700 Td (oud) Tj ET", others: [none])
    let content = PDFBuilder.stream("BT /F1 10 Tf 50 700 Td (nieuw) Tj ET")
    let offset = String(earlier.count + 1)
    let zeros = String(repeating: "0", count: 10 - offset.count)
    var file = earlier + Array("\n4 0 obj\n".utf8) + content + Array("\nendobj\n".utf8)
    let table = file.count
    let previous = position(of: "\nxref", in: earlier) + 1
    file += Array(
      """
      xref
      4 1
      \(zeros)\(offset) 00000 n\u{20}
      trailer
      <</Size 7/Root 1 0 R/Prev \(previous)>>
      startxref
      \(table)
      %%EOF
      """.utf8)
    let recording = DocumentRecording(of: file)
    #expect(recording.text(at: "1") == "nieuw\n")
    #expect(recording.outcome == "pdf complete")
  }

  private func position(of word: StaticString, in bytes: [UInt8]) -> Int {
    bytes.span.position(of: word, from: 0) ?? 0
  }
}
