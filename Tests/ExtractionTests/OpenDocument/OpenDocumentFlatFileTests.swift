import Testing

@Suite struct OpenDocumentFlatFileTests {
  private static let properties = """
    <office:meta><dc:title>Besluit</dc:title><dc:creator>Olga</dc:creator></office:meta>\
    <office:settings><x>geen tekst</x></office:settings>\
    <office:font-face-decls><f><office:binary-data>AAEAAA==</office:binary-data></f>\
    </office:font-face-decls><office:master-styles><style:master-page><style:header>\
    <text:p>kop</text:p></style:header></style:master-page></office:master-styles>
    """

  private static func file(_ kind: String, _ body: String) -> [UInt8] {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>

      <office:document \(OpenDocumentPackages.names) office:version="1.3" \
      office:mimetype="application/vnd.oasis.opendocument.\(kind)">
       \(properties)<office:body>\(body)</office:body></office:document>

      """
    return Array(text.utf8)
  }

  @Test func `reads properties, styles and text of one file`() {
    let recording = DocumentRecording(
      of: Self.file(
        "text",
        """
        <office:text><text:p>9999<text:span>90</text:span>019<office:annotation>\
        <text:p>bij</text:p></office:annotation></text:p><table:table><table:table-row>\
        <table:table-cell><text:p>Naam</text:p></table:table-cell><table:table-cell>\
        <text:p>BSN</text:p></table:table-cell></table:table-row><table:table-row>\
        <table:table-cell><text:p>Klaas</text:p></table:table-cell><table:table-cell>\
        <text:p>999999990</text:p></table:table-cell></table:table-row></table:table></office:text>
        """))
    #expect(recording.faults == [])
    #expect(recording.outcome == "fodt complete")
    #expect(recording.fields(at: "properties") == ["title=Besluit", "creator=Olga"])
    #expect(recording.fields(at: "header") == ["kop"])
    #expect(recording.fields(at: "comments") == ["bij"])
    #expect(
      recording.fields() == ["999990019", "Naam", "BSN", "Naam=Klaas", "BSN=999999990"])
  }

  @Test func `reads sheets and slides by their names and numbers`() {
    let sheet = DocumentRecording(
      of: Self.file(
        "spreadsheet",
        """
        <office:spreadsheet><table:table table:name="Leden"><table:table-row>\
        <table:table-cell office:value-type="float" office:value="999990019"><text:p>1E9</text:p>\
        </table:table-cell></table:table-row></table:table></office:spreadsheet>
        """))
    #expect(sheet.outcome == "fods complete")
    #expect(sheet.text(at: "Leden") == "1E9 999990019")
    let slides = DocumentRecording(
      of: Self.file(
        "presentation",
        """
        <office:presentation><draw:page><draw:frame><draw:text-box><text:p>een</text:p>\
        </draw:text-box></draw:frame></draw:page></office:presentation>
        """))
    #expect(slides.outcome == "fodp complete")
    #expect(slides.fields(at: "1") == ["een"])
  }

  @Test func `takes data in base64 as members, but no fonts and pictures of objects`() {
    let recording = DocumentRecording(
      of: Self.file(
        "text",
        """
        <office:text><text:p>voor<draw:frame draw:name="Bijlage"><draw:image><office:binary-data>
         QlNOIDk5OTk5
         MDAxOQ==</office:binary-data></draw:image></draw:frame>na</text:p><text:p>\
        <draw:frame><draw:object-ole><office:binary-data>aGFsbG8gaQ==</office:binary-data>\
        </draw:object-ole><draw:image><office:binary-data>QUJD</office:binary-data></draw:image>\
        </draw:frame></text:p></office:text>
        """))
    #expect(recording.faults == [])
    #expect(recording.fields().prefix(1) == ["voorna"])
    #expect(recording.text(at: "Bijlage") == "BSN 999990019")
    #expect(recording.text(at: "2") == "hallo i")
    #expect(recording.members == ["Bijlage text complete", "2 text complete", "fodt complete"])
  }

  @Test func `reads what there is of a file that is cut anywhere`() {
    let file = Self.file(
      "text",
      """
      <office:text><text:p>een<draw:frame><draw:image><office:binary-data>QUJD\
      </office:binary-data></draw:image></draw:frame></text:p></office:text>
      """)
    let end = file.count - "</office:document>\n\n".utf8.count
    for count in stride(from: file.count - 900, to: end, by: 1) {
      let recording = DocumentRecording(of: Array(file.prefix(count)))
      #expect(recording.faults == [])
      #expect(recording.outcome == "fodt malformed" || !recording.outcome.hasPrefix("fodt"))
    }
  }
}
