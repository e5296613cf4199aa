import Testing

@Suite struct OpenDocumentPackageTests {
  private let mimetype = "application/vnd.oasis.opendocument.text"

  @Test func `reads embedded objects and other entries as members`() {
    let document = StoredZip.bytes([
      "mimetype": mimetype,
      "content.xml": OpenDocumentPackages.content("<office:text><text:p>a</text:p></office:text>"),
      "Object 1/content.xml": OpenDocumentPackages.content(
        "<office:text><text:p>in het object</text:p></office:text>"),
      "Basic/Standard/Module1.xml": "<module>REM jan@example.nl</module>",
      "settings.xml": "<settings>niet</settings>",
      "Pictures/leeg.svm": "VCLMTF\u{0}\u{1}\u{2}\u{0}\u{1}",
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.fields() == ["a"])
    #expect(recording.fields(at: "Object 1") == ["in het object"])
    #expect(recording.fields(at: "Basic/Standard/Module1.xml") == ["module=REM jan@example.nl"])
    #expect(!recording.allFields.contains("settings=niet"))
    #expect(recording.members.contains("Object 1 odt complete"))
    #expect(recording.members.contains { $0.hasPrefix("Pictures/leeg.svm") })
    #expect(recording.faults == [])
  }

  @Test func `reads a package that does not say first what it is`() {
    let document = StoredZip.bytes([
      "content.xml": OpenDocumentPackages.content(
        "<office:text><text:p>BSN 9999<text:span>90</text:span>019</text:p></office:text>"),
      "META-INF/manifest.xml": "<manifest:manifest/>",
    ])
    #expect(DocumentRecording(of: document).fields() == ["BSN 999990019"])
  }

  @Test func `reads documents of OpenOffice.org 1`() {
    let sheet = """
      <office:document-content xmlns:office="http://openoffice.org/2000/office" \
      office:class="spreadsheet"><office:body><table:table table:name="Blad"><table:table-row>\
      <table:table-cell table:value-type="float" table:value="999990019"/>\
      <table:table-cell><text:p>9<text:span>9</text:span></text:p></table:table-cell>\
      </table:table-row></table:table></office:body></office:document-content>
      """
    let workbook = StoredZip.bytes([
      "mimetype": "application/vnd.sun.xml.calc", "content.xml": sheet,
    ])
    #expect(DocumentRecording(of: workbook).text(at: "Blad") == "999990019\t99")
    let text = StoredZip.bytes([
      "mimetype": "application/vnd.sun.xml.writer",
      "content.xml": OpenDocumentPackages.content(
        """
        <text:p>12<text:endnote><text:endnote-citation>i</text:endnote-citation>\
        <text:endnote-body><text:p>eind</text:p></text:endnote-body></text:endnote>34</text:p>
        """),
    ])
    #expect(DocumentRecording(of: text).fields() == ["1234"])
    #expect(DocumentRecording(of: text).fields(at: "endnotes") == ["eind"])
  }

  @Test func `says what is encrypted`() {
    let manifest = """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
      <manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>\
      </manifest:file-entry><manifest:file-entry manifest:full-path="Pictures/a.png">\
      <manifest:encryption-data/></manifest:file-entry></manifest:manifest>
      """
    let document = StoredZip.bytes([
      "mimetype": mimetype, "content.xml": "onleesbaar", "Pictures/a.png": "onleesbaar",
      "META-INF/manifest.xml": manifest,
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.outcome == "odt encrypted")
    #expect(recording.allFields == [])
    #expect(recording.missing == ["encrypted Pictures/a.png"])
  }

  @Test func `says that a package has no content`() {
    #expect(
      DocumentRecording(of: StoredZip.bytes(["mimetype": mimetype])).outcome == "odt malformed")
  }

  // A template that holds styles alone says so in its manifest.
  @Test(arguments: [("", "odt complete"), ("content.xml", "odt malformed")])
  func `a package has the content that its manifest names`(path: String, outcome: String) {
    let manifest = """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
      <manifest:file-entry manifest:full-path="/"/>\
      <manifest:file-entry manifest:full-path="\(path)"/>\
      <manifest:file-entry manifest:full-path="styles.xml"/></manifest:manifest>
      """
    let styles = """
      <office:document-styles \(OpenDocumentPackages.names)><office:master-styles>\
      <style:master-page><style:footer><text:p>W. Vliet</text:p></style:footer>\
      </style:master-page></office:master-styles></office:document-styles>
      """
    let recording = DocumentRecording(
      of: StoredZip.bytes([
        "mimetype": mimetype, "styles.xml": styles, "META-INF/manifest.xml": manifest,
      ]))
    #expect(recording.outcome == outcome)
    #expect(recording.allFields == ["W. Vliet"])
  }

  private func nested(_ depth: Int) -> DocumentRecording {
    let open = String(repeating: "<draw:text-box><text:p>x", count: depth)
    let close = String(repeating: "</text:p></draw:text-box>", count: depth)
    return DocumentRecording(of: OpenDocumentPackages.text(open + close))
  }

  @Test(arguments: [100, 250])
  func `follows any nesting that a program writes`(depth: Int) {
    let recording = nested(depth)
    #expect(recording.faults == [])
    #expect(recording.outcome == "odt complete")
    #expect(recording.allFields.joined().utf8.count == depth)
  }

  @Test func `reads 512 elements deep, and says so`() {
    let recording = nested(5_000)
    #expect(recording.faults == [])
    #expect(recording.outcome == "odt limit")
    // Two elements each, in three others.
    #expect(recording.allFields.joined().utf8.count == (512 - 3) / 2)
  }

  @Test func `passes on long texts as they are read`() {
    let paragraph = "<text:p>Jan Jansen woont in Utrecht, 0612345678</text:p>"
    let document = OpenDocumentPackages.text(String(repeating: paragraph, count: 20_000))
    let recording = DocumentRecording(of: document)
    #expect(recording.faults == [])
    #expect(recording.fields().count == 20_000)
    #expect(Set(recording.fields()) == ["Jan Jansen woont in Utrecht, 0612345678"])
  }

  @Test(arguments: ["text.odt", "sheets.ods", "slides.odp"])
  func `survives truncation and faults`(name: String) {
    let document = ForeignFile.bytes("opendocument/\(name)")
    for count in stride(from: 0, through: document.count, by: 29) {
      #expect(DocumentRecording(of: Array(document[..<count])).faults == [])
    }
  }

  @Test func `survives every truncation of its content, and faults in it`() {
    let body = """
      <office:spreadsheet><table:table table:name="B"><table:table-row><table:table-cell \
      office:value-type="float" office:value="12"><office:annotation><dc:creator>O</dc:creator>\
      <text:p>n</text:p></office:annotation><text:p>1<text:s text:c="3"/>2&amp;&#233;</text:p>\
      </table:table-cell></table:table-row></table:table></office:spreadsheet>
      """
    let content = Array(OpenDocumentPackages.content(body).utf8)
    for count in 0...content.count {
      #expect(recording(ofContent: Array(content[..<count])).faults == [])
    }
    var random = SplitMix(seed: 3)
    for _ in 0..<300 {
      var broken = content
      for _ in 0..<3 {
        broken[Int.random(in: 0..<broken.count, using: &random)] =
          Array("</>\"=& x9".utf8).randomElement(using: &random) ?? 0
      }
      #expect(recording(ofContent: broken).faults == [])
    }
  }

  private func recording(ofContent content: [UInt8]) -> DocumentRecording {
    DocumentRecording(
      of: StoredZip.bytes([
        "mimetype": mimetype, "content.xml": String(decoding: content, as: UTF8.self),
      ]))
  }
}
