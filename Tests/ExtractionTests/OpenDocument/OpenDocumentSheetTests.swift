import Testing

@Suite struct OpenDocumentSheetTests {
  private func cell(_ attributes: String, _ shown: String? = nil) -> String {
    "<table:table-cell \(attributes)>\(shown.map { "<text:p>\($0)</text:p>" } ?? "")</table:table-cell>"
  }

  private func text(_ rows: String) -> String {
    let recording = DocumentRecording(of: OpenDocumentPackages.sheet(rows))
    #expect(recording.faults == [])
    #expect(recording.outcome == "ods complete")
    return recording.text(at: "Blad")
  }

  @Test(arguments: [
    ("office:value-type=\"float\" office:value=\"12345672\"", "012345672", "012345672"),
    ("office:value-type=\"float\" office:value=\"12345672\"", "12.345.672,00", "12.345.672,00"),
    ("office:value-type=\"float\" office:value=\"987654321\"", "9,88E+08", "9,88E+08 987654321"),
    ("office:value-type=\"float\" office:value=\"987654321\"", "###", "### 987654321"),
    ("office:value-type=\"float\" office:value=\"0.333333333\"", "0,33", "0,33"),
    ("office:value-type=\"float\" office:value=\"9.87654321E8\"", "###", "### 987654321"),
    ("office:value-type=\"float\" office:value=\"987654321.0\"", "###", "### 987654321"),
    ("office:value-type=\"percentage\" office:value=\"1\"", "100%", "100%"),
    (
      "office:value-type=\"date\" office:date-value=\"1980-02-01\"", "01-02-80",
      "01-02-80 1980-02-01"
    ),
    ("office:value-type=\"date\" office:date-value=\"1980-02-01\"", "1 feb 1980", "1 feb 1980"),
    ("office:value-type=\"string\"", "tekst", "tekst"),
  ])
  func `adds the value that a cell does not show`(
    attributes: String, shown: String, expected: String
  ) {
    #expect(text("<table:table-row>\(cell(attributes, shown))</table:table-row>") == expected)
  }

  @Test func `takes the value of a cell that shows nothing`() {
    let row = cell("office:value-type=\"float\" office:value=\"999990019\"")
    #expect(text("<table:table-row>\(row)</table:table-row>") == "999990019")
  }

  @Test func `keeps rows and columns in their places`() {
    let rows = """
      <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>\
      <table:table-row><table:table-cell table:number-columns-repeated="2"/>\(cell("", "C3"))\
      <table:covered-table-cell/>\(cell("", "E3"))</table:table-row>
      """
    #expect(text(rows) == "\n\n\t\tC3\t\tE3")
  }

  @Test func `repeats rows and cells with text`() {
    let rows = """
      <table:table-row table:number-rows-repeated="2">\
      \(cell("table:number-columns-repeated=\"2\"", "x"))</table:table-row>
      """
    #expect(text(rows) == "x\tx\nx\tx")
  }

  @Test func `bounds what repeats`() {
    let rows = """
      <table:table-row table:number-rows-repeated="99999999999999999999">\
      \(cell("table:number-columns-repeated=\"99999999999999999999\"", "x"))</table:table-row>\
      <table:table-row>\(cell("", "y"))</table:table-row>
      """
    let recording = DocumentRecording(of: OpenDocumentPackages.sheet(rows))
    #expect(recording.text(at: "Blad").utf8.count < 8 << 20)
    #expect(recording.fields(at: "Blad").first == "x")
  }

  @Test func `reads shapes, notes and formulas as sections of their sheet`() {
    let rows = """
      <table:shapes><draw:custom-shape><text:p>vorm</text:p></draw:custom-shape></table:shapes>\
      <table:table-row><table:table-cell \
      table:formula="of:=IF(A1;&quot;jan@example.nl&quot;;0)"><office:annotation>\
      <text:p>nota</text:p></office:annotation><text:p>0</text:p></table:table-cell>\
      </table:table-row>
      """
    let recording = DocumentRecording(of: OpenDocumentPackages.sheet(rows))
    #expect(recording.text(at: "Blad") == "0")
    #expect(recording.fields(at: "Blad/text-boxes") == ["vorm"])
    #expect(recording.fields(at: "Blad/comments") == ["nota"])
    #expect(
      recording.fields(at: "Blad/field-codes") == ["of:=IF(A1;\"jan@example.nl\";0)"])
  }

  @Test func `reads all sheets of a workbook of LibreOffice`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("opendocument/sheets.ods"))
    #expect(recording.faults == [])
    #expect(recording.outcome == "ods complete")
    #expect(recording.fields(at: "Personen").contains("BSN=12345672"))
    #expect(recording.fields(at: "Personen").contains("Rekening=9.88E+08 987654321"))
    #expect(recording.fields(at: "Personen").contains("Geboren=01-02-80 1980-02-01"))
    #expect(recording.fields(at: "Personen").count { $0 == "BSN=dubbel" } == 3)
    #expect(recording.fields(at: "Personen/comments").contains("notitie bij cel 0612345678"))
    #expect(recording.fields(at: "Blad 2") == ["tweede blad"])
  }
}
