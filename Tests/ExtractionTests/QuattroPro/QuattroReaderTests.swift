import Extraction
import Testing

/// The records are written as those of notebooks that Quattro Pro made.
@Suite struct QuattroReaderTests {
  // MARK: DOS

  @Test func `reads the cells of a worksheet of DOS`() {
    let sheet = dos([
      (0x0F, cell(0, 0) + counted("Naam")), (0x0F, cell(1, 0) + counted("BSN")),
      (0x0F, cell(2, 0) + counted("Geboortedatum")),
      (0x0F, cell(0, 1) + [0x27, 4] + Array("Ren".utf8) + [0x82]),
      (0x0E, cell(1, 1) + double(111_222_333)), (0x0D, cell(2, 1, format: 0xF9) + [0x39, 0x30]),
      (0x10, cell(0, 2) + double(.nan) + [0, 0]),
      (0x33, cell(0, 2) + [6] + Array("Jansen".utf8)),
    ])
    let recording = DocumentRecording(of: sheet)
    // 12345 days after 1899-12-30; the number itself stands behind it, as for every date of a sheet.
    #expect(
      recording.fields(at: "A") == [
        "Naam", "BSN", "Geboortedatum", "Naam=René", "BSN=111222333",
        "Geboortedatum=18-10-1933 = 12345", "Naam=Jansen",
      ])
    #expect(recording.outcome == "quattro-pro complete")
    #expect(recording.faults == [])
  }

  // MARK: Windows

  @Test func `sheets for Windows have names or letters, styles, headers and footers`() {
    let recording = DocumentRecording(of: windows(personnel))
    #expect(
      recording.fields(at: "Personeel") == [
        "Naam", "Geboortedatum", "Naam=René", "Geboortedatum=18-10-1933 = 12345",
      ])
    #expect(recording.fields(at: "B") == ["Jansen", "12345"])
    #expect(recording.fields(at: "header") == ["Salarissen"])
    #expect(recording.fields(at: "footer") == ["Vertrouwelijk"])
    #expect(recording.outcome == "quattro-pro complete")
    #expect(recording.faults == [])
  }

  @Test func `release 8 lies in a stream that WordPerfect calls alike`() {
    var file = CompoundFileBuilder()
    file.add("PerfectOffice_MAIN", bytes: [0, 0, 2, 0, 0x07, 0x10] + records(personnel))
    let recording = DocumentRecording(of: file.build())
    #expect(recording.fields(at: "B") == ["Jansen", "12345"])
    #expect(recording.outcome == "ole2 complete")
  }

  @Test func `a notebook under a password is encrypted`() {
    let sheet = windows([(0x4B, [1, 2, 3, 4]), (0x0F, [9, 9, 9, 9, 9, 9, 9, 9])])
    #expect(DocumentRecording(of: sheet).outcome == "quattro-pro encrypted")
  }

  // MARK: Release 9

  @Test func `cells of release 9 lie below each other`() {
    let recording = notebook([
      (0x0A, [2, 0, 0, 0] + style(0x02) + style(0x08)),
      (
        0x407, list([text("Naam"), text("Jansen", flags: 2) + [6, 0, 0, 0, 0, 0], text("de Wit")])
      ),
      (0x601, [0, 0] + [UInt8](repeating: 0, count: 16) + text("Personeel")),
      (0xA01, [0, 0] + [UInt8](repeating: 0, count: 8)),
      // The first text, then two more, then none.
      (
        0xC01,
        [0, 0, 0, 0, 4, 0, 0, 0] + [0x07, 1, 0, 0, 0] + [0x47, 2, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0x01]
      ),
      (0xA01, [1, 0] + [UInt8](repeating: 0, count: 8)),
      // A date, one less each in two rows, a number of eight bytes, and a formula that gives a text.
      (
        0xC01,
        [1, 0, 0, 0, 5, 0, 0, 0] + [0x82, 2, 0, 0x39, 0x30] + [0x63, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF]
          + [0x05] + double(111_222_333) + [0x08] + double(.nan) + [8, 0, 1, 0, 0, 0]
      ),
      (0xC02, [1, 0, 5, 0, 0, 0] + text("Goes")),
    ])
    #expect(
      recording.text(at: "Personeel")
        == "Naam\nJansen\t18-10-1933 = 12345\nde Wit\t-1\n\t-2\n\t111222333\n\tGoes")
    #expect(recording.outcome == "ole2 complete")
    #expect(recording.faults == [])
  }

  @Test(
    arguments: [
      // A kind that is none, and more cells than the record has.
      [0, 0, 0, 0, 1, 0, 0, 0, 0x06, 1], [0, 0, 0, 0, 1, 0, 0, 0, 0x47, 9, 0, 1, 0, 0, 0],
      // Rows that no sheet has, or none of so few bytes.
      [0, 0, 8, 0, 1, 0, 0, 0, 0x02, 1, 0],
      [0xFF, 0xFF, 0xFF, 0x7F, 1, 0, 0, 0, 0x02, 1, 0],
    ] as [[UInt8]])
  func `cells that are none make a notebook malformed`(cells: [UInt8]) {
    #expect(notebook([(0xC01, cells)]).outcome == "ole2 malformed")
  }

  @Test func `no cut of a notebook ends the reader`() {
    for bytes in [windows(personnel), dos([(0x0F, cell(0, 0) + counted("Anna"))])] {
      for count in 0..<bytes.count {
        #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
      }
    }
  }

  // MARK: Files

  private var personnel: [(Int, [UInt8])] {
    [
      (0xCE, [0x02] + [UInt8](repeating: 0, count: 15)),
      (0xCE, [0x08] + [UInt8](repeating: 0, count: 15)),
      (0x26, Array("Salarissen\0".utf8)), (0x25, Array("Vertrouwelijk\0".utf8)),
      (0xCA, [0]), (0xCC, Array("Personeel\0".utf8)),
      (0x0F, [0, 0, 0, 0, 8, 0] + Array("'Naam\0".utf8)),
      (0x0F, [1, 0, 0, 0, 8, 0] + Array("^Geboortedatum\0".utf8)),
      (0x0F, [0, 0, 1, 0, 8, 0] + Array("\0Ren".utf8) + [0xE9, 0]),
      (0x0D, [1, 0, 1, 0, 16, 0, 0x39, 0x30]), (0xCB, [0]),
      (0xCA, [1]), (0x10, [0, 1, 0, 0, 8, 0] + double(.nan) + [0, 0]),
      (0x33, [0, 1, 0, 0, 8, 0] + Array("'Jansen\0".utf8)),
      (0x0E, [1, 1, 0, 0, 8, 0] + double(12345)), (0xCB, [1]),
    ]
  }

  private func dos(_ records: [(Int, [UInt8])]) -> [UInt8] {
    [0, 0, 2, 0, 0x20, 0x51] + self.records(records)
  }

  private func windows(_ records: [(Int, [UInt8])]) -> [UInt8] {
    [0, 0, 2, 0, 0x02, 0x10] + self.records(records)
  }

  private func records(_ records: [(Int, [UInt8])]) -> [UInt8] {
    (records + [(0x01, [])]).flatMap { number($0.0, 2) + number($0.1.count, 2) + $0.1 }
  }

  private func notebook(_ records: [(Int, [UInt8])]) -> DocumentRecording {
    let beginning = (0x01, Array("QPW9".utf8) + [UInt8](repeating: 0, count: 10))
    let end = (0x02, [UInt8](repeating: 0, count: 8))
    let all = [beginning] + records + [end]
    var file = CompoundFileBuilder()
    file.add(
      "NativeContent_MAIN",
      bytes: all.flatMap { number($0.0, 2) + number($0.1.count, 2) + $0.1 })
    return DocumentRecording(of: file.build())
  }

  private func cell(_ column: UInt8, _ row: UInt8, format: UInt8 = 0xFF) -> [UInt8] {
    [format, column, 0, row, 0]
  }

  private func counted(_ text: String) -> [UInt8] {
    [0x27, UInt8(text.utf8.count)] + Array(text.utf8)
  }

  private func text(_ text: String, flags: UInt8 = 0) -> [UInt8] {
    number(text.utf8.count, 2) + [flags] + Array(text.utf8) + [0]
  }

  private func list(_ texts: [[UInt8]]) -> [UInt8] {
    number(texts.count, 4) + [UInt8](repeating: 0, count: 8) + texts.flatMap { $0 }
  }

  private func style(_ format: UInt8) -> [UInt8] {
    [1, 0, format, 0] + [UInt8](repeating: 0, count: 26)
  }

  private func double(_ number: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
  }

  private func number(_ number: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
