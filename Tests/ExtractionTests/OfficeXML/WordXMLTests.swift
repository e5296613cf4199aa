import Testing

@testable import Extraction

@Suite struct WordXMLTests {
  /// A document of Word 2003 with `content` between the ends of its root.
  private static func document(_ content: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>\
      <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" \
      xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:aml="http://schemas.microsoft.com/aml/2001/core">\(content)</w:wordDocument>
      """.utf8)
  }

  private static func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private static let whole = document(
    """
    <o:DocumentProperties><o:Author>Annelies Proefpersoon</o:Author></o:DocumentProperties>\
    <w:body><w:tbl><w:tr><w:tc>\(paragraph("Naam"))</w:tc><w:tc>\(paragraph("BSN"))</w:tc></w:tr>\
    <w:tr><w:tc>\(paragraph("Jan Jansen"))</w:tc><w:tc>\(paragraph("999990019"))</w:tc></w:tr></w:tbl>\
    <w:p><aml:annotation aml:id="0" w:type="Word.Deletion" aml:author="M. Redacteur"><aml:content>\
    <w:r><w:delText>oud</w:delText></w:r></aml:content></aml:annotation><w:r><w:t>nieuw</w:t></w:r>\
    <w:r><aml:annotation aml:id="1" w:type="Word.Comment" aml:author="M. Redacteur"><aml:content>\
    \(paragraph("opmerking"))</aml:content></aml:annotation></w:r>\
    <w:r><w:footnote>\(paragraph("noot"))</w:footnote></w:r>\
    <w:hlink w:dest="mailto:jan@voorbeeld.nl"><w:r><w:t> mail</w:t></w:r></w:hlink></w:p>\
    <w:p><w:r><w:pict><w:binData w:name="wordml://01000001.txt">Qlg5OTk5OTAwMTk=\n</w:binData>\
    <v:shape alt="foto"/></w:pict></w:r></w:p>\
    <w:sectPr><w:hdr w:type="odd">\(paragraph("kop"))</w:hdr><w:ftr w:type="odd">\
    \(paragraph("voet"))</w:ftr></w:sectPr></w:body>
    """)

  @Test func `reads each text in its part`() {
    let recording = DocumentRecording(of: Self.whole)
    #expect(recording.outcome == "word-xml complete")
    #expect(
      recording.fields() == [
        "Naam", "BSN", "Naam=Jan Jansen", "BSN=999990019", "nieuw mail",
      ])
    #expect(recording.fields(at: "header") == ["kop"])
    #expect(recording.fields(at: "footer") == ["voet"])
    #expect(recording.fields(at: "footnotes") == ["noot"])
    #expect(recording.fields(at: "deleted-text") == ["oud"])
    #expect(recording.fields(at: "links") == ["mailto:jan@voorbeeld.nl"])
    #expect(recording.fields(at: "annotations") == ["foto"])
    #expect(recording.fields(at: "properties") == ["Author=Annelies Proefpersoon"])
    #expect(recording.fields(at: "comments").contains("opmerking"))
    #expect(recording.faults.isEmpty)
  }

  @Test func `takes what is in it as members`() {
    let recording = DocumentRecording(of: Self.whole)
    #expect(recording.members.first == "01000001.txt text complete")
    #expect(recording.text(at: "01000001.txt") == "BX999990019")
  }

  @Test func `survives what is cut off anywhere`() {
    for count in 0..<Self.whole.count {
      #expect(DocumentRecording(of: Array(Self.whole[..<count])).faults.isEmpty)
    }
  }
}
