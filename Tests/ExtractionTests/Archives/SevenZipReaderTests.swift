import ContentTypes
import Extraction
import ScanModel
import Testing

@Suite struct SevenZipReaderTests {
  private static let letter = "Jan Voorbeeld, BSN 999990019, jan@example.nl\n"
  private let passwords = [Array("geheim".utf8)]

  @Test(arguments: [
    "locked", "locked-names", "locked-lone", "locked-plain-header", "locked-copy", "locked-lzma",
    "locked-bzip2", "locked-deflate", "locked-deflate64", "locked-bcj", "locked-ppmd", "quick",
    "quick-names",
  ])
  func `opens archives under a password`(name: String) {
    let document = DocumentRecording(
      of: ForeignFile.bytes("archives/\(name).7z"), passwords: passwords)
    #expect(document.text(at: "brief.txt") == Self.letter)
    #expect(document.fields(at: "map/één.csv") == ["naam", "bsn", "naam=Els", "bsn=999999990"])
    #expect(document.outcome == "7z complete")
    #expect(document.faults == [])
  }

  @Test(arguments: ["quick.7z", "quick-names.7z"])
  func `opens archives with one of several passwords`(name: String) {
    let passwords = ["ander", "wachtwoord", "geheim", "nog een"].map { Array($0.utf8) }
    let document = DocumentRecording(
      of: ForeignFile.bytes("archives/\(name)"), passwords: passwords)
    #expect(document.text(at: "brief.txt") == Self.letter)
    #expect(document.outcome == "7z complete")
  }

  @Test(arguments: [[], ["ander"]])
  func `names the files that no password opens`(passwords: [String]) {
    let passwords = passwords.map { Array($0.utf8) }
    let open = DocumentRecording(of: ForeignFile.bytes("archives/locked.7z"), passwords: passwords)
    #expect(open.missing == ["encrypted brief.txt", "encrypted map/één.csv"])
    #expect(open.members == ["leeg.txt empty complete", "7z encrypted"])
    let lone = DocumentRecording(
      of: ForeignFile.bytes("archives/locked-lone.7z"), passwords: passwords)
    #expect(lone.missing == open.missing)
    let hidden = DocumentRecording(
      of: ForeignFile.bytes("archives/locked-names.7z"), passwords: passwords)
    #expect(hidden.members == ["7z encrypted"])
    #expect(hidden.missing.isEmpty)
  }

  @Test(arguments: ["delta.7z", "bcj2.7z", "solid.7z"])
  func `undoes filters`(name: String) {
    let document = DocumentRecording(of: ForeignFile.bytes("archives/\(name)"))
    #expect(document.text(at: "brief.txt") == Self.letter)
    #expect(document.outcome == "7z complete")
  }

  @Test func `reads matches beyond the window of deflate`() {
    let document = DocumentRecording(of: ForeignFile.bytes("archives/deflate64.7z"))
    #expect(document.text(at: "lang.txt") == NumberedLines.text)
    #expect(document.outcome == "7z complete")
  }

  @Test func `books what is damaged, and reads what is not`() {
    // Without packing only the checksum of the first file is wrong.
    let whole = ForeignFile.bytes("archives/copy.7z")
    let start = whole.indices.first { whole[$0...].starts(with: "Voorbeeld".utf8) } ?? 0
    var damaged = whole
    damaged[start] ^= 1
    let document = DocumentRecording(of: damaged)
    #expect(document.members.first == "brief.txt text malformed")
    #expect(document.fields(at: "map/één.csv").contains("bsn=999999990"))
    #expect(document.outcome == "7z malformed")
  }
}

@Suite struct SevenZipReaderHostileTests {
  private let passwords = [Array("geheim".utf8)]

  @Test(arguments: ["quick.7z", "quick-names.7z", "copy.7z", "delta.7z", "bcj2.7z"])
  func `survives the loss of the end at every byte, and wrong bytes`(name: String) {
    let bytes = ForeignFile.bytes("archives/\(name)")
    #expect(!bytes.isEmpty)
    for count in 0..<bytes.count {
      let document = DocumentRecording(of: Array(bytes.prefix(count)), passwords: passwords)
      #expect(document.faults == [])
    }
    for position in 6..<bytes.count {
      for change: UInt8 in [0xFF, 0x01, 0x80] {
        var damaged = bytes
        damaged[position] ^= change
        #expect(DocumentRecording(of: damaged, passwords: passwords).faults == [])
      }
    }
  }

  @Test func `refuses keys that take more than 2^24 rounds`() {
    var bytes = ForeignFile.bytes("archives/locked-plain-header.7z")
    let coder = bytes.indices.first { bytes[$0...].starts(with: [0x06, 0xF1, 0x07, 0x01]) } ?? 0
    // The length of the properties stands before them.
    #expect(bytes[coder + 5] == 0x53)
    bytes[coder + 5] = 0x40 | 25
    let document = DocumentRecording(of: bytes, passwords: passwords)
    #expect(document.missing == ["limit brief.txt", "limit map/één.csv"])
    #expect(document.outcome == "7z limit")
  }

  @Test(
    arguments: [
      // 2^56 - 1 files.
      [0x01, 0x05, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00],
      // As many folders.
      [0x01, 0x04, 0x07, 0x0B, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00],
      // As many packed streams.
      [0x01, 0x04, 0x06, 0x00, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x09],
      // Two coders that are each other's input.
      [
        0x01, 0x04, 0x06, 0x00, 0x00, 0x00, 0x07, 0x0B, 0x01, 0x00, 0x02, 0x01, 0x00, 0x01, 0x00,
        0x00, 0x00, 0x0C, 0x05, 0x05, 0x00, 0x00, 0x05, 0x01, 0x11, 0x03, 0x00, 0x00, 0x00, 0x00,
      ],
      // A header within itself.
      [
        0x17, 0x06, 0x00, 0x01, 0x09, 0x15, 0x00, 0x07, 0x0B, 0x01, 0x00, 0x01, 0x01, 0x00, 0x0C,
        0x15, 0x00, 0x00,
      ],
    ] as [[UInt8]])
  func `takes no memory or time for what a header only claims`(header: [UInt8]) {
    var archive: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 0, 0]
    archive += [0, 0, 0, 0, 0, 0, 0, 0, UInt8(header.count), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    archive += header
    let document = DocumentRecording(of: archive, passwords: passwords)
    #expect(document.members.count == 1)
    #expect(document.outcome != "7z complete")
    #expect(document.faults == [])
  }
}
