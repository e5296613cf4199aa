import Testing

@testable import Extraction

@Suite struct PDFBoxesTests {
  /// Draws each letter in the middle of a box; a space leaves a box free.
  private func boxes(
    _ letters: String, x: Double, y: Double, size: Double = 8, pitch: Double = 14.2
  ) -> String {
    letters.enumerated().filter { $1 != " " }.map { index, letter in
      let start = x + Double(index) * pitch + (pitch - 0.556 * size) / 2
      return "BT /F1 \(size) Tf \(start) \(y) Td (\(letter)) Tj ET"
    }.joined(separator: "\n")
  }

  private func words(_ content: String) -> [String] {
    DocumentRecording(of: PDFBuilder.page(content)).text(at: "1").split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
  }

  private func text(_ text: String, x: Double, y: Double) -> String {
    "BT /F1 9 Tf \(x) \(y) Td (\(text)) Tj ET"
  }

  @Test(arguments: [(8.0, 14.2), (6.0, 17.0), (7.0, 14.2), (10.0, 14.2), (8.0, 10.0)])
  func `joins digits that stand in boxes of their own`(size: Double, pitch: Double) {
    let content =
      text("BSN", x: 50, y: 700) + "\n"
      + boxes("999990019", x: 150, y: 700, size: size, pitch: pitch)
    #expect(words(content) == ["BSN 999990019"])
  }

  @Test func `joins letters in boxes, and groups of boxes with a space`() {
    let content = [
      text("Geboortedatum", x: 50, y: 700), boxes("14 03 1985", x: 150, y: 700),
      text("IBAN", x: 50, y: 670), boxes("NL91 ABNA 0417 1643 00", x: 150, y: 670),
      text("Achternaam", x: 50, y: 640), boxes("VRIES", x: 150, y: 640),
    ]
    #expect(
      words(content.joined(separator: "\n")) == [
        "Geboortedatum 14 03 1985", "IBAN NL91 ABNA 0417 1643 00", "Achternaam VRIES",
      ])
  }

  @Test func `joins letters that character spacing puts into boxes`() {
    let content = "BT /F1 8 Tf 9.75 Tc 150 700 Td (999990019) Tj ET"
    #expect(words(content) == ["999990019"])
  }

  @Test func `leaves the cells of narrow columns apart`() {
    let header = (1...9).map { text("v\($0)", x: 150 + Double($0 - 1) * 14.2 + 2.3, y: 700) }
    let rows = [680.0, 660, 640].map { boxes("413254123", x: 150, y: $0) }
    let lines = words((header + rows).joined(separator: "\n"))
    #expect(lines.dropFirst() == ["4 1 3 2 5 4 1 2 3", "4 1 3 2 5 4 1 2 3", "4 1 3 2 5 4 1 2 3"])
  }

  @Test(arguments: ["123456789", "ABCDEF", "XXXXXXXX"])
  func `leaves apart what counts or crosses`(letters: String) {
    let apart = letters.map(String.init).joined(separator: " ")
    #expect(words(boxes(letters, x: 150, y: 700)) == [apart])
  }
}
