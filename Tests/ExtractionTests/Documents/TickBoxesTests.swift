import Extraction
import Testing

@Suite struct TickBoxesTests {
  @Test(
    arguments: [
      ("Geslacht: ☒ man ☐ vrouw", ["–=Geslacht: ☒ ", "Geslacht=man", "–= ☐ vrouw"]),
      ("Geslacht: ☐ man / ☑ vrouw", ["–=Geslacht: ☐ man / ☑ ", "Geslacht=vrouw"]),
      ("Geslacht [x] man [ ] vrouw", ["–=Geslacht [x] ", "Geslacht=man", "–= [ ] vrouw"]),
      // Nothing is ticked, or nothing asks.
      ("Geslacht: ☐ man ☐ vrouw", ["–=Geslacht: ☐ man ☐ vrouw"]),
      ("☒ man", ["–=☒ man"]),
      ("Geslacht: man", ["–=Geslacht: man"]),
    ] as [(String, [String])])
  func `labels the ticked option with the question`(paragraph: String, fields: [String]) {
    #expect(Self.fields(of: [paragraph]) == fields)
  }

  @Test func `labels the ticked options of a list with the text above it`() {
    #expect(
      Self.fields(of: ["Geslacht", "☐ man", "☒ vrouw", "☒ anders"]) == [
        "–=Geslacht", "–=☐ man", "–=☒ ", "Geslacht=vrouw", "–=☒ ", "Geslacht=anders",
      ])
    #expect(Self.fields(of: ["Geslacht", "Let op", "☒ vrouw"]).last == "–=☒ vrouw")
  }

  @Test func `keeps the label of a cell`() {
    var text = DocumentText()
    text.beginTable()
    for row in [["Naam", "Geslacht", "Plaats"], ["Vliet", "☐ man ☒ vrouw", "Urk"]] {
      for value in row {
        text.beginCell()
        text.append(value)
        text.endCell()
      }
      text.endRow()
    }
    text.endTable()
    #expect(Self.fields(of: &text).contains("Geslacht=vrouw"))
  }

  private static func fields(of paragraphs: [String]) -> [String] {
    var text = DocumentText()
    for paragraph in paragraphs { text.addParagraph(Array(paragraph.utf8)) }
    return fields(of: &text)
  }

  private static func fields(of text: inout DocumentText) -> [String] {
    var sink = RecordingSink()
    text.finish(into: &sink)
    return sink.fields.map(\.labelled)
  }
}
