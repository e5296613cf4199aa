import Testing

@testable import Extraction

@Suite struct WordReaderTests {
  private static func recording(of fixture: String) throws -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("word/" + fixture))
  }

  @Test func `puts each part of a document at its section`() throws {
    let recording = try Self.recording(of: "parts.doc")
    #expect(recording.outcome == "doc complete")
    #expect(recording.fields(at: "header") == ["Kopregel van Piet"])
    #expect(recording.fields(at: "footer") == ["Voetregel 2024"])
    #expect(recording.fields(at: "footnotes") == ["Voetnoot over Jan."])
    #expect(recording.fields(at: "endnotes") == ["Eindnoot over Kees."])
    #expect(recording.fields(at: "comments") == ["author=Anna de Keurder", "Klopt dit wel?"])
    #expect(recording.fields(at: "text-boxes") == ["Tekst in een kader"])
    #expect(recording.fields(at: "field-codes") == ["HYPERLINK \"mailto:truus@example.nl\""])
    #expect(recording.fields(at: "properties").contains("author=Truus Verzonnen"))
    #expect(recording.fields(at: "properties").contains("BSN=999990019"))
    #expect(recording.faults.isEmpty)
  }

  @Test func `labels the cells of a table by its first row, over empty cells`() throws {
    let fields = try Self.recording(of: "parts.doc").fields()
    #expect(fields.contains("Mail naar Truus graag."))
    let cells = fields.drop { $0 != "Naam" }.prefix(8)
    #expect(
      Array(cells) == [
        "Naam", "BSN", "Plaats", "Naam=Truus", "BSN=999990019", "Plaats=Zwolle", "Naam=Piet",
        "Plaats=Goes",
      ])
  }

  @Test func `labels cells of rows that are described elsewhere`() throws {
    let fields = try Self.recording(of: "wide-table.doc").fields()
    #expect(
      fields.suffix(10) == [
        "Nr=2", "Naam=Fenna Postma", "Geb.datum=13-04-1981", "BSN=999990020", "Adres=Weg 2",
        "Postcode=1234 AC", "Plaats=Ede", "Telefoon=0612345679", "E-mail=f@voorbeeld.nl",
        "Opmerking=geen",
      ])
  }

  @Test func `labels cells of a table in a cell`() throws {
    #expect(
      try Self.recording(of: "nested-table.doc").fields() == [
        "Intake", "Gegevens", "Naam", "Naam=Wietske Vliet", "BSN", "BSN=999990019", "Telefoon",
        "Telefoon=0612345678", "Toelichting onder.", "Slot",
      ])
  }

  @Test func `joins pieces of 8 and of 16 bits`() {
    var builder = WordDocumentBuilder()
    builder.pieces = [
      .narrow(Array("BSN 99999".utf8)), .wide("0019 Ω"), .narrow([0x20, 0x4A, 0xE9, 0x93, 0x0D]),
    ]
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.text() == "BSN 999990019 Ω Jé“")
    #expect(recording.outcome == "doc complete")
  }

  @Test func `keeps instructions of fields apart, also in each other`() {
    var builder = WordDocumentBuilder()
    builder.pieces = [
      .wide("a\u{13} IF \u{13} MERGEFIELD x \u{14}1\u{15} = 1 \u{14}b\u{13} PAGE \u{15}\u{15}c\r"),
      .wide("\u{13} never ended\r"),
    ]
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.text() == "abc")
    #expect(recording.text(at: "field-codes").contains("MERGEFIELD x"))
    #expect(recording.text(at: "field-codes").contains("never ended"))
  }

  @Test func `sets text aside that was deleted while changes were tracked`() {
    var builder = WordDocumentBuilder()
    builder.pieces = [
      .narrow(Array("Gewijzigd oud BSN 99999".utf8)), .wide("0019op verzoek\rSlot\r"),
    ]
    builder.deletion = 10..<31
    let recording = DocumentRecording(of: builder.build())
    #expect(recording.fields() == ["Gewijzigd op verzoek", "Slot"])
    #expect(recording.fields(at: "deleted-text") == ["oud BSN 999990019"])
  }

  @Test func `breaks lines and hyphens as Word shows them`() {
    var builder = WordDocumentBuilder()
    builder.pieces = [.wide("a\u{B}b\tc\u{1E}d\u{1F}e\u{2}f\u{C}g\r")]
    #expect(DocumentRecording(of: builder.build()).fields() == ["a\nb\tc-def", "g"])
  }

  @Test func `reads Word 6 in the code page of its language`() {
    var builder = WordDocumentBuilder()
    builder.flags = 0
    builder.language = 0x419
    let recording = DocumentRecording(of: builder.buildOld([0xC8, 0xE2, 0xE0, 0xED, 0x0D]))
    #expect(recording.text() == "Иван")
    #expect(recording.outcome == "doc complete")
  }

  @Test func `takes the AutoText that is kept with a document`() {
    var builder = WordDocumentBuilder()
    builder.pieces = [.wide("Brief\r")]
    builder.autoText = "Groet, Truus\r"
    #expect(DocumentRecording(of: builder.build()).fields() == ["Brief", "Groet, Truus"])
  }

  @Test func `says that a document is encrypted`() {
    var builder = WordDocumentBuilder()
    builder.flags = 0x300
    builder.pieces = [.wide("x\r")]
    #expect(DocumentRecording(of: builder.build()).outcome == "doc encrypted")
  }

  @Test func `gives the texts of a document whose table is lost`() {
    var file = CompoundFileBuilder()
    let text = "Truus de Wit, Goes\r".utf16.flatMap(\.littleBytes)
    let header: [UInt8] = [0xEC, 0xA5, 0xC1, 0] + [UInt8](repeating: 0, count: 1000)
    file.add("WordDocument", bytes: header + text)
    let recording = DocumentRecording(of: file.build())
    #expect(recording.text(at: "raw-text").contains("Truus de Wit, Goes"))
    #expect(recording.outcome == "doc malformed")
  }

  @Test func `stops where pieces share bytes to be more than the file`() {
    var builder = WordDocumentBuilder()
    builder.characterCounts = [0x7000_0000]
    builder.pieces = [.wide("x\r")]
    #expect(DocumentRecording(of: builder.build()).outcome == "doc complete")
  }

  @Test func `does not fail on any front of a document`() throws {
    var builder = WordDocumentBuilder()
    builder.pieces = [.narrow(Array("BSN 99999\u{7}\u{7}".utf8)), .wide("0019\r")]
    let small = builder.build()
    for count in 0..<small.count { _ = DocumentRecording(of: Array(small[..<count])) }
    let large = ForeignFile.bytes("word/parts.doc")
    for count in stride(from: 0, to: large.count, by: 61) {
      #expect(DocumentRecording(of: Array(large[..<count])).faults.isEmpty)
    }
  }

  @Test func `does not fail where single bytes are others`() throws {
    let document = ForeignFile.bytes("word/parts.doc")
    var random = SplitMix(seed: 4)
    for _ in 0..<300 {
      var broken = document
      for _ in 0..<8 {
        broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: broken).faults.isEmpty)
    }
  }
}
