import Testing

@testable import Extraction

@Suite struct FlatPackageTests {
  private static let whole = Array(
    """
    <?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>
    <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
    <pkg:part pkg:name="/_rels/.rels" pkg:contentType="x"><pkg:xmlData><Relationships>\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
    officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>
    <pkg:part pkg:name="/word/document.xml" pkg:contentType="x"><pkg:xmlData>\
    <w:document xmlns:w="x"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Naam</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>BSN</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>Jan</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>999990019</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>\
    </pkg:xmlData></pkg:part>
    <pkg:part pkg:name="/word/header1.xml" pkg:contentType="x"><pkg:xmlData><w:hdr xmlns:w="x"><w:p><w:r>\
    <w:t>kop</w:t></w:r></w:p></w:hdr></pkg:xmlData></pkg:part>
    <pkg:part pkg:name="/word/media/bijlage.txt" pkg:contentType="x"><pkg:binaryData>Qlg5OTk5OTAw
    MTk=</pkg:binaryData></pkg:part></pkg:package>
    """.utf8)

  @Test func `is read as the package that it stands for`() {
    let recording = DocumentRecording(of: Self.whole)
    #expect(recording.outcome == "flat-opc complete")
    #expect(recording.fields() == ["Naam", "BSN", "Naam=Jan", "BSN=999990019"])
    #expect(recording.fields(at: "header") == ["kop"])
    #expect(recording.text(at: "word/media/bijlage.txt") == "BX999990019")
    #expect(recording.missing.isEmpty)
    #expect(recording.faults.isEmpty)
  }

  @Test func `survives what is cut off anywhere`() {
    for count in 0..<Self.whole.count {
      #expect(DocumentRecording(of: Array(Self.whole[..<count])).faults.isEmpty)
    }
  }
}
