import ScanModel
import Testing

@Suite struct PlaceTests {
  @Test(
    arguments: [
      (.line(12, column: 5), "12:5"), (.cell(row: 7, column: 3, header: "bsn"), "C7 (bsn)"),
      (.cell(row: 7, column: 28, header: nil), "AB7"),
      (.element(path: "clients.bsn", line: 12), "clients.bsn:12"),
      (.element(path: "", line: 12), "12"), (.record(line: 12, field: "bsn"), "12 (bsn)"),
    ] as [(Place, String)])
  func `is described in short`(place: Place, description: String) {
    #expect(place.description == description)
  }

  static let different: [Place] = [
    .line(1, column: 1), .cell(row: 1, column: 1, header: nil),
    .cell(row: 1, column: 2, header: nil), .cell(row: 1, column: 1, header: "bsn"),
    .element(path: "bsn", line: 1), .element(path: "", line: 1), .record(line: 1, field: "bsn"),
    .record(line: 1, field: ""), .cell(row: 1, column: 1, header: ""),
    .cell(row: 1, column: 1, header: "Privé"), .cell(row: 1, column: 1, header: "Prive\u{301}"),
    .element(path: "a\u{323}\u{307}", line: 1), .element(path: "a\u{307}\u{323}", line: 1),
  ]

  @Test func `is alike only in one column, key or field`() {
    for (index, left) in Self.different.enumerated() {
      for (other, right) in Self.different.enumerated() {
        #expect(left.isAlike(right) == (index == other))
      }
    }
    #expect(Place.line(1, column: 2).isAlike(.line(3, column: 4)))
    #expect(
      Place.cell(row: 1, column: 2, header: "bsn").isAlike(.cell(row: 9, column: 2, header: "bsn")))
  }
}
