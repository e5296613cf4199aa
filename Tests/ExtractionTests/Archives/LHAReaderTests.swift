import Extraction
import Testing

/// The files are of jLHA.
@Suite struct LHAReaderTests {
  @Test(arguments: ["stored.lzh", "lh5.lzh", "lh6.lzh", "lh7.lzh"])
  func `files are members`(name: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes("archives/\(name)"))
    #expect(recording.text(at: "brief.txt") == "Jan Voorbeeld, BSN 999990019, jan@example.nl\n")
    #expect(recording.outcome == "lha complete")
    #expect(recording.faults == [])
  }

  @Test(arguments: ["lh5.lzh", "lh6.lzh", "lh7.lzh"])
  func `what is packed is unpacked whole, under its folder`(name: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes("archives/\(name)"))
    #expect(recording.fields(at: "map/één.csv").contains("bsn=999999990"))
    #expect(
      recording.text(at: "lang.txt")
        == String(repeating: "Het ging goed. ", count: 400) + "Telefoon 06-12345678\n")
  }

  @Test func `what lies behind the mark of the end is nothing of it`() {
    let bytes = ForeignFile.bytes("archives/lh5.lzh") + Array("einde".utf8)
    #expect(DocumentRecording(of: bytes).outcome == "lha complete")
  }

  @Test func `an archive that breaks off is read as far as it goes`() {
    let bytes = ForeignFile.bytes("archives/lh5.lzh")
    for count in 60..<bytes.count {
      let recording = DocumentRecording(of: Array(bytes.prefix(count)))
      #expect(recording.outcome == "lha malformed")
      #expect(recording.faults == [])
    }
    let recording = DocumentRecording(of: Array(bytes.dropLast(1)))
    #expect(recording.text(at: "brief.txt").hasPrefix("Jan Voorbeeld"))
  }

  @Test func `content that is not what its checksum says is told`() {
    var bytes = ForeignFile.bytes("archives/stored.lzh")
    // The first letter of the letter: "Jan" becomes "Kan".
    bytes[bytes.count - 46] += 1
    let recording = DocumentRecording(of: bytes)
    #expect(recording.text(at: "brief.txt").hasPrefix("Kan"))
    #expect(recording.outcome == "lha malformed")
  }

  @Test func `a way of packing that nobody knows is told`() {
    var bytes = ForeignFile.bytes("archives/stored.lzh")
    // lh2, and the sum of the header, which is two more.
    bytes[5] += 2
    bytes[1] += 2
    #expect(DocumentRecording(of: bytes).outcome == "lha unsupported-members")
  }

  @Test func `no changed byte ends the reader`() {
    let bytes = ForeignFile.bytes("archives/lh7.lzh")
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x55
      #expect(DocumentRecording(of: damaged).faults == [])
    }
  }

  @Test func `more than may be unpacked is told`() {
    var limits = ExtractionLimits()
    limits.unpackedFloor = 100
    limits.unpackedFactor = 1
    let recording = DocumentRecording(of: ForeignFile.bytes("archives/lh5.lzh"), limits: limits)
    #expect(recording.outcome == "lha limit")
  }
}
