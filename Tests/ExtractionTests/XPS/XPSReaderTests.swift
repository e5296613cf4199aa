import Extraction
import Testing

@Suite struct XPSReaderTests {
  @Test func `pieces of a line that touch are one word, and others stand beside each other`() {
    // Nine characters of half an em of 10 end where the next piece begins.
    let page = document(
      """
      <Glyphs UnicodeString="BSN: 9999" OriginX="100" OriginY="50" FontRenderingEmSize="10" \
      Indices=",50;,50;,50;,50;,50;,50;,50;,50;,50"/>
      <Glyphs UnicodeString="90019" OriginX="145" OriginY="50" FontRenderingEmSize="10"/>
      <Glyphs UnicodeString="Jansen" OriginX="300" OriginY="50" FontRenderingEmSize="10"/>
      <Glyphs UnicodeString="volgende regel" OriginX="100" OriginY="65" FontRenderingEmSize="10"/>
      """)
    let lines = lines(of: page)
    #expect(lines.count == 2)
    #expect(lines.first?.first == "BSN:")
    #expect(lines.first?.dropFirst().first == "999990019")
    #expect(lines.first?.last == "Jansen")
    #expect(lines.last == ["volgende", "regel"])
    #expect(page.outcome == "ooxml complete")
  }

  @Test func `canvases move what is drawn on them, however they say so`() {
    // The second piece is drawn before the first, ten down on a canvas that moves it back up.
    let page = document(
      """
      <Canvas RenderTransform="1,0,0,1,0,-10">
        <Glyphs UnicodeString="tweede" OriginX="200" OriginY="60" FontRenderingEmSize="10"/>
      </Canvas>
      <Canvas><Canvas.RenderTransform><MatrixTransform Matrix="2,0,0,2,0,0"/></Canvas.RenderTransform>
        <Glyphs UnicodeString="eerste" OriginX="50" OriginY="25" FontRenderingEmSize="5"/>
      </Canvas>
      """)
    #expect(lines(of: page) == [["eerste", "tweede"]])
  }

  @Test func `what a piece links to is read too, and a brace in front of a text is none`() {
    let page = document(
      """
      <Glyphs UnicodeString="{}{naam}" OriginX="10" OriginY="10" FontRenderingEmSize="10" \
      FixedPage.NavigateUri="mailto:j.jansen@voorbeeld.nl"/>
      """)
    #expect(lines(of: page) == [["{naam}"]])
    #expect(page.text(at: "1/links").contains("mailto:j.jansen@voorbeeld.nl"))
  }

  private func document(_ content: String) -> DocumentRecording {
    DocumentRecording(
      of: StoredZip.bytes([
        "[Content_Types].xml":
          #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        "FixedDocSeq.fdseq": #"<FixedDocumentSequence/>"#,
        "Documents/1/FixedDoc.fdoc": #"<FixedDocument/>"#,
        "Documents/1/Pages/1.fpage":
          #"<FixedPage xmlns="http://schemas.microsoft.com/xps/2005/06">\#(content)</FixedPage>"#,
      ]))
  }

  /// The words of each line of the first page.
  private func lines(of document: DocumentRecording) -> [[Substring]] {
    document.text(at: "1").split(separator: "\n").map { $0.split(separator: " ") }
  }
}
