import Extraction
import ScanModel
import Testing

/// Tables as forms have them: headers of groups, and names beside their values.
@Suite struct TableFormTests {
  // MARK: Sheets

  private static let groups = ["Aanvrager", "", "Partner", ""]
  private static let names = ["Naam", "BSN", "Naam", "BSN"]
  private static let people = [
    ["Jan Smit", "999990019", "Eva Bos", "999999990"],
    ["Piet Mol", "999990020", "Els Dijk", "999990032"],
  ]

  @Test(arguments: [
    [groups, names], [names, groups], [["Aanvrager", "Aanvrager", "Partner", "Partner"], names],
  ])
  func `takes the row that names values for the header of a sheet`(header: [[String]]) {
    let fields = Self.sheet(header + Self.people).filter {
      $0.hasPrefix("Naam=") || $0.hasPrefix("BSN=")
    }
    #expect(fields.suffix(8) == Self.expected[...])
  }

  @Test(arguments: [
    // An empty column and one of units between the name and the value, and before both.
    (
      [["Achternaam", "", "Visser"], ["BSN", "", "999990019"]],
      ["Achternaam=Visser", "BSN=999990019"]
    ),
    (
      [["BSN", "9 cijfers", "999990019"], ["Achternaam", "", "Visser"]],
      ["BSN=9 cijfers", "BSN=999990019", "Achternaam=Visser"]
    ),
    (
      [["", "Achternaam", "Visser"], ["", "BSN", "999990019"]],
      ["Achternaam=Visser", "BSN=999990019"]
    ),
    // Two names and values in a row.
    (
      [
        ["Achternaam", "Visser", "", "BSN", "999990019"],
        ["Voornaam", "Sanne", "", "Plaats", "Zwolle"],
      ],
      ["Achternaam=Visser", "BSN=999990019", "Voornaam=Sanne", "Plaats=Zwolle"]
    ),
  ])
  func `labels the values of a sheet by the names before them`(
    rows: [[String]], expected: [String]
  ) {
    #expect(Self.sheet(rows).filter { $0.contains("=") } == expected)
  }

  // MARK: Documents

  @Test(arguments: [[groups, names], [names, groups]])
  func `takes the row that names values for the header of a table`(header: [[String]]) {
    let fields = Self.document(header + Self.people)
    #expect(fields.suffix(8) == Self.expected[...])
  }

  @Test(arguments: [
    (
      [["Achternaam", "", "Visser"], ["BSN", "", "999990019"]],
      ["Achternaam=Visser", "BSN=999990019"]
    ),
    (
      [["Achternaam", "Visser", "BSN", "999990019"], ["Voornaam", "Sanne", "Plaats", "Zwolle"]],
      ["Achternaam=Visser", "BSN=999990019", "Voornaam=Sanne", "Plaats=Zwolle"]
    ),
    // A header stays one where the row below begins with a value.
    (
      [["Naam", "Kamer", "Telefoon", "Toestel"], ["Jan", "12", "06-1", "3"]],
      ["Naam=Jan", "Kamer=12", "Telefoon=06-1", "Toestel=3"]
    ),
  ])
  func `labels the values of a table by the names before them`(
    rows: [[String]], expected: [String]
  ) {
    #expect(Self.document(rows).filter { $0.contains("=") } == expected)
  }

  private static let expected = people.flatMap { row in
    zip(names, row).map { "\($0)=\($1)" }
  }

  private static func sheet(_ rows: [[String]]) -> [String] {
    var sheet = SheetText()
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        sheet.append(Array(cell.utf8), row: row + 1, column: column + 1)
      }
    }
    var sink = RecordingSink()
    sheet.finish(into: &sink)
    return sink.fields.map { field in field.label.map { "\($0)=\(field.text)" } ?? field.text }
  }

  private static func document(_ rows: [[String]]) -> [String] {
    var text = DocumentText()
    text.beginTable()
    for row in rows {
      for cell in row {
        text.beginCell()
        text.append(cell)
        text.endCell()
      }
      text.endRow()
    }
    text.endTable()
    var sink = RecordingSink()
    text.finish(into: &sink)
    return sink.fields.map { field in field.label.map { "\($0)=\(field.text)" } ?? field.text }
  }
}
