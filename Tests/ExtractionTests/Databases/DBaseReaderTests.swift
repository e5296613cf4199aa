import Extraction
import Testing

@Suite struct DBaseReaderTests {
  @Test func `gives each record a row of cells under the names of the fields`() {
    let table = DBaseTable(
      fields: [("NAAM", "C", 12), ("GEB_DATUM", "D", 8), ("BSN", "N", 9)],
      records: [" Jan de Vries19800512999990019", " Fatima      19910203999992168"])
    let recording = DocumentRecording(of: table.bytes)
    #expect(recording.outcome == "dbase complete")
    #expect(
      recording.fields() == [
        "NAAM=Jan de Vries", "GEB_DATUM=1980-05-12", "BSN=999990019",
        "NAAM=Fatima", "GEB_DATUM=1991-02-03", "BSN=999992168",
      ])
    #expect(recording.faults == [])
  }

  @Test func `records that were deleted still lie in the file, and are read apart`() {
    let table = DBaseTable(
      fields: [("NAAM", "C", 5)], records: [" Anna ", "*Bert ", " Carla"])
    let recording = DocumentRecording(of: table.bytes)
    #expect(recording.fields() == ["NAAM=Anna", "NAAM=Carla"])
    #expect(recording.fields(at: "deleted-text") == ["NAAM=Bert"])
  }

  @Test(
    arguments: [
      // The language drivers of DOS (850), Windows (1252), and none at all.
      (UInt8(0x02), [0x82]), (0x03, [0xE9]), (0x00, [0x82]), (0x00, [0xE9]), (0x00, [0xC3, 0xA9]),
    ] as [(UInt8, [UInt8])])
  func `reads accents in the code page of the table, or in the likely one`(
    driver: UInt8, letter: [UInt8]
  ) {
    var table = DBaseTable(fields: [("NAAM", "C", 6)], records: [" Ren???"])
    table.driver = driver
    table.records[0] =
      [0x20] + Array("Ren".utf8) + letter + [0x20, 0x20, 0x20].prefix(3 - letter.count)
    #expect(DocumentRecording(of: table.bytes).fields() == ["NAAM=René"])
  }

  @Test func `an apostrophe of Windows is no letter of DOS`() {
    var table = DBaseTable(fields: [("PLAATS", "C", 17)], records: [""])
    table.driver = 0x00
    table.records[0] = [0x20, 0x92] + Array("s-Gravenmoer".utf8)
    #expect(DocumentRecording(of: table.bytes).fields() == ["PLAATS=\u{2019}s-Gravenmoer"])
  }

  @Test func `zeros that fill up the texts hide no letter of DOS`() {
    var table = DBaseTable(fields: [("NAAM", "C", 20), ("PLAATS", "C", 8)], records: [""])
    table.driver = 0x00
    table.records[0] =
      [0x20] + Array("Ren".utf8) + [0x82] + [UInt8](repeating: 0, count: 16) + Array("Zeist".utf8)
    #expect(DocumentRecording(of: table.bytes).fields() == ["NAAM=René", "PLAATS=Zeist"])
  }

  @Test func `numbers of Visual FoxPro are read as numbers`() {
    var table = DBaseTable(
      fields: [("NR", "I", 4), ("BEDRAG", "Y", 8), ("DAG", "T", 8)], records: [])
    table.version = 0x30
    // 123456789; 12.3456; 2000-01-01, whose Julian day is 2451545.
    table.records = [
      [0x20] + little(123_456_789, 4) + little(123_456, 8) + little(2_451_545, 4) + little(0, 4)
    ]
    #expect(
      DocumentRecording(of: table.bytes).fields() == [
        "NR=123456789", "BEDRAG=12.3456", "DAG=2000-01-01",
      ])
  }

  @Test func `a memo lies in another file`() {
    let table = DBaseTable(
      fields: [("NAAM", "C", 4), ("MEMO", "M", 10)],
      records: [" Anna         7", " Bert          "])
    let recording = DocumentRecording(of: table.bytes)
    #expect(recording.fields() == ["NAAM=Anna", "NAAM=Bert"])
    #expect(recording.outcome == "dbase complete")
  }

  @Test func `a table that is cut off gives the records that are there, and says so`() {
    let table = DBaseTable(fields: [("NAAM", "C", 4)], records: [" Anna", " Bert", " Cees"])
    let recording = DocumentRecording(of: Array(table.bytes.dropLast(4)))
    #expect(recording.fields() == ["NAAM=Anna", "NAAM=Bert"])
    #expect(recording.outcome == "dbase malformed")
  }

  @Test func `no cut of a table ends the reader`() {
    let table = DBaseTable(
      fields: [("NAAM", "C", 4), ("NR", "I", 4), ("MEMO", "M", 4)],
      records: [" AnnaABCD    ", " BertABCD    "])
    for count in 0..<table.bytes.count {
      #expect(DocumentRecording(of: Array(table.bytes.prefix(count))).faults == [])
    }
  }

  private func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// A table as the specification of dBase III lays it out.
private struct DBaseTable {
  let fields: [(name: String, kind: Character, length: Int)]
  var records: [[UInt8]]
  var version: UInt8 = 0x03
  var driver: UInt8 = 0x03

  init(fields: [(name: String, kind: Character, length: Int)], records: [String]) {
    self.fields = fields
    self.records = records.map { Array($0.utf8) }
  }

  var bytes: [UInt8] {
    let length = 1 + fields.reduce(0) { $0 + $1.length }
    let start = 32 + 32 * fields.count + 1
    var bytes: [UInt8] = [version, 99, 12, 31]
    bytes += [UInt8(records.count), 0, 0, 0]
    bytes += [UInt8(start & 0xFF), UInt8(start >> 8), UInt8(length & 0xFF), UInt8(length >> 8)]
    bytes += [UInt8](repeating: 0, count: 17) + [driver, 0, 0]
    for field in fields {
      bytes += Array(field.name.utf8) + [UInt8](repeating: 0, count: 11 - field.name.utf8.count)
      bytes += [field.kind.asciiValue ?? 0, 0, 0, 0, 0, UInt8(field.length)]
      bytes += [UInt8](repeating: 0, count: 15)
    }
    bytes.append(0x0D)
    for record in records {
      bytes += record + [UInt8](repeating: 0x20, count: max(0, length - record.count))
    }
    return bytes + [0x1A]
  }
}
