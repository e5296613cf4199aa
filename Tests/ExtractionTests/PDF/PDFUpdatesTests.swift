import ContentTypes
import Testing

@testable import Extraction

@Suite struct PDFUpdatesTests {
  private static let line =
    "BT /F1 10 Tf 50 700 Td (Naam: P. Jansen) Tj 0 -20 Td (BSN: 999990019) Tj ET"
  private static let shorter = "BT /F1 10 Tf 50 700 Td (Naam: P. Jansen) Tj ET"

  @Test func `reads what an update took off a page, and nothing twice`() {
    let file = PDFBuilder.page(Self.line)
    let updated = PDFBuilder.update(file, [4: PDFBuilder.stream(Self.shorter)])
    let recording = DocumentRecording(of: updated)
    #expect(recording.outcome == "pdf complete")
    #expect(recording.text(at: "1") == "Naam: P. Jansen\n")
    #expect(recording.text(at: "1/deleted-text") == "BSN: 999990019\n")
  }

  @Test func `an update that broke off is told`() {
    let file = PDFBuilder.page(Self.line)
    let updated = PDFBuilder.update(file, [4: PDFBuilder.stream(Self.shorter)])
    let cut = DocumentRecording(of: Array(updated.prefix(file.count + 60)))
    #expect(cut.text(at: "1").contains("BSN: 999990019"))
    #expect(cut.missing == ["malformed "])
    #expect(DocumentRecording(of: file + Array("\n".utf8)).missing.isEmpty)
  }

  @Test func `a page whose content was packed to no bytes at all is whole`() {
    let nothing: [UInt8] = [0x78, 0x9C, 0, 0, 0, 1]
    let empty = PDFBuilder.stream(nothing, "/Filter/FlateDecode")
    let recording = DocumentRecording(of: PDFBuilder.update(PDFBuilder.page(Self.line), [4: empty]))
    #expect(recording.outcome == "pdf complete")
    #expect(recording.text(at: "1") == "")
  }

  @Test func `reads every state of a file once`() {
    var file = PDFBuilder.page(Self.line)
    for number in 1...3 {
      let text = "BT /F1 10 Tf 50 700 Td (Dossier \(number)) Tj ET"
      file = PDFBuilder.update(file, [4: PDFBuilder.stream(text)])
    }
    let deleted = DocumentRecording(of: file).texts.filter { $0.place == "1/deleted-text" }
    #expect(
      deleted.map(\.text) == ["Dossier 2\n", "Dossier 1\n", "Naam: P. Jansen\nBSN: 999990019\n"])
  }

  @Test func `reads the values that a field of a form had, under its label`() {
    func field(_ value: String) -> [UInt8] { Array("<</T(bsn)/FT/Tx/V(\(value))>>".utf8) }
    let none = PDFBuilder.stream("", "/Type/XObject/Subtype/Form")
    let file = PDFBuilder.page(
      Self.shorter, catalog: "/AcroForm<</Fields[7 0 R]>>", others: [none, field("999990019")])
    let recording = DocumentRecording(of: PDFBuilder.update(file, [7: field("999999990")]))
    #expect(recording.fields(at: "form-fields") == ["bsn=999999990"])
    #expect(recording.fields(at: "form-fields/deleted-text") == ["bsn=999990019"])
  }

  @Test func `reads a file that an update no longer names, and no file twice`() {
    func name(_ number: Int, _ name: String) -> [UInt8] {
      Array("<</Type/Filespec/F(\(name))/EF<</F \(number) 0 R>>>>".utf8)
    }
    func names(_ list: String) -> [UInt8] { Array("<</Names[\(list)]>>".utf8) }
    let none = PDFBuilder.stream("", "/Type/XObject/Subtype/Form")
    let file = PDFBuilder.page(
      Self.shorter, catalog: "/Names<</EmbeddedFiles 7 0 R>>",
      others: [
        none, names("(een.txt) 8 0 R (twee.txt) 9 0 R"), name(10, "een.txt"), name(11, "twee.txt"),
        PDFBuilder.stream("BSN 999990019"), PDFBuilder.stream("BSN 999999990"),
      ])
    let recording = DocumentRecording(
      of: PDFBuilder.update(file, [7: names("(een.txt) 8 0 R")]))
    #expect(
      recording.members == [
        "een.txt text complete", "twee.txt/deleted-text text complete", "pdf complete",
      ])
  }

  @Test func `leaves a file alone whose second table adds nothing`() {
    let file = PDFBuilder.page(Self.line)
    let recording = DocumentRecording(of: PDFBuilder.update(file, [:]))
    #expect(recording.texts.map(\.place) == ["1"])
  }

  @Test func `reads no more states than the limit, and says so`() {
    var file = PDFBuilder.page(Self.line)
    for number in 1...20 {
      let text = "BT /F1 10 Tf 50 700 Td (Dossier \(number)) Tj ET"
      file = PDFBuilder.update(file, [4: PDFBuilder.stream(text)])
    }
    let recording = DocumentRecording(of: file)
    #expect(recording.outcome == "pdf limit")
    #expect(recording.missing == ["limit deleted-text"])
    #expect(recording.texts.count == 17)
  }
}
