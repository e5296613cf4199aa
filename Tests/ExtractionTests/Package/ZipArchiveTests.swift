import ScanModel
import Testing

@testable import Extraction

@Suite struct ZipArchiveTests {
  @Test func `gives entries as members and passes over folders`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/deflated.zip"))
    #expect(
      recording.members == [
        "brief.txt text complete", "map/lijst.txt text complete", "zip complete",
      ])
    #expect(recording.text(at: "brief.txt").hasPrefix("Geachte heer Jansen, Geachte"))
    #expect(recording.text(at: "map/lijst.txt").hasPrefix("jan@voorbeeld.nl\n"))
    #expect(recording.faults.isEmpty)
  }

  @Test func `reads entries whose sizes stand behind them`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/descriptor.zip"))
    #expect(recording.text(at: "a.txt") == "streamed with a descriptor 999990019")
    #expect(recording.text(at: "b.txt") == "second entry")
    #expect(recording.outcome == "zip complete")
  }

  @Test func `walks over local headers where the directory is cut off`() {
    let bytes = ForeignFile.bytes("package/descriptor.zip")
    let directory = bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
    let recording = DocumentRecording(of: Array(bytes[..<(directory ?? 0)]))
    #expect(recording.text(at: "a.txt") == "streamed with a descriptor 999990019")
    #expect(recording.text(at: "b.txt") == "second entry")
    #expect(recording.outcome == "zip malformed")
  }

  @Test func `reads both of two archives that follow each other`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/two.zip"))
    #expect(
      recording.members == [
        "brief.txt text complete", "map/lijst.txt text complete", "a.txt text complete",
        "b.txt text complete", "zip malformed",
      ])
  }

  @Test func `an archive in one that broke off is not taken for all of it`() {
    let inner = StoredZip.bytes(["binnen.txt": "BSN 999990019"])
    let outer = StoredZip.bytes(of: [
      ("brief.txt", Array("BSN 999990020".utf8)), ("bijlage.zip", inner),
    ])
    let directoryByteCount = 46 + "brief.txt".utf8.count + 46 + "bijlage.zip".utf8.count + 22
    let recording = DocumentRecording(of: Array(outer.dropLast(directoryByteCount)))
    #expect(recording.text(at: "brief.txt") == "BSN 999990020")
    #expect(recording.text(at: "bijlage.zip/binnen.txt") == "BSN 999990019")
    #expect(recording.outcome == "zip malformed")
  }

  @Test func `text behind an archive is told`() {
    let recording = DocumentRecording(
      of: StoredZip.bytes(["een.txt": "BSN 999990019"]) + Array("BSN 999990020".utf8))
    #expect(recording.text(at: "een.txt") == "BSN 999990019")
    #expect(recording.outcome == "zip malformed")
  }

  @Test func `reads an archive with other bytes behind it`() {
    let bytes = ForeignFile.bytes("package/deflated.zip") + [UInt8](repeating: 0, count: 100_000)
    #expect(DocumentRecording(of: bytes).members.count == 3)
  }

  @Test func `decrypts entries with one of the passwords`() {
    let bytes = ForeignFile.bytes("package/encrypted.zip")
    let passwords = ["geheim", "wachtwoord"].map { Array($0.utf8) }
    let recording = DocumentRecording(of: bytes, passwords: passwords)
    #expect(recording.text(at: "geheim.txt") == "het wachtwoord was goed, jan@voorbeeld.nl")
    #expect(recording.missing.isEmpty)
  }

  @Test func `books entries for which no password fits`() {
    let recording = DocumentRecording(
      of: ForeignFile.bytes("package/encrypted.zip"), passwords: [Array("ander".utf8)])
    #expect(recording.members == ["geheim.txt encrypted", "encrypted-zip complete"])
    #expect(recording.allFields.isEmpty)
  }

  @Test func `decrypts entries under AES with one of the passwords`() {
    let bytes = ForeignFile.bytes("package/aes.zip")
    let passwords = ["ander", "geheim", "welkom01"].map { Array($0.utf8) }
    let recording = DocumentRecording(of: bytes, passwords: passwords)
    #expect(recording.text(at: "kort.txt").contains("999964215"))
    #expect(recording.members == ["kort.txt text complete", "encrypted-zip complete"])
  }

  @Test(arguments: [[], ["ander"]])
  func `books entries under AES that no password opens`(passwords: [String]) {
    let recording = DocumentRecording(
      of: ForeignFile.bytes("package/aes.zip"), passwords: passwords.map { Array($0.utf8) })
    #expect(recording.members == ["kort.txt encrypted", "encrypted-zip complete"])
    #expect(recording.allFields.isEmpty)
  }

  @Test func `reads bytes that many entries share only once`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/overlap.zip"))
    #expect(recording.members.count == 2)
    #expect(recording.missing == ["limit 00001"])
    #expect(recording.outcome == "zip limit")
  }

  @Test func `keeps the text of an entry whose checksum is wrong`() {
    var bytes = StoredZip.bytes(["a.txt": "jan@voorbeeld.nl"])
    let start = bytes.indices.first { bytes[$0...].starts(with: "jan@".utf8) } ?? 0
    bytes[start] = UInt8(ascii: "m")
    let recording = DocumentRecording(of: bytes)
    #expect(recording.text(at: "a.txt") == "man@voorbeeld.nl")
    #expect(recording.members == ["a.txt text malformed", "zip complete"])
  }

  @Test func `does not believe the size that an entry claims`() {
    let small = ForeignFile.bytes("package/deflated.zip")
    var bytes = small
    let directory = bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) } ?? 0
    // The field for the unpacked size.
    for (offset, byte) in [0xFE, 0xFF, 0xFF, 0xFF].enumerated() {
      bytes[directory + 24 + offset] = UInt8(byte)
    }
    let claimed = DocumentRecording(of: bytes)
    #expect(claimed.text(at: "brief.txt") == DocumentRecording(of: small).text(at: "brief.txt"))
  }

  @Test func `reads names in code page 437`() {
    #expect(ZipName.decode([0x63, 0x61, 0x66, 0x82]) == "café")
    #expect(ZipName.decode(Array("café".utf8)) == "café")
  }

  @Test func `an entry that says it is deflated and has no bytes is an empty one`() {
    let bytes = SingleEntryZip.bytes([], named: "_xmlsignatures/origin.sigs", method: 8)
    let archive = ZipArchive(bytes.span, context: ExtractionContext())
    let contents = archive.contents(of: archive.entries[0], in: bytes.span)
    #expect(contents.bytes.isEmpty)
    #expect(contents.failure == nil)
  }

  @Test func `stops at archives in archives`() {
    var bytes = StoredZip.bytes(["a.txt": "jan@voorbeeld.nl"])
    for _ in 0..<12 { bytes = SingleEntryZip.bytes(bytes, named: "a.zip") }
    let recording = DocumentRecording(of: bytes)
    #expect(recording.missing.contains { $0.hasPrefix("limit ") })
  }

  @Test func `survives being cut off or changed anywhere`() {
    let whole = ForeignFile.bytes("package/descriptor.zip")
    for count in whole.indices {
      #expect(DocumentRecording(of: Array(whole[..<count])).faults.isEmpty)
      var changed = whole
      changed[count] ^= 0xFF
      #expect(DocumentRecording(of: changed).faults.isEmpty)
    }
  }
}
