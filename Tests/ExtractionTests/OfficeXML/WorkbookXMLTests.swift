import Testing

@testable import Extraction

@Suite struct WorkbookXMLTests {
  private static let whole = Array(
    """
    <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
    <DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><Author>A. Proef</Author>\
    </DocumentProperties>
    <Styles><Style ss:ID="s9"><NumberFormat ss:Format="000000000"/></Style>\
    <Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
    <Worksheet ss:Name="Salaris"><Table>
    <Row><Cell><Data ss:Type="String">Naam</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">BSN</Data>\
    </Cell><Cell><Data ss:Type="String">Geboren</Data></Cell></Row>
    <Row ss:Index="3"><Cell ss:MergeAcross="1" ss:HRef="mailto:jan@voorbeeld.nl"><ss:Data ss:Type="String" \
    xmlns="http://www.w3.org/TR/REC-html40"><B>Jan</B> Jansen</ss:Data></Cell><Cell ss:StyleID="s9">\
    <Data ss:Type="Number">12345672</Data><Comment ss:Author="M. Redacteur"><ss:Data \
    xmlns="http://www.w3.org/TR/REC-html40"><B>let op:</B> klopt dit?</ss:Data></Comment></Cell>\
    <Cell ss:StyleID="d"><Data ss:Type="DateTime">1980-02-01T00:00:00.000</Data></Cell></Row>
    </Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><PageSetup>\
    <Header x:Data="&amp;CVertrouwelijk"/></PageSetup></WorksheetOptions></Worksheet>
    <Worksheet ss:Name="Leeg"><Table/></Worksheet>
    <Worksheet ss:Name="Twee"><Table><Row><Cell><Data ss:Type="DateTime">1899-12-31T13:05:00.000</Data>\
    </Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet></Workbook>
    """.utf8)

  @Test func `reads cells with their headers at their sheets`() {
    let recording = DocumentRecording(of: Self.whole)
    #expect(recording.outcome == "workbook-xml complete")
    #expect(
      recording.fields(at: "Salaris") == [
        "Naam", "BSN", "Geboren", "Naam=Jan Jansen", "BSN=012345672", "Geboren=01-02-1980",
      ])
    #expect(recording.fields(at: "Twee") == ["13:05", "TRUE"])
    #expect(recording.fields(at: "Salaris/header") == ["Vertrouwelijk"])
    #expect(recording.fields(at: "Salaris/links") == ["mailto:jan@voorbeeld.nl"])
    #expect(
      recording.fields(at: "Salaris/comments") == ["author=M. Redacteur", "let op: klopt dit?"])
    #expect(recording.fields(at: "properties") == ["Author=A. Proef"])
    #expect(recording.fields(at: "outline") == ["Salaris", "Leeg", "Twee"])
    #expect(recording.faults.isEmpty)
  }

  @Test(
    arguments: [
      ("1992-02-24T00:00:00.000", "24-02-1992"), ("1992-02-24T13:05:00.000", "24-02-1992 13:05"),
      ("1992-02-24T13:05:09.000", "24-02-1992 13:05:09"), ("1899-12-31T07:30:00.000", "07:30"),
      ("24-02-1992", nil), ("1992-02-24", nil),
    ] as [(String, String?)])
  func `writes dates as they are seen`(value: String, text: String?) {
    #expect(WorkbookXMLDate.text(of: Array(value.utf8)) == text.map { Array($0.utf8) })
  }

  @Test func `survives what is cut off anywhere`() {
    for count in 0..<Self.whole.count {
      #expect(DocumentRecording(of: Array(Self.whole[..<count])).faults.isEmpty)
    }
  }
}
