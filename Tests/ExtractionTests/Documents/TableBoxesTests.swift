import Extraction
import ScanModel
import Testing

@Suite struct TableBoxesTests {
  private struct Texts {
    let text: String
    let fields: [RecordingSink.Field]
    let faults: [String]
  }

  @Test(
    arguments: [
      ([["BSN", "9", "9", "9", "9", "9", "0", "0", "1", "9"]], "BSN\t999990019"),
      (
        [["BSN", "9", "", "9", "", "9", "", "9", "", "9", "", "0", "", "0", "", "1", "", "9"]],
        "BSN\t999990019"
      ),
      // A distance that changes, or a value between, ends the run.
      ([["9", "9", "9", "9", "", "9", "0", "0", "1", "9"]], "9\t9\t9\t9\t9\t0\t0\t1\t9"),
      ([["1", "2", "3", "4", "56", "7", "8", "9", "0"]], "1\t2\t3\t4\t56\t7\t8\t9\t0"),
      ([["1", "2", "3", "4"], ["5", "6", "7", "8"]], "1\t2\t3\t4\n5\t6\t7\t8"),
      ([["1", "2", "3", "4", "5", "6", "7"]], "1\t2\t3\t4\t5\t6\t7"),
      ([["X", "", "", "1", "2", "3", "4", "5", "6", "7", "8", "na"]], "X\t12345678\tna"),
      (
        [
          ["1", "2", "3", "4", "5", "6", "7", "8", "", "A", "B", "C", "D", "E", "F", "G", "H", "I"]
        ],
        "12345678\tABCDEFGHI"
      ),
      ([["NL", "N", "L", "0", "0", "T", "E", "S", "T", "0", "1"], ["na"]], "NL\tNL00TEST01\nna"),
    ] as [([[String]], String)])
  func `joins a run of boxes of one row`(rows: [[String]], expected: String) {
    #expect(Self.document(rows).text == expected)
  }

  @Test func `keeps the label of a header over all boxes`() {
    var text = DocumentText()
    text.beginTable()
    for (name, span) in [("Naam", 1), ("BSN", 9), ("Plaats", 1)] {
      text.beginCell(columnCount: span, isHeader: true)
      text.append(name)
      text.endCell()
    }
    text.endRow()
    for value in ["Jan"] + "999990019".map(String.init) + ["Urk"] {
      text.beginCell()
      text.append(value)
      text.endCell()
    }
    text.endRow()
    text.endTable()
    #expect(
      Self.recording(&text).fields.map(\.labelled) == [
        "–=Naam", "–=BSN", "–=Plaats", "Naam=Jan", "BSN=999990019", "Plaats=Urk",
      ])
  }

  @Test func `leaves cells alone whose columns have names`() {
    let names = ["Nr", "aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"]
    let rows = [names, (1...9).map(String.init)]
    #expect(Self.document(rows).text.hasSuffix("1\t2\t3\t4\t5\t6\t7\t8\t9"))
    #expect(Self.sheet(rows).text.hasSuffix("1\t2\t3\t4\t5\t6\t7\t8\t9"))
  }

  @Test func `leaves crosses alone`() {
    let row = ["Jan"] + Array(repeating: "x", count: 12)
    #expect(Self.document([row]).text == row.joined(separator: "\t"))
    #expect(Self.sheet([row]).text == row.joined(separator: "\t"))
  }

  @Test func `does not take a row of boxes for a header`() {
    let row = ["IBAN", "N", "L", "0", "0", "T", "E", "S", "T"]
    #expect(
      Self.document([row, row]).fields.map(\.labelled) == [
        "–=IBAN", "–=NL00TEST", "–=IBAN", "IBAN=NL00TEST",
      ])
  }

  @Test func `joins boxes of a sheet and leaves all other cells in their columns`() {
    let boxes = "999990019".map(String.init)
    let recording = Self.sheet([["BSN"] + boxes + ["", "na"], ["a", "1", "2", "b"]])
    #expect(recording.text == "BSN\t999990019\t\t\t\t\t\t\t\t\t\tna\na\t1\t2\tb")
    #expect(recording.faults == [])
    #expect(
      Self.sheet([["", "1", "", "2", "", "3", "", "4", "", "5", "", "6", "", "7", "", "8"]]).text
        == "\t12345678")
  }

  @Test func `joins boxes of a table of HTML`() {
    let cells = "999990019".map { "<td class=b>\($0)</td>" }.joined()
    let bare = "999990019".map { "<td> <b>\($0)</b> " }.joined()
    #expect(
      Self.page("<table><tr><td>BSN</td>\(cells)</tr></table>na").text == "BSN\t999990019\nna")
    #expect(Self.page("<table><tr><th>BSN\(bare)<tr><td>x</table>").text == "BSN\t999990019\nx")
    #expect(
      Self.page("<table><tr><th>BSN\(bare)</table>").fields.map(\.labelled) == [
        "–=BSN", "BSN=999990019",
      ])
  }

  private static func document(_ rows: [[String]]) -> Texts {
    var text = DocumentText()
    text.beginTable()
    for row in rows {
      for value in row {
        text.beginCell()
        text.append(value)
        text.endCell()
      }
      text.endRow()
    }
    text.endTable()
    return recording(&text)
  }

  private static func recording(_ text: inout DocumentText) -> Texts {
    var sink = RecordingSink()
    text.finish(into: &sink)
    return Texts(text: sink.text, fields: sink.fields, faults: sink.faults)
  }

  private static func sheet(_ rows: [[String]]) -> Texts {
    var text = SheetText()
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        text.append(Array(value.utf8), row: row + 1, column: column + 1)
      }
    }
    var sink = RecordingSink()
    text.finish(into: &sink)
    return Texts(text: sink.text, fields: sink.fields, faults: sink.faults)
  }

  private static func page(_ document: String) -> Recording {
    .markup(Array(document.utf8), isHTML: true, chunkByteCounts: [1, 7])
  }
}
