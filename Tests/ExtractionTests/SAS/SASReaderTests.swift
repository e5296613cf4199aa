import Extraction
import Testing

/// The file is of R's haven; those that are written here follow Shotwell's description of the format.
@Suite struct SASReaderTests {
  @Test func `values have the names and labels of their variables`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("sas/plain.sas7bdat"))
    #expect(recording.outcome == "sas7bdat complete")
    #expect(recording.faults == [])
    #expect(
      recording.fields() == [
        "nr (Nummer)=1", "naam=Jansen, Jan", "geb (Geboortedatum)=1960-01-02",
        "gezien=2023-03-03", "bedrag=1234.5", "leeg=5",
        "nr (Nummer)=2", "naam=de Vries, J.P.", "geb (Geboortedatum)=1991-02-03",
        "gezien=2023-03-04", "bedrag=-7.25",
      ])
  }

  @Test func `a file that breaks off is read as far as it goes`() {
    let bytes = ForeignFile.bytes("sas/plain.sas7bdat")
    let recording = DocumentRecording(of: Array(bytes.dropLast(2_000)))
    #expect(recording.fields().first == "nr (Nummer)=1")
    #expect(recording.outcome == "sas7bdat malformed")
  }

  @Test func `no cut of a file ends the reader`() {
    let bytes = ForeignFile.bytes("sas/plain.sas7bdat")
    for count in stride(from: 0, to: bytes.count, by: 509) {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
  }

  // MARK: Written here

  private static let row = "999990019 Jansen      "
  private static let fields = ["BSN=999990019", "NAAM=Jansen"]

  @Test(arguments: [false, true], [false, true])
  func `places are of four or eight bytes, in either order`(isWide: Bool, isBig: Bool) {
    let file = SASFile(isWide: isWide, isBig: isBig, rows: [.plain(Self.row)])
    #expect(DocumentRecording(of: file.bytes).fields() == Self.fields)
    #expect(DocumentRecording(of: file.bytes).outcome == "sas7bdat complete")
  }

  @Test func `runs of a byte are unpacked`() {
    // Ten and six characters as they are, six blanks.
    let plain: [UInt8] = [0x89] + Array("999990019 ".utf8) + [0x85] + Array("Jansen".utf8) + [0xE4]
    // Runs of three nines, of two at-signs, of three stars, of two zeros and of five blanks.
    let runs: [UInt8] =
      [0x81] + Array("99".utf8) + [0xC0, 0x39, 0x84] + Array("0019 ".utf8)
      + [0xD0, 0xC0, 0x2A, 0xF0, 0xE3]
    let file = SASFile(packing: "SASYZCRL", rows: [.packed(plain), .packed(runs)])
    #expect(
      DocumentRecording(of: file.bytes).fields() == Self.fields + ["BSN=999990019", "NAAM=@@***"])
    #expect(DocumentRecording(of: file.bytes).outcome == "sas7bdat complete")
  }

  @Test func `long runs of a byte are unpacked`() {
    let text = String(repeating: "abcdefg", count: 10)
    // 70 characters as they are, 20 blanks, 18 stars.
    let packed: [UInt8] =
      [0x89] + Array("999990019 ".utf8) + [0x00, 6] + Array(text.utf8) + [0x60, 3, 0x40, 0, 0x2A]
    let file = SASFile(packing: "SASYZCRL", nameWidth: 108, rows: [.packed(packed)])
    let name = text + String(repeating: " ", count: 20) + String(repeating: "*", count: 18)
    #expect(DocumentRecording(of: file.bytes).fields() == ["BSN=999990019", "NAAM=\(name)"])
  }

  @Test func `repetitions are unpacked`() {
    // Five nines, eleven characters, six blanks; `123`, six bytes again from three before.
    let runs: [UInt8] = [0x80, 0x08, 0x02, 0x39] + Array("0019 Jansen".utf8) + [0x03, 0x20]
    let copies: [UInt8] =
      [0x14, 0x00] + Array("123".utf8) + [0x60, 0x00] + Array(" ".utf8) + [0x09, 0x20]
    let file = SASFile(packing: "SASYZCR2", rows: [.packed(runs), .packed(copies)])
    #expect(DocumentRecording(of: file.bytes).fields() == Self.fields + ["BSN=123123123"])
    #expect(DocumentRecording(of: file.bytes).outcome == "sas7bdat complete")
  }

  @Test func `long repetitions are unpacked`() {
    // 16 bytes again from three before, 35 stars.
    let packed: [UInt8] =
      [0x00, 0x06] + Array("999990019 abc".utf8) + [0x20, 0x00, 0x00, 0x10, 0x01, 0x2A]
    let file = SASFile(packing: "SASYZCR2", nameWidth: 54, rows: [.packed(packed)])
    let name = "abcabcabcabcabcabca" + String(repeating: "*", count: 35)
    #expect(DocumentRecording(of: file.bytes).fields() == ["BSN=999990019", "NAAM=\(name)"])
  }

  @Test(arguments: ["SASYZCRL", "SASYZCR2"])
  func `a row that cannot be unpacked makes the file partial`(packing: String) {
    let file = SASFile(packing: packing, rows: [.packed([0x30, 0xFF]), .plain(Self.row)])
    #expect(DocumentRecording(of: file.bytes).fields() == Self.fields)
    #expect(DocumentRecording(of: file.bytes).outcome == "sas7bdat malformed")
  }
}
