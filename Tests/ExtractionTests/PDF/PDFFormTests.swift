import Testing

@testable import Extraction

@Suite struct PDFFormTests {
  private func text(_ text: String, x: Double, y: Double) -> String {
    "BT /F1 9 Tf \(x) \(y) Td (\(text)) Tj ET"
  }

  private let noForm = PDFBuilder.stream("", "/Type/XObject/Subtype/Form")

  /// A page with text at places and fields, of which the first is object 7.
  private func fields(_ content: [String], _ fields: [String]) -> [String] {
    let numbers = fields.indices.map { "\($0 + 7) 0 R" }.joined(separator: " ")
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        content.joined(separator: "\n"), page: "/Annots[\(numbers)]",
        catalog: "/AcroForm<</Fields[\(numbers)]>>",
        others: [noForm] + fields.map { Array($0.utf8) }))
    #expect(recording.faults.isEmpty)
    return recording.allFields.filter { $0.contains("=") }
  }

  private func field(_ name: String, _ value: String, x: Int, y: Int, width: Int = 150) -> String {
    """
    <</Type/Annot/Subtype/Widget/FT/Tx/T(\(name))/V(\(value))/Rect[\(x) \(y) \(x + width) \(y + 16)]>>
    """
  }

  @Test func `calls fields by what is printed left of them`() {
    let content = [text("Achternaam:", x: 50, y: 704), text("BSN", x: 50, y: 674)]
    #expect(
      fields(
        content,
        [
          field("topmostSubform[0].Page1[0].Tekstveld1[0]", "Visser", x: 200, y: 700),
          field("Text12", "999990019", x: 200, y: 670),
        ]) == ["Achternaam=Visser", "BSN=999990019"])
  }

  @Test func `calls fields by what is printed above them`() {
    let content = [
      text("Kind 1", x: 50, y: 674), text("Kind 2", x: 50, y: 654),
      text("Voornaam", x: 120, y: 695),
      text("BSN", x: 220, y: 695),
    ]
    #expect(
      fields(
        content,
        [
          field("t1", "Sanne", x: 120, y: 670, width: 90),
          field("t2", "999990019", x: 220, y: 670, width: 90),
          field("t3", "Daan", x: 120, y: 650, width: 90),
          field("t4", "999999990", x: 220, y: 650, width: 90),
        ]) == ["Voornaam=Sanne", "BSN=999990019", "Voornaam=Daan", "BSN=999999990"])
  }

  @Test func `takes no name from beyond another field`() {
    let content = [text("Geboortedatum", x: 50, y: 704)]
    #expect(
      fields(
        content,
        [field("t1", "14", x: 150, y: 700, width: 30), field("t2", "1985", x: 190, y: 700)])
        == ["Geboortedatum=14", "t2=1985"])
  }

  @Test func `keeps the names and labels that say what a field holds`() {
    let content = [text("Hieronder", x: 50, y: 704)]
    let labelled = """
      <</Type/Annot/Subtype/Widget/FT/Tx/T(Text3)/TU(Achternaam)/V(Visser)/Rect[200 670 350 686]>>
      """
    #expect(
      fields(content, [field("bsn", "999990019", x: 200, y: 700), labelled])
        == ["bsn=999990019", "Achternaam=Visser"])
  }

  @Test func `reads the choice that is printed behind its box`() {
    let content = [
      text("Geslacht", x: 50, y: 702), text("man", x: 218, y: 702), text("vrouw", x: 288, y: 702),
    ]
    let group = "<</FT/Btn/Ff 32768/T(Groep1)/V/K1/Kids[8 0 R 9 0 R]>>"
    let kids = [("Off", 200), ("K1", 270)].map { state, x in
      """
      <</Type/Annot/Subtype/Widget/Parent 7 0 R/AS/\(state)/Rect[\(x) 700 \(x + 12) 712]>>
      """
    }
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        content.joined(separator: "\n"), page: "/Annots[8 0 R 9 0 R]",
        catalog: "/AcroForm<</Fields[7 0 R]>>",
        others: [noForm, Array(group.utf8)] + kids.map { Array($0.utf8) }))
    #expect(recording.allFields.filter { $0.contains("=") } == ["Geslacht=vrouw"])
  }

  @Test func `joins fields with one digit each`() {
    let digits = "999990019".enumerated().map { index, digit in
      field("T\(index)", String(digit), x: 150 + index * 16, y: 700, width: 14)
    }
    #expect(fields([text("BSN", x: 50, y: 704)], digits) == ["BSN=999990019"])
  }

  @Test func `reads fields that stand on no page`() {
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        text("Pagina", x: 50, y: 700), catalog: "/AcroForm<</Fields[7 0 R]>>",
        others: [noForm, Array("<</FT/Tx/T(Text1)/V(Visser)>>".utf8)]))
    #expect(recording.fields(at: "form-fields") == ["Text1=Visser"])
  }
}
