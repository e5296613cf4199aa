import ContentTypes
import Testing

@Suite struct PDFHostileTests {
  private static let small = PDFBuilder.page(
    "BT /F1 10 Tf 50 700 Td [(BSN) -300 (999990019)] TJ ET /X1 Do",
    page: "/Annots[<</Type/Annot/Subtype/Text/Contents(noot)>>]",
    others: [
      PDFBuilder.stream(
        "BT /F1 9 Tf 9 9 Td (formulier) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    ])

  @Test func `reads what there is of a file that breaks off anywhere`() {
    for end in stride(from: 5, to: Self.small.count, by: 1) {
      let recording = DocumentRecording(of: Array(Self.small[..<end]))
      #expect(recording.faults.isEmpty)
      #expect(recording.members.count == 1)
    }
  }

  @Test func `reads the pages of a file that broke off before its trailer`() {
    let end = Self.small.count - Array("startxref".utf8).count - 200
    let recording = DocumentRecording(of: Array(Self.small[..<end]))
    #expect(recording.outcome == "pdf malformed")
    #expect(recording.text(at: "1").contains("BSN 999990019"))
  }

  @Test func `outlives bytes that were changed anywhere`() {
    var random = SplitMix(seed: 7)
    for position in Self.small.indices {
      var bytes = Self.small
      bytes[position] = UInt8.random(in: 0...255, using: &random)
      #expect(DocumentRecording(of: bytes).faults.isEmpty)
    }
  }

  @Test(arguments: [
    "999999999999999999999999999999 Tc (a) Tj", "[ [ [ [ << << (", "( \\", "<41", "/ / /#4 Tj",
    "1e400 0 0 1e400 0 0 cm BT /F1 1e300 Tf (a) Tj ET", "BI ID", "BI /W 1 ID EI", "Q Q Q EMC EMC",
    "BT /F1 -10 Tf 50 700 Td (om) Tj ET", "BT /F1 0 Tf (a) Tj ET", "BT /F9 10 Tf (a) Tj ET",
    "-9223372036854775808 -9223372036854775808 Td (a) '", "/X1 Do /X9 Do", "--5 .-. +-1 Td",
  ])
  func `outlives content that makes no sense`(content: String) {
    let font = "BT /F1 10 Tf "
    for content in [content, font + content] {
      let recording = DocumentRecording(of: PDFBuilder.page(content))
      #expect(recording.faults.isEmpty)
      #expect(recording.members.count == 1)
    }
  }

  @Test func `books a file under an unknown password, and reads it with that`() {
    let bytes = ForeignFile.bytes("pdf/encrypted.pdf")
    #expect(DocumentRecording(of: bytes).outcome == "pdf encrypted")
    let wrong = DocumentRecording(of: bytes, passwords: [Array("fout".utf8)])
    #expect(wrong.outcome == "pdf encrypted")
    let opened = DocumentRecording(
      of: bytes, passwords: [Array("fout".utf8), Array("geheim".utf8)])
    #expect(opened.outcome == "pdf complete")
    #expect(opened.text(at: "1").contains("999990019"))
  }

  @Test(arguments: ["pdf/owner.pdf", "pdf/filters.pdf"])
  func `reads what needs no password`(path: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes(path))
    #expect(recording.outcome == "pdf complete")
    #expect(recording.text(at: "1") == "Jansen, BSN 999990019\n")
  }

  @Test func `reads the pages of a tree that is thirty thousand levels deep`() {
    let depth = 30_000
    let nodes = (0..<depth).map { index in
      let kid = index == depth - 1 ? 3 : 8 + index
      return Array("<</Type/Pages/Kids[\(kid) 0 R]/Count 1>>".utf8)
    }
    let bytes = PDFBuilder.page(
      "BT /F1 10 Tf 50 700 Td (diep) Tj ET", catalog: "/Pages 7 0 R",
      others: [PDFBuilder.stream("", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")] + nodes)
    let recording = DocumentRecording(of: bytes)
    #expect(recording.outcome == "pdf malformed")
    #expect(recording.text(at: "1") == "diep\n")
  }

  /// The catalog and the pages lie in an object stream; the table that tells where is lost.
  @Test func `reads the objects of streams of a file that broke off`() {
    let objects = [
      "<</Type/Catalog/Pages 3 0 R>>", "<</Type/Pages/Kids[4 0 R]/Count 1>>",
      """
      <</Type/Page/Parent 3 0 R/MediaBox[0 0 600 800]/Contents 6 0 R
      /Resources<</Font<</F1 5 0 R>>>>>>
      """, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    var places = ""
    var offset = 0
    for (index, object) in objects.enumerated() {
      places += "\(index + 2) \(offset) "
      offset += object.utf8.count + 1
    }
    let content = places + objects.joined(separator: "\n")
    let text = "BT /F1 10 Tf 50 700 Td (BSN 999990019) Tj ET"
    let file = """
      %PDF-1.5
      1 0 obj
      <</Type/ObjStm/N 4/First \(places.utf8.count)/Length \(content.utf8.count)>>
      stream
      \(content)
      endstream
      endobj
      6 0 obj
      <</Length \(text.utf8.count)>>
      stream
      \(text)
      endstream
      endobj
      7 0 obj
      <</Type/XRef/Size 8/W[1 2 1]/Ro
      """
    let recording = DocumentRecording(of: Array(file.utf8))
    #expect(recording.text(at: "1") == "BSN 999990019\n")
    #expect(recording.outcome == "pdf malformed")
  }
}
