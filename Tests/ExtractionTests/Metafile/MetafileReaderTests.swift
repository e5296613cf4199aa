import Testing

@testable import Extraction

@Suite struct MetafileReaderTests {
  @Test(arguments: ["emf", "wmf"])
  func `reads a pasted list with the headers of its columns`(type: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes("metafile/list.\(type)"))
    #expect(recording.outcome == "\(type) complete")
    for field in ["BSN=999990019", "Naam=Piet Puk", "Geboortedatum=12-12-1990"] {
      #expect(recording.allFields.contains(field))
    }
    #expect(recording.faults.isEmpty)
  }

  @Test func `joins pieces of a number that stand next to each other`() {
    let file = MetafileBytes.enhanced([
      MetafileBytes.font(1, height: 10, charset: 0),
      MetafileBytes.text("BSN", x: 0, y: 100, advance: 6),
      MetafileBytes.text("9999", x: 30, y: 100, advance: 5),
      MetafileBytes.text("90019", x: 50, y: 100, advance: 5),
      MetafileBytes.text("Jan", x: 0, y: 130, advance: 6),
    ])
    let text = DocumentRecording(of: file).text()
    #expect(text.split(whereSeparator: \.isWhitespace) == ["BSN", "999990019", "Jan"])
  }

  @Test func `joins letters that are drawn one by one, with a little space between them`() {
    let letters = Array("999990019").enumerated().map { index, letter in
      MetafileBytes.text(String(letter), x: index * 7, y: 0, advance: 5)
    }
    let file = MetafileBytes.enhanced([MetafileBytes.font(1, height: 10, charset: 0)] + letters)
    #expect(DocumentRecording(of: file).text().contains("999990019"))
  }

  /// In Helvetica letters with accents are as wide as those without: 0.556 em.
  @Test func `letters with accents are as wide as others`() {
    #expect(MetafileFont.width(of: Array("é".utf8)) == MetafileFont.width(of: Array("e".utf8)))
  }

  @Test func `follows the transformation of the drawing`() {
    // Half the size: what stands 40 units apart then follows at once.
    let half = [0x3F00_0000, 0, 0, 0x3F00_0000, 0, 0].flatMap { MetafileBytes.little($0) }
    let file = MetafileBytes.enhanced([
      MetafileBytes.font(1, height: 10, charset: 0),
      MetafileBytes.text("9999", x: 0, y: 100, advance: 5),
      MetafileBytes.record(35, half),
      MetafileBytes.font(2, height: 20, charset: 0),
      MetafileBytes.text("90019", x: 40, y: 200, advance: 10),
    ])
    #expect(DocumentRecording(of: file).text().contains("999990019"))
  }

  @Test func `decodes text of 8 bits by the charset of its font`() {
    // RUSSIAN_CHARSET, Windows-1251.
    let file = MetafileBytes.enhanced([
      MetafileBytes.font(1, height: 10, charset: 204),
      MetafileBytes.text("", bytes: [0xC8, 0xE2, 0xE0, 0xED], x: 0, y: 0, advance: 6),
    ])
    #expect(DocumentRecording(of: file).text().contains("Иван"))
  }

  @Test func `reads small texts`() {
    // ETO_NO_RECT and ETO_SMALL_CHARS.
    let body =
      [0, 0, 9, 0x300, 1, 0, 0].flatMap { MetafileBytes.little($0) } + Array("999990019".utf8)
    let file = MetafileBytes.enhanced([MetafileBytes.record(108, body)])
    #expect(DocumentRecording(of: file).text().contains("999990019"))
  }

  @Test func `reads strings of EMF+ unless the other records draw the same`() {
    let string =
      MetafileBytes.little(0) + MetafileBytes.little(0) + MetafileBytes.little(9)
      + [UInt8](repeating: 0, count: 16)
      + Array("999990019".utf16).flatMap { MetafileBytes.little(Int($0), 2) }
    let alone = MetafileBytes.enhanced([
      MetafileBytes.plus(0x4001, 0, [UInt8](repeating: 0, count: 16)),
      MetafileBytes.plus(0x401C, 0, string),
    ])
    #expect(DocumentRecording(of: alone).text().contains("999990019"))
    let dual = MetafileBytes.enhanced([
      MetafileBytes.plus(0x4001, 1, [UInt8](repeating: 0, count: 16)),
      MetafileBytes.plus(0x401C, 0, string),
    ])
    #expect(!DocumentRecording(of: dual).text().contains("999990019"))
  }

  @Test func `says that glyphs of a font alone cannot be read`() {
    let file = MetafileBytes.enhanced([
      MetafileBytes.text("abc", x: 0, y: 0, advance: 5, options: 0x10)
    ])
    #expect(DocumentRecording(of: file).outcome == "emf needs-ocr")
  }

  @Test func `reads both kinds of text of WMF`() {
    let name = MetafileBytes.little(4, 2) + Array("Naam".utf8) + MetafileBytes.little(10, 2)
    let placed = [10, 100, 9, 0].flatMap { MetafileBytes.little($0, 2) }
    let file = MetafileBytes.plain([
      (0x0521, name + MetafileBytes.little(0, 2)),
      (0x0A32, placed + Array("999990019".utf8) + [0]),
    ])
    let text = DocumentRecording(of: file).text()
    #expect(text.split(whereSeparator: \.isWhitespace) == ["Naam", "999990019"])
  }

  @Test(arguments: ["emf", "wmf"])
  func `survives what is cut off or changed anywhere`(type: String) {
    let whole = ForeignFile.bytes("metafile/list.\(type)")
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(DocumentRecording(of: Array(whole[..<count])).faults.isEmpty)
    }
    for index in stride(from: 0, to: whole.count, by: 13) {
      var changed = whole
      changed[index] ^= 0xFF
      #expect(DocumentRecording(of: changed).faults.isEmpty)
    }
  }
}
