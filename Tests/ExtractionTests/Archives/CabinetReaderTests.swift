import Extraction
import Testing

/// The files are of gcab.
@Suite struct CabinetReaderTests {
  @Test(arguments: ["stored.cab", "packed.cab"])
  func `files are members`(name: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes("archives/\(name)"))
    #expect(recording.outcome == "cab complete")
    #expect(recording.faults == [])
    let letters = recording.texts.filter { $0.place == "map\\brief.txt" }
    #expect(letters.map(\.text) == ["Naam: Jan de Vries\r\nBSN: 999990019\r\n"])
  }

  @Test func `a long file is unpacked whole`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("archives/packed.cab"))
    let text = recording.texts.last?.text ?? ""
    #expect(text == String(repeating: "Het ging goed. ", count: 400) + "Telefoon 06-12345678\n")
  }

  @Test func `a cabinet that breaks off is read as far as it goes`() {
    let bytes = ForeignFile.bytes("archives/packed.cab")
    let recording = DocumentRecording(of: Array(bytes.dropLast(40)))
    #expect(recording.members.contains { $0.contains("malformed") })
    #expect(recording.faults == [])
  }

  @Test func `no cut of a cabinet ends the reader`() {
    let bytes = ForeignFile.bytes("archives/packed.cab")
    for count in 0..<bytes.count {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
  }

  @Test func `more than may be unpacked is told`() {
    var limits = ExtractionLimits()
    limits.unpackedFloor = 100
    limits.unpackedFactor = 1
    let recording = DocumentRecording(
      of: ForeignFile.bytes("archives/packed.cab"), limits: limits)
    #expect(recording.missing.contains { $0.contains("limit") })
  }
}
