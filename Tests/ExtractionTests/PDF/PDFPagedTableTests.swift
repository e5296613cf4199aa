import Testing

@testable import Extraction

/// Tables of a PDF that go on over pages, as lists do that are printed from spreadsheets.
@Suite struct PDFPagedTableTests {
  private static let head = "50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 70 0 Td (Woonplaats) Tj"
  private static let first = rows(from: 683, "Vliet", "999990019", "Bakker", "999990020")
  private static let next = rows(from: 700, "Hof", "999990032", "Smit", "999990044")

  @Test func `goes on with the names of the columns on the next pages`() {
    let last = rows(from: 700, "Dam", "999990056", "Berg", "999990068")
    let fields = labelled([text(Self.head) + Self.first, Self.next, last])
    #expect(fields.count { $0.hasPrefix("Naam=") } == 6)
    #expect(fields.suffix(6).prefix(3) == ["Naam=Dam", "BSN=999990056", "Woonplaats=Urk"])
  }

  @Test func `goes on between lines at the ends of pages`() {
    let foot = text("50 40 Td (Pagina 1 van 2) Tj")
    let top = text("50 760 Td (Overzicht) Tj")
    let fields = labelled([text(Self.head) + Self.first + foot, top + Self.next])
    #expect(fields.contains("BSN=999990032"))
  }

  @Test func `parts columns as on the page before`() {
    // No cell of the second page leaves more room before the place than a space.
    let next = [(700, "999990032"), (683, "999990044"), (666, "999990056")].map { y, number in
      text("50 \(y) Td (Dam) Tj 90 0 Td (\(number)) Tj 48 0 Td (Ede) Tj")
    }
    let head = text("50 700 Td (Naam) Tj 90 0 Td (BSN) Tj 48 0 Td (Plaats) Tj")
    let rows = [(683, "999990019"), (666, "999990020")].map { y, number in
      text("50 \(y) Td (Vliet) Tj 90 0 Td (\(number)) Tj 48 0 Td (Urk) Tj")
    }
    let fields = labelled([head + rows.joined(), next.joined()])
    #expect(fields.suffix(3) == ["Naam=Dam", "BSN=999990056", "Plaats=Ede"])
  }

  // As spreadsheets print them.
  @Test func `goes on with a row whose cells end at its bottom`() {
    func row(_ y: Int, _ name: String, _ number: String, _ place: String) -> String {
      text("50 \(y) Td (\(name)) Tj 90 0 Td (\(number)) Tj 70 0 Td (\(place)) Tj")
    }
    func front(_ y: Int, _ place: String) -> String { text("210 \(y) Td (\(place)) Tj") }
    let first =
      row(676, "Vliet", "999990019", "Pekela") + row(652, "Bakker", "999990020", "Urk")
      + row(628, "Postma", "999990068", "Zee") + front(687, "Nieuwe") + front(639, "Bergen aan")
    let next =
      row(689, "Hof", "999990032", "Tonge") + row(665, "Smit", "999990044", "aan Zee")
      + row(641, "Dam", "999990056", "Ede") + front(700, "Nieuwe") + front(676, "Katwijk")
    let fields = labelled([text(Self.head) + first, next])
    #expect(
      fields.filter { $0.hasPrefix("Woonplaats=") } == [
        "Woonplaats=Nieuwe Pekela", "Woonplaats=Urk", "Woonplaats=Bergen aan Zee",
        "Woonplaats=Nieuwe Tonge", "Woonplaats=Katwijk aan Zee", "Woonplaats=Ede",
      ])
    #expect(fields.contains("BSN=999990032"))
  }

  @Test(arguments: [
    // Another header, of words that name no fields.
    text("50 700 Td (Kleur) Tj 90 0 Td (Order) Tj 70 0 Td (Maat) Tj")
      + rows(from: 683, "rood", "999990032", "groen", "999990044"),
    // Other columns.
    rows(from: 700, "Hof", "999990032", "Smit", "999990044", columns: [150, 300, 450]),
    // Text above.
    [780, 768, 756, 744, 732].map { text("50 \($0) Td (Wij lezen en schrijven.) Tj") }.joined()
      + rows(from: 700, "Hof", "999990032", "Smit", "999990044"),
  ])
  func `names no columns of another table`(page: String) {
    let fields = labelled([text(Self.head) + Self.first, page])
    #expect(fields.contains("BSN=999990020"))
    #expect(!fields.contains("BSN=999990032"))
  }

  @Test func `names no columns where text follows the table`() {
    let prose = [600, 588, 576, 564, 552].map { text("50 \($0) Td (Wij lezen en schrijven.) Tj") }
    let fields = labelled([text(Self.head) + Self.first + prose.joined(), Self.next])
    #expect(!fields.contains("BSN=999990032"))
  }

  private func labelled(_ pages: [String]) -> [String] {
    DocumentRecording(of: PDFBuilder.pages(pages)).allFields.filter { $0.contains("=") }
  }
}

private func text(_ operators: String) -> String { "BT /F1 9 Tf \(operators) ET\n" }

/// Two rows of names and numbers.
private func rows(
  from top: Int, _ texts: String..., columns: [Int] = [50, 140, 210]
) -> String {
  stride(from: 0, to: texts.count, by: 2).map { index in
    let y = top - 17 * index / 2
    return text("\(columns[0]) \(y) Td (\(texts[index])) Tj")
      + text("\(columns[1]) \(y) Td (\(texts[index + 1])) Tj")
      + text("\(columns[2]) \(y) Td (Urk) Tj")
  }.joined()
}
