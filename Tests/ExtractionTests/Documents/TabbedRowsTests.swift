import ScanModel
import Testing

@testable import Extraction

/// Lists in paragraphs that tabs align.
@Suite struct TabbedRowsTests {
  @Test func `labels what tabs part below the names of columns`() {
    let fields = fields([
      "Deelnemers", "Naam\tGeboren\t\tBSN", "Wietske Vliet\t12-03-1978\t999990019",
      "Jan Bakker \t\t13-04-1981\t999990020", "Wij danken u.",
    ])
    #expect(
      fields == [
        "Deelnemers", "Naam\tGeboren\t\tBSN",
        "Naam=Wietske Vliet", "Geboren=12-03-1978", "BSN=999990019",
        "Naam=Jan Bakker", "Geboren=13-04-1981", "BSN=999990020", "Wij danken u.",
      ])
  }

  @Test(arguments: [
    // Keys and values.
    ["Naam:\tJan", "BSN:\t999990019"],
    ["Naam\tJan Bakker", "Adres\tDorpsweg"],
    // Fewer or more parts.
    ["Naam\tBSN", "Jan\t999990019\tEde"], ["Naam\tBSN\tPlaats", "Jan\t999990019"],
    // Too far below.
    ["Naam\tBSN", "Een.", "Twee.", "Drie.", "Jan\t999990019"],
    // Values.
    ["Jan\t1\tEde", "Piet\t2\tUrk"],
  ])
  func `leaves other paragraphs as they are`(paragraphs: [String]) {
    #expect(fields(paragraphs) == paragraphs)
  }

  @Test func `goes on over lines between rows`() {
    let fields = fields(["Naam\tBSN", "Groep A", "Jan\t999990019", "Groep B", "Piet\t999990020"])
    #expect(fields.suffix(3) == ["Groep B", "Naam=Piet", "BSN=999990020"])
  }

  private func fields(_ paragraphs: [String]) -> [String] {
    var text = DocumentText()
    for paragraph in paragraphs { text.addParagraph(Array(paragraph.utf8)) }
    var sink = RecordingSink()
    text.finish(into: &sink)
    return sink.fields.map(\.labelled).map {
      $0.hasPrefix("–=") ? String($0.dropFirst(2)) : $0
    }
  }
}
