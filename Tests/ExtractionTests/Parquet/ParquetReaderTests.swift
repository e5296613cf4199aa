import Extraction
import Testing

/// Tables of made-up people that pyarrow wrote (Fixtures/parquet).
@Suite struct ParquetReaderTests {
  @Test(arguments: [
    "plain", "snappy", "gzip", "zstd", "lz4", "delta", "lengths", "groups",
  ])
  func `gives the rows of a table, however it is packed`(name: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes("parquet/\(name).parquet"))
    #expect(recording.fields() == (0..<30).flatMap(Self.row))
    #expect(recording.outcome == "parquet complete")
    #expect(recording.faults == [])
  }

  /// A row as the table has it.
  private static func row(_ number: Int) -> [String] {
    let cents = number * 100 - 250
    let fraction = ["", ".25", ".5", ".75"][number % 4]
    var row = ["Naam=Wietske Vliet \(number)", "BSN=\(999_990_019 + 11 * number)"]
    if number % 7 != 3 { row.append("Geboortedatum=1980-01-\(padded(1 + number))") }
    row.append("Gewijzigd=2024-05-\(padded(1 + number))")
    row.append("Bedrag=\(cents < 0 ? "-" : "")\(abs(cents) / 100).\(abs(cents) % 100 / 10)")
    row.append("Actief=\(number % 3 == 0)")
    row.append("Score=\(number / 4)\(fraction)")
    return row
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test func `values within values have the names on the way to them, documents are members`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("parquet/nested.parquet"))
    #expect(
      recording.fields(at: "") == [
        "klant.naam=Wietske Vliet", "klant.mail=w.vliet@voorbeeld.nl", "klant.mail=vliet@werk.nl",
        "klant.naam=Sanne Smit", "klant.mail=s.smit@voorbeeld.nl",
      ])
    #expect(recording.text(at: "brief 1").contains("mevrouw W. Vliet te Goes"))
    // Bytes that nobody knows.
    #expect(recording.outcome == "parquet unsupported-members")
  }

  @Test func `reads what was noted`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("parquet/note.parquet"))
    #expect(recording.fields(at: "properties") == ["opmerking=Bron: Jan Jansen"])
  }

  // The number of rows of the first group, twice itself in a byte, stands between the heads of its fields.
  @Test(arguments: [
    ("plain", 30, 29), ("plain", 30, 31), ("zstd", 30, 0), ("groups", 7, 6), ("groups", 7, 60),
  ])
  func `a group with more or fewer rows than it says gives all of them, and is malformed`(
    name: String, rowCount: UInt8, stated: UInt8
  ) throws {
    var bytes = ForeignFile.bytes("parquet/\(name).parquet")
    let place = bytes.indices.first { bytes[$0...].starts(with: [0x16, 2 * rowCount, 0x26]) }
    bytes[try #require(place) + 1] = 2 * stated
    let recording = DocumentRecording(of: bytes)
    #expect(recording.fields() == (0..<30).flatMap(Self.row))
    #expect(recording.outcome == "parquet malformed")
    #expect(recording.faults == [])
  }

  @Test func `lists of rows that their group does not count are given too`() throws {
    var bytes = ForeignFile.bytes("parquet/nested.parquet")
    let place = bytes.indices.first { bytes[$0...].starts(with: [0x16, 2 * 3, 0x26]) }
    bytes[try #require(place) + 1] = 2 * 2
    let fields = DocumentRecording(of: bytes).fields(at: "")
    #expect(fields.suffix(2) == ["klant.naam=Sanne Smit", "klant.mail=s.smit@voorbeeld.nl"])
  }

  @Test func `says that a file is encrypted, or broken off`() {
    var bytes = ForeignFile.bytes("parquet/plain.parquet")
    #expect(DocumentRecording(of: bytes.dropLast(9) + []).outcome == "parquet malformed")
    bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: Array("PARE".utf8))
    #expect(DocumentRecording(of: bytes).outcome == "parquet encrypted")
  }

  @Test func `a schema that says it has less than no columns has none`() {
    // Its only element is called s and has -1 children.
    let footer: [UInt8] = [0x29, 0x1C, 0x48, 1, UInt8(ascii: "s"), 0x15, 1, 0, 0]
    let file = Array("PAR1".utf8) + footer + [UInt8(footer.count), 0, 0, 0] + Array("PAR1".utf8)
    let recording = DocumentRecording(of: file)
    #expect(recording.outcome == "parquet complete")
    #expect(recording.texts.isEmpty)
  }

  @Test(arguments: ["snappy", "zstd", "delta", "nested"])
  func `no changed byte ends the reader, and none lets it go on forever`(name: String) {
    let bytes = ForeignFile.bytes("parquet/\(name).parquet")
    var generator = SplitMix(seed: 31)
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: changed.indices, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      #expect(DocumentRecording(of: changed).faults == [])
    }
  }
}
