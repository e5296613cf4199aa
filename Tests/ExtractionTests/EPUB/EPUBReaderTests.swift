import Testing

@Suite struct EPUBReaderTests {
  @Test func `reads the properties of a book and its chapters in the order of reading`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("epub/book.epub"))
    #expect(recording.faults == [])
    #expect(recording.outcome == "epub complete")
    #expect(recording.fields(at: "properties").contains("creator=Bea Boekenmaker"))
    #expect(recording.fields(at: "properties").contains("title=Boek van Bea"))
    #expect(recording.fields(at: "EPUB/b_een.xhtml").contains("Bel 0612345678 voor Bea."))
    #expect(recording.fields(at: "EPUB/a_twee.xhtml").contains("mailto=bea@example.nl"))
    #expect(
      recording.members.prefix(2)
        == ["EPUB/b_een.xhtml html complete", "EPUB/a_twee.xhtml html complete"])
    #expect(!recording.members.contains { $0.contains("x.css") })
  }

  @Test func `says which entries are encrypted`() {
    let container = """
      <container><rootfiles><rootfile full-path="O%20P/c.opf"/></rootfiles></container>
      """
    let package = """
      <package><metadata><dc:title>T</dc:title><meta name="x" content="y"/></metadata><manifest>\
      <item id="a" href="../een.html"/><item id="b" href="twee.html"/></manifest>\
      <spine><itemref idref="b"/><itemref idref="a"/></spine></package>
      """
    let encryption = """
      <encryption><EncryptedData><CipherData><CipherReference URI="een.html"/></CipherData>\
      </EncryptedData></encryption>
      """
    let book = StoredZip.bytes([
      "mimetype": "application/epub+zip", "META-INF/container.xml": container,
      "META-INF/encryption.xml": encryption, "een.html": "geheim",
      "O P/c.opf": package, "O P/twee.html": "<html><body><p>leesbaar</p></body></html>",
    ])
    let recording = DocumentRecording(of: book)
    #expect(recording.fields(at: "properties") == ["title=T", "x=y"])
    #expect(recording.fields(at: "O P/twee.html") == ["leesbaar"])
    #expect(recording.missing == ["encrypted een.html"])
    #expect(recording.outcome == "epub encrypted")
  }

  @Test func `survives truncation`() {
    let book = ForeignFile.bytes("epub/book.epub")
    for count in 0...book.count {
      #expect(DocumentRecording(of: Array(book[..<count])).faults == [])
    }
  }
}
