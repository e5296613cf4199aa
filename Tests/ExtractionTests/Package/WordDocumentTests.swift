import Testing

@testable import Extraction

@Suite struct WordDocumentTests {
  @Test func `joins runs, labels cells, reads headers and properties`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/letter.docx"))
    #expect(recording.outcome == "docx complete")
    #expect(
      recording.fields() == [
        "Het burgerservicenummer is 999990019.", "Naam", "BSN", "Telefoon", "Naam=Jan Jansen",
        "BSN=999999990", "Telefoon=06-12345678",
      ])
    #expect(recording.fields(at: "header") == ["Dossier 4711"])
    #expect(recording.fields(at: "footer") == ["Gemeente Voorbeelddam"])
    #expect(recording.fields(at: "properties").contains("creator=Annelies Proefpersoon"))
    #expect(recording.missing.isEmpty)
    #expect(recording.faults.isEmpty)
  }

  @Test func `reads the alternatives of a text box once`() {
    let box = "<w:txbxContent><w:p><w:r><w:t>in de doos</w:t></w:r></w:p></w:txbxContent>"
    let recording = Self.recording(
      """
      <w:p><w:r><w:t>voor </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">\(box)\
      </mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback>\
      </mc:AlternateContent></w:r><w:r><w:t>en achter</w:t></w:r></w:p>
      """)
    #expect(recording.fields() == ["voor en achter"])
    #expect(recording.fields(at: "text-boxes") == ["in de doos"])
  }

  @Test func `reads the fallback where the choice has no text`() {
    let recording = Self.recording(
      """
      <w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><w:t>nog te lezen</w:t>\
      </mc:Fallback></mc:AlternateContent></w:r></w:p>
      """)
    #expect(recording.fields() == ["nog te lezen"])
  }

  @Test func `keeps deleted text and codes of fields apart`() {
    let recording = Self.recording(
      """
      <w:p><w:r><w:t>tel. </w:t></w:r><w:del w:author="M. Redacteur"><w:r><w:delText>06-1111</w:delText>\
      </w:r><w:r><w:delText>2222</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
      <w:r><w:instrText>HYPERLINK "mailto:jan@voor</w:instrText></w:r>\
      <w:r><w:instrText>beeld.nl"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
      <w:r><w:t>mail</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      """)
    #expect(recording.fields() == ["tel. mail"])
    #expect(recording.fields(at: "deleted-text") == ["06-11112222"])
    #expect(recording.fields(at: "field-codes") == ["HYPERLINK \"mailto:jan@voorbeeld.nl\""])
    #expect(recording.fields(at: "comments") == ["author=M. Redacteur"])
  }

  @Test func `reads text that was moved once, and where it was as deleted text`() {
    let recording = Self.recording(
      """
      <w:p><w:moveFrom w:author="A. B."><w:r><w:t>verplaatst</w:t></w:r></w:moveFrom>\
      <w:r><w:t>blijft</w:t></w:r></w:p><w:p><w:moveTo w:author="A. B."><w:r><w:t>verplaatst</w:t></w:r>\
      </w:moveTo></w:p>
      """)
    #expect(recording.fields() == ["blijft", "verplaatst"])
    #expect(recording.fields(at: "deleted-text") == ["verplaatst"])
    #expect(recording.fields(at: "comments") == ["author=A. B."])
  }

  @Test func `reads what stands in attributes alone`() {
    let recording = Self.recording(
      """
      <w:p><w:sdt><w:sdtPr><w:dropDownList w:lastValue="2"><w:listItem w:displayText="Jan" w:value="1"/>\
      <w:listItem w:displayText="Piet" w:value="Piet"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r>\
      <w:t>Jan</w:t></w:r></w:sdtContent></w:sdt><w:hyperlink w:tooltip="bel 0612345678"><w:r><w:t>, hier</w:t>\
      </w:r></w:hyperlink><wp:docPr id="1" name="Picture 1" descr="pasfoto" title="Jan"/>\
      <pic:cNvPr name="999990019.jpg"/><v:shape alt="beschrijving"><v:textpath string="CONCEPT"/></v:shape>\
      <w:smartTagPr><w:attr w:name="naam" w:val="Jan Jansen"/></w:smartTagPr></w:p>
      """)
    #expect(recording.fields() == ["Jan, hier"])
    #expect(recording.fields(at: "form-fields") == ["2", "Jan", "1", "Piet"])
    #expect(recording.fields(at: "links") == ["bel 0612345678"])
    #expect(
      recording.fields(at: "annotations") == ["pasfoto", "Jan", "999990019.jpg", "beschrijving"])
    #expect(recording.fields(at: "text-boxes") == ["CONCEPT"])
    #expect(recording.fields(at: "custom-xml") == ["naam=Jan Jansen"])
  }

  @Test func `labels what is in a content control with its title`() {
    let recording = Self.recording(
      """
      <w:p><w:r><w:t>Nummer: </w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="BSN"/><w:tag w:val="x"/>\
      </w:sdtPr><w:sdtContent><w:r><w:t>9999</w:t></w:r><w:r><w:t>90019</w:t></w:r></w:sdtContent>\
      </w:sdt><w:r><w:t> (einde)</w:t></w:r></w:p>
      """)
    #expect(recording.fields() == ["Nummer:", "BSN=999990019", "(einde)"])
  }

  @Test(
    arguments: [
      // A control of Word 2010 on, whose name says nothing of the option.
      """
      <w:sdt><w:sdtPr><w:alias w:val="Aankruisvak1"/><w14:checkbox><w14:checked w14:val="1"/>\
      </w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>
      """,
      // Of Word 97 on: the box has no text.
      """
      <w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/>\
      </w:checkBox></w:ffData></w:fldChar></w:r>
      """,
      #"<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>"#,
      #"<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>"#,
      #"<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>þ</w:t></w:r>"#,
    ])
  func `labels what is ticked with what stands before the boxes`(box: String) {
    let recording = Self.recording(
      """
      <w:p><w:r><w:t xml:space="preserve">Geslacht: </w:t></w:r>\(box)\
      <w:r><w:t xml:space="preserve"> man </w:t></w:r>\
      <w:r><w:t xml:space="preserve">☐ vrouw</w:t></w:r></w:p>
      """)
    #expect(recording.fields().contains("Geslacht=man"))
    #expect(!recording.fields().contains { $0.hasPrefix("Aankruisvak1") })
  }

  @Test func `breaks at tabs, line breaks and ends of cells`() {
    let recording = Self.recording(
      """
      <w:p><w:r><w:t>12</w:t><w:tab/><w:t>34</w:t><w:br/><w:t>56</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>78</w:t></w:r></w:p></w:tc>\
      <w:tc><w:p><w:r><w:t>90</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      """)
    #expect(recording.text() == "12\t34\n56\n78\t90")
  }

  @Test func `labels cells below header cells that take several columns`() {
    let recording = Self.recording(
      """
      <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>\
      <w:p><w:r><w:t>Adres</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Plaats</w:t></w:r></w:p></w:tc>\
      </w:tr><w:tr><w:tc><w:p><w:r><w:t>Dorpsstraat</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t>\
      </w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Dam</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      """)
    #expect(
      recording.fields() == ["Adres", "Plaats", "Adres=Dorpsstraat", "Adres=1", "Plaats=Dam"])
  }

  @Test func `reads parts in UTF-16`() {
    let text = "\u{FEFF}<document><body><p><r><t>caf\u{E9} 999990019</t></r></p></body></document>"
    var bytes: [UInt8] = []
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let recording = DocumentRecording(
      of: SingleEntryZip.bytes(bytes, named: "word/document.xml"))
    #expect(recording.fields() == ["café 999990019"])
    #expect(recording.missing.isEmpty)
  }

  @Test func `takes targets of links and other files in the package`() {
    let recording = DocumentRecording(
      of: StoredZip.bytes([
        "_rels/.rels": Self.relations("officeDocument", "tekst/hoofd.xml"),
        "tekst/hoofd.xml": Self.document("<w:p><w:r><w:t>hoofd</w:t></w:r></w:p>"),
        "tekst/_rels/hoofd.xml.rels": """
        <Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/hyperlink" \
        Target="mailto:jan@voorbeeld.nl" TargetMode="External"/></Relationships>
        """,
        "word/embeddings/bijlage.txt": "piet@voorbeeld.nl",
        "customXml/item1.xml": "<klant><bsn>999990019</bsn></klant>",
      ]))
    #expect(recording.fields() == ["hoofd"])
    #expect(recording.fields(at: "links") == ["mailto:jan@voorbeeld.nl"])
    #expect(recording.text(at: "word/embeddings/bijlage.txt") == "piet@voorbeeld.nl")
    #expect(recording.fields(at: "custom-xml") == ["klant.bsn=999990019"])
  }

  @Test func `gives what a broken part has and books it`() {
    let recording = DocumentRecording(
      of: StoredZip.bytes([
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": "<w:document><w:body><w:p><w:r><w:t>jan@voorbeeld.nl</w:t>",
      ]))
    #expect(recording.fields() == ["jan@voorbeeld.nl"])
    #expect(recording.missing == ["malformed word/document.xml"])
  }

  @Test func `stops at elements that lie too deep in each other`() {
    let recording = DocumentRecording(
      of: StoredZip.bytes([
        "word/document.xml": "<w:document><w:p><w:t>boven</w:t></w:p>"
          + String(repeating: "<w:p>", count: 100_000)
      ]))
    #expect(recording.fields() == ["boven"])
    #expect(recording.missing == ["limit word/document.xml"])
  }

  @Test func `survives being cut off or changed anywhere`() {
    let whole = StoredZip.bytes([
      "word/document.xml": Self.document(
        """
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a&amp;b&#233;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:sdt><w:sdtPr><w:alias w:val="n"/></w:sdtPr><w:sdtContent/></w:sdt><!-- x --><![CDATA[y]]>
        """)
    ])
    for index in whole.indices {
      #expect(DocumentRecording(of: Array(whole[..<index])).faults.isEmpty)
      var changed = whole
      changed[index] ^= 0x1F
      #expect(DocumentRecording(of: changed).faults.isEmpty)
    }
  }

  private static func recording(_ body: String) -> DocumentRecording {
    DocumentRecording(of: StoredZip.bytes(["word/document.xml": document(body)]))
  }

  private static func document(_ body: String) -> String {
    """
    <?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>\(body)</w:body></w:document>
    """
  }

  private static func relations(_ type: String, _ target: String) -> String {
    """
    <Relationships><Relationship Id="r1" Type="http://schemas/\(type)" Target="\(target)"/>\
    </Relationships>
    """
  }

  @Test func `takes the picture of the first page for no picture of its own`() {
    let document = StoredZip.bytes([
      "word/document.xml":
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        + "<w:body><w:p><w:r><w:t>jan@voorbeeld.nl</w:t></w:r></w:p></w:body></w:document>",
      // 8,224 pixels wide and high.
      "docProps/thumbnail.gif": "GIF89a    ",
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.text() == "jan@voorbeeld.nl")
    #expect(recording.missing.isEmpty)
    #expect(recording.members.count == 1)
  }
}
