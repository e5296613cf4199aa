import Testing

@testable import Extraction

@Suite struct SlidesTests {
  @Test func `reads slides in their order, with notes and tables`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/slides.pptx"))
    #expect(
      recording.fields(at: "1") == ["Tweede", "Naam", "Postcode", "Naam=Piet", "Postcode=1234 AB"])
    #expect(recording.fields(at: "1/speaker-notes") == ["Notitie twee"])
    #expect(recording.fields(at: "2") == ["Eerste"])
    #expect(recording.fields(at: "2/speaker-notes") == ["Notitie een"])
    #expect(recording.outcome == "pptx complete")
    #expect(recording.faults.isEmpty)
  }

  @Test func `reads the shapes of drawings and their data`() {
    let recording = DocumentRecording(
      of: StoredZip.bytes([
        "visio/document.xml": "<VisioDocument/>",
        "visio/pages/page1.xml": """
        <PageContents><Shapes><Shape><Section N='Property'><Row><Cell N='Value' V='999990019'/>\
        <Cell N='Format' V='x'/></Row></Section><Text><cp IX='0'/>Jan <fld IX='0'>Jansen</fld>
        </Text></Shape></Shapes></PageContents>
        """,
      ]))
    #expect(recording.fields() == ["Jan Jansen"])
    #expect(recording.fields(at: "properties") == ["999990019"])
    #expect(recording.outcome == "vsdx complete")
  }

  @Test func `reads charts and comments with the slide that they belong to`() {
    func relation(_ number: Int, _ type: String, _ target: String) -> String {
      "<Relationships><Relationship Id='r\(number)' Type='x/\(type)' Target='\(target)'/></Relationships>"
    }
    let recording = DocumentRecording(
      of: StoredZip.bytes([
        "ppt/presentation.xml":
          "<presentation><sldIdLst><sldId id='256' r:id='r1'/></sldIdLst></presentation>",
        "ppt/_rels/presentation.xml.rels": relation(1, "slide", "slides/slide9.xml"),
        "ppt/slides/slide9.xml": "<sld><p><r><t>Titel</t></r></p></sld>",
        "ppt/slides/_rels/slide9.xml.rels": relation(1, "chart", "../charts/chart1.xml"),
        "ppt/charts/chart1.xml":
          "<chartSpace><cat><pt><v>Jan</v></pt><pt><v>Piet</v></pt></cat></chartSpace>",
      ]))
    #expect(recording.fields(at: "1") == ["Titel", "Jan", "Piet"])
  }
}
