import ContentTypes
import Testing

@testable import Extraction

@Suite struct PDFDocumentPartsTests {
  private let text = "BT /F1 10 Tf 50 700 Td (Pagina) Tj ET"
  private let none = PDFBuilder.stream("", "/Type/XObject/Subtype/Form")

  @Test func `reads the fields of a form with their labels`() {
    let field = "<</T(bsn)/TU(Burgerservicenummer)/FT/Tx/V(999990019)>>"
    let parent = "<</T(adres)/Kids[9 0 R]>>"
    let kid =
      "<</T(plaats)/FT/Ch/V<FEFF005A0077006F006C006C0065>/Opt[(Zwolle)(Assen)]/Parent 8 0 R>>"
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        text, catalog: "/AcroForm<</Fields[7 0 R 8 0 R]>>",
        others: [none, Array(field.utf8), Array(parent.utf8), Array(kid.utf8)]))
    let fields = recording.fields(at: "form-fields")
    #expect(fields.contains("Burgerservicenummer=999990019"))
    #expect(fields.contains("adres.plaats=Zwolle"))
    #expect(fields.contains("Assen"))
  }

  @Test func `reads notes and links at their page`() {
    let note = "<</Type/Annot/Subtype/Text/Rect[0 0 1 1]/T(J. Jansen)/Contents(Bel 06-12345678)>>"
    let link = "<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(mailto:jan@example.nl)>>>>"
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        text, page: "/Annots[7 0 R 8 0 R]", others: [none, Array(note.utf8), Array(link.utf8)]))
    #expect(
      recording.fields(at: "1/annotations")
        == ["J. Jansen", "Bel 06-12345678", "mailto:jan@example.nl"])
  }

  @Test(arguments: [
    ("Goedgekeurd", ["Goedgekeurd", "Ontvangen, BSN 999990019"]),
    ("Ontvangen, BSN\\n999990019", ["Ontvangen, BSN\n999990019"]),
  ])
  func `a stamp shows what its note does not say`(note: String, fields: [String]) {
    let stamp = """
      <</Type/Annot/Subtype/Stamp/Rect[50 600 200 620]/Contents(\(note))/AP<</N 8 0 R>>>>
      """
    let shown = PDFBuilder.stream(
      "BT /F1 10 Tf 2 2 Td (Ontvangen, BSN 999990019) Tj ET",
      "/Type/XObject/Subtype/Form/BBox[0 0 150 20]/Resources<</Font<</F1 5 0 R>>>>")
    let recording = DocumentRecording(
      of: PDFBuilder.page(text, page: "/Annots[7 0 R]", others: [none, Array(stamp.utf8), shown]))
    #expect(recording.fields(at: "1/annotations") == fields)
  }

  @Test func `reads widgets that the form does not list, and what they look like`() {
    let widget = """
      <</Type/Annot/Subtype/Widget/Rect[50 600 200 620]/FT/Tx/T(naam)/V(Jansen)/AP<</N 8 0 R>>>>
      """
    let shown = PDFBuilder.stream(
      "BT /F1 10 Tf 2 2 Td (Jansen, P.) Tj ET",
      "/Type/XObject/Subtype/Form/BBox[0 0 150 20]/Resources<</Font<</F1 5 0 R>>>>")
    let recording = DocumentRecording(
      of: PDFBuilder.page(text, page: "/Annots[7 0 R]", others: [none, Array(widget.utf8), shown]))
    #expect(recording.fields(at: "1/form-fields") == ["naam=Jansen", "Jansen, P."])
  }

  @Test func `reads the outline once, also where it runs in circles`() {
    let outlines = "<</First 8 0 R>>"
    let item = "<</Title(Hoofdstuk 1)/Next 8 0 R/First 9 0 R>>"
    let inner = "<</Title(Paragraaf 1)/Next 8 0 R>>"
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        text, catalog: "/Outlines 7 0 R",
        others: [none, Array(outlines.utf8), Array(item.utf8), Array(inner.utf8)]))
    #expect(recording.fields(at: "outline") == ["Hoofdstuk 1", "Paragraaf 1"])
  }

  @Test func `reads properties with their names, and metadata`() {
    let properties = "<</Author<FEFF004A00E90072006F006D0065>/Custom(Zaak 12)>>"
    let metadata = PDFBuilder.stream(
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><creator>P. Jansen</creator></x:xmpmeta>",
      "/Type/Metadata/Subtype/XML")
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        text, catalog: "/Metadata 8 0 R", trailer: "/Info 7 0 R",
        others: [none, Array(properties.utf8), metadata]))
    #expect(recording.fields(at: "properties") == ["Author=Jérome", "Custom=Zaak 12"])
    #expect(recording.text(at: "metadata").contains("P. Jansen"))
  }

  @Test func `reads properties that only the trailer before an update names`() {
    let properties = "<</Subject(Zaak 12)>>"
    let file = PDFBuilder.page(
      text, trailer: "/Info 7 0 R", others: [none, Array(properties.utf8)])
    let table = file.span.position(of: "xref", from: 0) ?? 0
    let start = file.count + 1
    let update = """

      xref
      0 1
      0000000000 65535 f\u{20}
      trailer
      <</Size 8/Root 1 0 R/Prev \(table)>>
      startxref
      \(start)
      %%EOF
      """
    let recording = DocumentRecording(of: file + Array(update.utf8))
    #expect(recording.outcome == "pdf complete")
    #expect(recording.fields(at: "properties") == ["Subject=Zaak 12"])
  }

  @Test func `reads embedded and attached files as members`() {
    let first = "<</Type/Filespec/F(een.txt)/UF(een.txt)/EF<</F 9 0 R>>>>"
    let second = "<</Type/Filespec/F(twee.txt)/EF<</F 10 0 R>>>>"
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        text,
        page: "/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 1 1]/FS 8 0 R>>]",
        catalog: "/Names<</EmbeddedFiles<</Names[(een.txt) 7 0 R]>>>>",
        others: [
          none, Array(first.utf8), Array(second.utf8), PDFBuilder.stream("BSN 999990019"),
          PDFBuilder.stream("BSN 999999990"),
        ]))
    #expect(recording.text(at: "een.txt") == "BSN 999990019")
    #expect(recording.text(at: "twee.txt") == "BSN 999999990")
    #expect(
      recording.members == ["twee.txt text complete", "een.txt text complete", "pdf complete"])
  }
}
