import Extraction
import Testing

@Suite struct PostgresDumpReaderTests {
  @Test(arguments: ["packed.dump", "plain.dump"])
  func `gives the rows of tables with the names of their columns`(name: String) {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/\(name)"))
    #expect(
      document.fields(at: "public.klant") == [
        "id=1", "naam=Jan\tTab\nregel \\", "bsn \"nr\"=999990019", "id=2",
        "bsn \"nr\"=999999990",
      ])
    #expect(document.outcome == "pg-dump complete")
    #expect(document.faults == [])
  }

  @Test func `gives the rows of tables that are files of a tar`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/klant.tar"))
    #expect(
      document.fields(at: "3347.dat/public.klant") == [
        "id=1", "naam=Jan\tTab\nregel \\", "bsn \"nr\"=999990019", "id=2",
        "bsn \"nr\"=999999990",
      ])
    #expect(
      document.fields(at: "3349.dat/eigen ruimte.post \"in\"") == ["iban=NL91ABNA0417164300"])
    #expect(document.text(at: "blob_4711.dat") == "groot object els@example.nl")
    #expect(document.members.contains("toc.dat pg-dump complete"))
    #expect(document.outcome == "tar complete")
    #expect(document.faults == [])
  }

  @Test func `gives large objects as members`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/packed.dump"))
    #expect(document.text(at: "large object 4711") == "groot object els@example.nl")
  }

  @Test func `gives the statements that make what is dumped`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/packed.dump"))
    #expect(document.text().contains("Vragen aan jan@example.nl"))
  }

  @Test func `reads rows that are statements`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/inserts.dump"))
    #expect(document.fields(at: "public.klant").contains { $0.hasSuffix("999990019") })
  }

  @Test(arguments: ["packed.dump", "plain.dump"])
  func `survives the loss of the end at every byte, and wrong bytes`(name: String) {
    let bytes = ForeignFile.bytes("databases/\(name)")
    for count in 0..<bytes.count {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
    for position in 5..<bytes.count {
      var damaged = bytes
      damaged[position] ^= 0xFF
      #expect(DocumentRecording(of: damaged).faults == [])
    }
  }

  @Test func `books what is packed in a way that is not known`() {
    // Version 1.15 has a byte for the way of packing where 1.14 has a number: 2 is lz4.
    var bytes = ForeignFile.bytes("databases/plain.dump")
    #expect(Array(bytes[5...6]) == [1, 14])
    bytes[6] = 15
    bytes.replaceSubrange(11..<16, with: [2])
    let document = DocumentRecording(of: bytes)
    #expect(document.missing.first == "unsupported-members public.klant")
    #expect(document.outcome == "pg-dump unsupported-members")
  }
}
