import Extraction
import Testing

/// The files are of pandas and of R's foreign package.
@Suite struct StataReaderTests {
  private static let story = "begin" + String(repeating: ".", count: 2990) + " BSN: 999990019"

  @Test(arguments: [114, 117, 118, 119])
  func `values have the names and labels of their variables`(release: Int) {
    let recording = DocumentRecording(of: ForeignFile.bytes("stata/release\(release).dta"))
    let stories =
      release == 114 ? ["kort, van Rene", "kort, van Rene"] : [Self.story, "kort, van René"]
    #expect(recording.outcome == "dta complete")
    #expect(recording.faults == [])
    #expect(
      recording.fields() == [
        "nr (Nummer)=1", "naam=Jansen, Jan", "geb (Geboortedatum)=1960-01-02",
        "gezien=2023-03-03", "bedrag=1234.5", "gesl=Man", "leeg=5", "verhaal=\(stories[0])",
        "nr (Nummer)=2", "naam=de Vries, J.P.", "geb (Geboortedatum)=1991-02-03",
        "gezien=2023-03-04", "bedrag=-7.25", "gesl=Vrouw", "verhaal=\(stories[1])",
      ])
    #expect(
      recording.fields(at: "properties") == ["Monitor van mw. A. Smit", "gesl=Man", "gesl=Vrouw"])
  }

  @Test(arguments: [108, 110])
  func `older releases have shorter names`(release: Int) {
    let recording = DocumentRecording(of: ForeignFile.bytes("stata/release\(release).dta"))
    #expect(recording.outcome == "dta complete")
    #expect(
      recording.fields() == [
        "nr=1", "naam=Jansen, Jan", "geb=1", "gesl=Man",
        "nr=2", "naam=de Vries, J.P.", "geb=11356", "gesl=Vrouw",
      ])
  }

  @Test(arguments: [110, 114, 118])
  func `a file that breaks off is read as far as it goes`(release: Int) throws {
    let bytes = ForeignFile.bytes("stata/release\(release).dta")
    let name = Array("de Vries".utf8)
    let end = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    let recording = DocumentRecording(of: Array(bytes.prefix(end)))
    #expect(recording.fields().contains("naam=Jansen, Jan"))
    #expect(!recording.fields().contains { $0.contains("Vries") })
    #expect(recording.outcome == "dta malformed")
  }

  @Test(arguments: [110, 114, 118])
  func `no cut of a file ends the reader`(release: Int) {
    let bytes = ForeignFile.bytes("stata/release\(release).dta")
    for count in stride(from: 0, to: bytes.count, by: 61) {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
  }

  // MARK: Written here

  /// Notes are characteristics: the name of a variable, or `_dta`, that of what is noted, and a text.
  @Test func `notes stand beside the table`() {
    let file = file(
      notes: [("_dta", "note1", "Gemaakt door A. Smit"), ("bsn", "note1", "Van 999990019")],
      types: [0xFB], names: ["bsn"], formats: ["%8.0g"], rows: [7])
    let recording = DocumentRecording(of: file)
    #expect(recording.outcome == "dta complete")
    #expect(recording.fields(at: "properties") == ["Gemaakt door A. Smit", "bsn=Van 999990019"])
    #expect(recording.fields() == ["bsn=7"])
  }

  /// 101 to 127 are missing values.
  @Test func `a missing number is no value`() {
    let file = file(
      notes: [], types: [0xFB, 0xFB], names: ["a", "b"], formats: ["%8.0g", "%8.0g"],
      rows: [100, 101])
    #expect(DocumentRecording(of: file).fields() == ["a=100"])
  }

  /// Highest byte first: release 113, one byte for each value.
  private func file(
    notes: [(String, String, String)], types: [UInt8], names: [String], formats: [String],
    rows: [UInt8]
  ) -> [UInt8] {
    func padded(_ text: String, _ count: Int) -> [UInt8] {
      Array(text.utf8) + [UInt8](repeating: 0, count: count - text.utf8.count)
    }
    func long(_ number: Int) -> [UInt8] { [0, 0, UInt8(number >> 8), UInt8(number & 0xFF)] }
    var bytes: [UInt8] = [113, 1, 1, 0, 0, UInt8(types.count)] + long(rows.count / types.count)
    bytes += padded("", 81) + padded("03 Jun 2024 09:00", 18) + types
    bytes += names.flatMap { padded($0, 33) } + padded("", 2 * (types.count + 1))
    bytes += formats.flatMap { padded($0, 12) } + names.flatMap { _ in padded("", 33) }
    bytes += names.flatMap { _ in padded("", 81) }
    for (variable, name, text) in notes {
      bytes += [1] + long(67 + text.utf8.count) + padded(variable, 33) + padded(name, 33)
      bytes += padded(text, text.utf8.count + 1)
    }
    return bytes + padded("", 5) + rows
  }
}
