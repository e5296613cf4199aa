import Extraction
import Testing

/// The records are written as the file formats of Lotus say.
@Suite struct LotusReaderTests {
  // MARK: Release 2

  @Test func `cells have the names of their columns`() {
    let sheet = sheet1([
      (0x0F, cell(0, 0) + Array("'Naam\0".utf8)), (0x0F, cell(1, 0) + Array("^BSN\0".utf8)),
      (0x0F, cell(2, 0) + Array("\"Geboortedatum\0".utf8)),
      (0x0F, cell(0, 1) + Array("'Jansen\0".utf8)), (0x0E, cell(1, 1) + double(111_222_333)),
      (0x0D, cell(2, 1, format: 0xF9) + [0x39, 0x30]),
      (0x10, cell(1, 2) + double(2.5) + [0, 0]), (0x0D, cell(0, 2) + [0xFE, 0xFF]),
    ])
    let recording = DocumentRecording(of: sheet)
    // 12345 days after 1899-12-30; the number itself stands behind it, as for every date of a sheet.
    #expect(
      recording.fields() == [
        "Naam", "BSN", "Geboortedatum", "Naam=Jansen", "BSN=111222333",
        "Geboortedatum=18-10-1933 = 12345", "Naam=-2", "BSN=2.5",
      ])
    #expect(recording.outcome == "lotus complete")
    #expect(recording.faults == [])
  }

  @Test func `the text of a formula is that of its cell`() {
    let sheet = sheet1([
      (0x10, cell(0, 0) + [0, 0, 0, 0, 0, 0, 0xF8, 0x7F] + [0, 0]),
      (0x33, cell(0, 0) + Array("Jansen\0".utf8)),
    ])
    #expect(DocumentRecording(of: sheet).fields() == ["Jansen"])
  }

  @Test(arguments: [UInt8(0x82), 0xE9])
  func `reads accents of DOS, and those of Lotus itself`(letter: UInt8) {
    let sheet = sheet1([(0x0F, cell(0, 0) + Array("'Ren".utf8) + [letter, 0])])
    #expect(DocumentRecording(of: sheet).fields() == ["René"])
  }

  @Test func `headers and footers are texts of their own`() {
    let sheet = sheet1([
      (0x26, Array("Salarissen".utf8) + [UInt8](repeating: 0, count: 232)),
      (0x25, Array("Vertrouwelijk\0".utf8)),
    ])
    let recording = DocumentRecording(of: sheet)
    #expect(recording.fields(at: "header") == ["Salarissen"])
    #expect(recording.fields(at: "footer") == ["Vertrouwelijk"])
  }

  @Test func `a worksheet under a password is encrypted`() {
    let sheet = sheet1([(0x4B, [1, 2, 3, 4]), (0x0F, [9, 9, 9, 9, 9, 9])])
    #expect(DocumentRecording(of: sheet).outcome == "lotus encrypted")
  }

  @Test func `worksheets of Works begin with another record`() {
    var sheet = sheet1([
      (0x0F, [0, 0, 0, 0, 0, 0] + Array("Jansen\0".utf8)),
      (0x0E, [1, 0, 0, 0, 0, 0] + double(111_222_333)),
    ])
    sheet[0] = 0xFF
    sheet[4] = 4
    #expect(DocumentRecording(of: sheet).fields() == ["Jansen", "111222333"])
  }

  // MARK: Release 3

  @Test func `sheets have their names, or their letters`() {
    let sheets = sheet3([
      (0x1B, [0xB0, 0x36, 0, 0] + Array("Personeel\0".utf8)),
      (0x16, [0, 0, 0, 0] + Array("'Ren".utf8) + [0x82, 0]),
      (0x16, [0, 0, 1, 0] + Array("'Andr".utf8) + [0x01, 0x82, 0x20, 0x14, 0x20, 0xAC, 0]),
    ])
    let recording = DocumentRecording(of: sheets)
    #expect(recording.fields(at: "Personeel") == ["René"])
    #expect(recording.fields(at: "B") == ["André €"])
    #expect(recording.outcome == "lotus complete")
  }

  @Test(
    arguments: [
      // 123456789 and -0.5 as ten bytes, a formula, whole and small numbers, 12.34 and -5000, and a double.
      (0x17, [0, 0, 0, 0, 0xA0, 0xA2, 0x79, 0xEB, 0x19, 0x40], "123456789"),
      (0x17, [0, 0, 0, 0, 0, 0, 0, 0x80, 0xFE, 0xBF], "-0.5"),
      (0x19, [0, 0, 0, 0, 0, 0, 0, 0x80, 0xFF, 0x3F, 3], "1"),
      (0x18, [0x06, 0], "3"), (0x18, [0x31, 0], "15000"), (0x18, [0xF5, 0xFF], "-0.05"),
      (0x25, [0x92, 0x34, 0x01, 0], "12.34"), (0x25, [0x63, 0x01, 0, 0], "-5000"),
      (0x27, [0, 0, 0, 0, 0, 0, 0x04, 0x40], "2.5"),
    ] as [(UInt8, [UInt8], String)])
  func `reads numbers in all their forms`(type: UInt8, value: [UInt8], text: String) {
    #expect(
      DocumentRecording(of: sheet3([(type, [0, 0, 0, 0] + value)])).fields(at: "A") == [text])
  }

  @Test func `a row tells which of its cells are dates`() {
    let sheets = sheet3([
      (0x13, [0, 0, 0, 0, 0xFF, 0, 0, 0x80, 1, 0xF9, 0, 0, 0]),
      (0x13, [0, 2, 1, 0, 0, 0, 0, 0]),
      (0x18, [0, 0, 0, 1, 0x72, 0x60]), (0x18, [0, 0, 0, 2, 0x72, 0x60]),
      (0x18, [1, 0, 0, 2, 0x72, 0x60]),
    ])
    // 12345 days after 1899-12-30; the number itself stands behind it, as for every date of a sheet.
    #expect(
      DocumentRecording(of: sheets).fields(at: "A") == [
        "12345", "18-10-1933 = 12345", "18-10-1933 = 12345",
      ])
  }

  @Test func `a line that ends in a cell keeps its words apart`() {
    let sheets = sheet3([
      (0x16, [0, 0, 0, 0] + Array("'Jansen".utf8) + [0x0F, 0x2A] + Array("Ede\0".utf8))
    ])
    #expect(DocumentRecording(of: sheets).fields(at: "A") == ["Jansen\nEde"])
  }

  @Test func `sheets under a password are encrypted`() {
    #expect(
      DocumentRecording(of: sheet3([(0x02, [UInt8](repeating: 7, count: 16))])).outcome
        == "lotus encrypted")
  }

  // MARK: Damage

  @Test func `sheets that are cut off give the cells that are there, and say so`() {
    let sheet = sheet1([(0x0F, cell(0, 0) + Array("'Anna\0".utf8))])
    let recording = DocumentRecording(of: Array(sheet.dropLast(2)))
    #expect(recording.fields() == ["Anna"])
    #expect(recording.outcome == "lotus malformed")
  }

  @Test func `no cut of a sheet ends the reader`() {
    let sheets = [
      sheet1([
        (0x0F, cell(0, 0) + Array("'Anna\0".utf8)), (0x0E, cell(1, 0) + double(1)), (0x26, [0x41]),
      ]),
      sheet3([
        (0x13, [0, 0, 0, 0, 0xFF, 0, 0, 0x80, 1]), (0x16, [0, 0, 0, 0, 0x27, 0x14, 0xF6, 0x41, 0]),
        (0x17, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x80, 0xFF, 0x3F]),
      ]),
    ]
    for sheet in sheets {
      for count in 0..<sheet.count {
        #expect(DocumentRecording(of: Array(sheet.prefix(count))).faults == [])
      }
    }
  }

  private func cell(_ column: UInt8, _ row: UInt8, format: UInt8 = 0xFF) -> [UInt8] {
    [format, column, 0, row, 0]
  }

  private func double(_ number: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
  }

  private func sheet1(_ records: [(UInt8, [UInt8])]) -> [UInt8] {
    [0, 0, 2, 0, 6, 4] + file(records)
  }

  private func sheet3(_ records: [(UInt8, [UInt8])]) -> [UInt8] {
    [0, 0, 0x1A, 0, 0, 0x10, 4, 0] + [UInt8](repeating: 0, count: 22) + file(records)
  }

  private func file(_ records: [(UInt8, [UInt8])]) -> [UInt8] {
    records.flatMap { [$0.0, 0, UInt8($0.1.count), 0] + $0.1 } + [1, 0, 0, 0]
  }
}
