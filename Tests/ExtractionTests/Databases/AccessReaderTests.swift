import Extraction
import Testing

@Suite struct AccessReaderTests {
  @Test func `says that a database is encrypted`() {
    var bytes = header(version: 2)
    bytes[0x299] = 0x10
    #expect(DocumentRecording(of: bytes).outcome == "access encrypted")
  }

  @Test func `says that a database without a catalog is malformed`() {
    #expect(DocumentRecording(of: header(version: 1)).outcome == "access malformed")
    #expect(
      DocumentRecording(of: Array(header(version: 1).prefix(100))).outcome == "access malformed")
  }

  @Test func `reads what saved queries name, and no numbers of Access itself`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/queries.mdb"))
    #expect(document.outcome == "access complete")
    #expect(document.fields(at: "Cliënten").contains("BSN=999990019"))
    #expect(
      document.fields(at: "MSysQueries") == [
        "Cliënten", #"[Cliënten].[BSN]="999990007" Or [Naam]="T. Zandstra""#,
      ])
    #expect(document.fields(at: "MSysObjects") == [])
  }

  /// The first pages of a database, with nothing in them.
  private func header(version: UInt8) -> [UInt8] {
    var bytes: [UInt8] = [0, 1, 0, 0] + Array("Standard Jet DB\0".utf8) + [version, 0, 0, 0]
    bytes += [UInt8](repeating: 0, count: 5 * 4096 - bytes.count)
    return bytes
  }
}
