import Testing

@testable import Extraction

@Suite struct WorkbookTests {
  @Test func `shows numbers as their formats do, in all sheets`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/members.xlsx"))
    #expect(recording.outcome == "xlsx complete")
    #expect(
      recording.fields(at: "Leden").prefix(12) == [
        "Naam", "BSN", "Geboren", "Saldo", "Nummer", "Actief", "Naam=Jan", "BSN=099990019",
        "Geboren=29-02-1980 = 29280", "Saldo=0.3", "Nummer=123456780", "Actief=TRUE",
      ])
    #expect(recording.fields(at: "Verborgen") == ["123-45-6782"])
    #expect(recording.missing.isEmpty)
    #expect(recording.faults.isEmpty)
  }

  @Test func `reads comments, links and texts of formulas`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/members.xlsx"))
    #expect(recording.fields(at: "Leden/comments") == ["Beheer", "belt jan@voorbeeld.nl"])
    #expect(recording.fields(at: "Leden/links") == ["mailto:klaas@voorbeeld.nl"])
    #expect(
      recording.text(at: "Verborgen/field-codes").contains("\"mailto:piet@voorbeeld.nl\""))
    #expect(recording.fields(at: "outline") == ["Leden", "Verborgen"])
  }

  @Test func `puts cells where their references say`() {
    let recording = Self.recording(
      """
      <row r="2"><c r="C2" t="inlineStr"><is><t>drie</t></is></c></row>\
      <row><c t="str"><v>een</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>
      """)
    #expect(recording.text(at: "Blad") == "\n\t\tdrie\neen\tTRUE\t#N/A")
  }

  @Test func `joins the runs of shared strings and leaves out how they sound`() {
    let recording = Self.recording(
      #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>"#,
      strings: """
        <si><r><t>99</t></r><r><rPr/><t>9990019</t></r><rPh><t>kana</t></rPh></si>\
        <si><t>regel_x000A_twee &amp; drie</t></si>
        """)
    #expect(recording.fields(at: "Blad") == ["999990019", "regel\ntwee & drie"])
  }

  @Test func `keeps rows in order where the sheet does not`() {
    let recording = Self.recording(
      #"<row r="5"><c r="A5"><v>5</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#)
    #expect(recording.text(at: "Blad") == "\n\n\n\n5\n1")
  }

  @Test func `counts long shared texts as unpacked bytes where they are used`() {
    let text = String(repeating: "abcdefg ", count: 4000)
    var limits = ExtractionLimits()
    limits.unpackedFloor = 1 << 20
    limits.unpackedFactor = 1
    let context = ExtractionContext(limits: limits)
    context.begin(byteCount: 1000)
    var strings = SharedStrings(byteLimit: 1 << 20)
    strings.append(Array(text.utf8))
    var cells = SheetCells(
      strings: strings, styles: CellStyles(), numbers: CellNumber(), context: context)
    for row in 1...20 { cells.appendShared(0, row: row, column: 1) }
    #expect(!cells.isOverLimit)
    for row in 21...40 { cells.appendShared(0, row: row, column: 1) }
    #expect(cells.isOverLimit)
  }

  @Test func `reads headers and footers without their codes`() {
    let recording = Self.recording(
      "",
      after:
        #"""
        <headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Links&amp;RRechts</oddHeader>\#
        <oddFooter>&amp;é&amp;€ 12</oddFooter></headerFooter>
        """#)
    #expect(recording.text(at: "Blad/header") == "Links\nRechts")
    #expect(recording.text(at: "Blad/footer") == "é€ 12")
  }

  @Test func `survives being cut off or changed anywhere`() {
    let whole = Self.workbook(
      #"<row r="1"><c r="A1" s="1"><f>1+"a"</f><v>1.5E3</v></c></row>"#,
      strings: "<si><t>a</t></si>")
    for index in whole.indices {
      #expect(DocumentRecording(of: Array(whole[..<index])).faults.isEmpty)
      var changed = whole
      changed[index] ^= 0x15
      #expect(DocumentRecording(of: changed).faults.isEmpty)
    }
  }

  private static func recording(
    _ rows: String, strings: String = "", after: String = ""
  ) -> DocumentRecording {
    DocumentRecording(of: workbook(rows, strings: strings, after: after))
  }

  private static func workbook(
    _ rows: String, strings: String = "", after: String = ""
  ) -> [UInt8] {
    StoredZip.bytes([
      "xl/workbook.xml":
        #"<workbook><sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
      "xl/_rels/workbook.xml.rels": """
      <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/a.xml"/>\
      </Relationships>
      """,
      "xl/sharedStrings.xml": "<sst>\(strings)</sst>",
      "xl/worksheets/a.xml": "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>",
    ])
  }
}
