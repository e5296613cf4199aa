import Extraction
import Testing

@Suite struct ArchiveReaderTests {
  @Test(arguments: [
    "ustar.tar", "pax.tar.gz", "gnu.tar.bz2", "gnu.tar.xz", "gnu.tar.zst", "gnu.tar.lz4",
    "gnu.tar.Z", "gnu.tar.lz", "newc.cpio", "solid.7z",
  ])
  func `gives the files of an archive under their names`(name: String) {
    let document = DocumentRecording(of: ForeignFile.bytes("archives/\(name)"))
    #expect(document.text(at: "brief.txt") == "Jan Voorbeeld, BSN 999990019, jan@example.nl\n")
    #expect(document.fields(at: "map/één.csv").contains("bsn=999999990"))
    #expect(document.outcome.hasSuffix(" complete"))
    #expect(document.members.count == 3)
    #expect(document.faults == [])
  }

  @Test func `a tar without its end may lack files`() {
    let whole = ForeignFile.bytes("archives/ustar.tar")
    let last = whole.lastIndex { $0 != 0 } ?? 0
    let end = (last / 512 + 1) * 512
    let cut = DocumentRecording(of: Array(whole[..<end]))
    #expect(cut.members.count == 3)
    #expect(cut.missing == ["malformed "])
    #expect(DocumentRecording(of: Array(whole[..<(end + 512)])).missing.isEmpty)
    #expect(DocumentRecording(of: whole + Array("rest".utf8)).missing.isEmpty)
  }

  @Test(arguments: ["rockridge.iso.gz", "joliet.iso.gz"])
  func `gives the files of a disc image under their long names`(name: String) {
    let document = DocumentRecording(of: ForeignFile.bytes("archives/\(name)"))
    let places = document.texts.map(\.place)
    #expect(places.contains { $0.hasSuffix("brief.txt") })
    #expect(places.contains { $0.hasSuffix("één.csv") })
    #expect(document.members.last == "gzip complete")
  }

  @Test func `reads a tar of the oldest kind inside of a compressed file`() {
    let document = DocumentRecording(of: ForeignFile.bytes("archives/v7.tar.gz"))
    #expect(document.members == ["brief.txt text complete", "gzip complete"])
  }

  @Test(arguments: ["framed.zst", "framed.lz4"])
  func `skips frames that say nothing of what is packed`(name: String) {
    let document = DocumentRecording(of: ForeignFile.bytes("archives/\(name)"))
    #expect(document.text() == "Naam: Jan de Vries\nBSN: 999990019\n")
    #expect(document.outcome.hasSuffix(" complete"))
  }

  @Test func `names the content of a compressed file as its header does`() {
    let named = DocumentRecording(of: ForeignFile.bytes("archives/brief.xz"))
    #expect(named.members == ["text complete", "xz complete"])
    var gzip = ForeignFile.bytes("archives/brief.txt.gz")
    #expect(DocumentRecording(of: gzip).members == ["brief.txt text complete", "gzip complete"])
    gzip += gzip
    let text = DocumentRecording(of: gzip).text(at: "brief.txt")
    #expect(text == String(repeating: "Jan Voorbeeld, BSN 999990019, jan@example.nl\n", count: 2))
  }

  @Test func `reads files of LZMA that have no container`() {
    let lzma = ForeignFile.bytes("archives/brief.lzma")
    let document = DocumentRecording(of: lzma)
    #expect(document.text() == "Jan Voorbeeld, BSN 999990019, jan@example.nl\n")
    #expect(document.members == ["text complete", "lzma complete"])
    #expect(DocumentRecording(of: Array(lzma.dropLast(8))).outcome == "lzma malformed")
    var large = lzma
    // A dictionary of 512 MB.
    large.replaceSubrange(1..<5, with: [0, 0, 0, 0x20])
    #expect(DocumentRecording(of: large).outcome == "lzma limit")
  }

  @Test func `gives what lies before the end of a file that was cut off`() {
    let gzip = ForeignFile.bytes("archives/brief.txt.gz")
    let document = DocumentRecording(of: Array(gzip.dropLast(12)))
    #expect(document.text(at: "brief.txt").hasPrefix("Jan Voorbeeld"))
    #expect(document.outcome == "gzip malformed")
  }

  @Test func `says which entries are under a password`() {
    let document = DocumentRecording(of: ForeignFile.bytes("archives/encrypted.7z"))
    #expect(document.missing == ["encrypted brief.txt"])
    #expect(document.outcome == "7z encrypted")
    let names = DocumentRecording(of: ForeignFile.bytes("archives/encrypted-names.7z"))
    #expect(names.outcome == "7z encrypted")
    #expect(names.texts.isEmpty)
  }

  @Test func `takes zeros in a compressed file for no empty archive`() {
    // gzip -9 of 1,024 zeros, then "x".
    let zeros: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x63, 0x60, 0x18, 0x05, 0xA3,
      0x60, 0x14, 0x8C, 0x54, 0x50, 0x01, 0x00, 0xE3, 0xAE, 0xE5, 0x50, 0x01, 0x04, 0x00, 0x00,
    ]
    let document = DocumentRecording(of: zeros)
    #expect(document.members.first?.hasPrefix("binary") == true)
  }
}

@Suite struct ArchiveReaderHostileTests {
  @Test(arguments: [
    "pax.tar.gz", "gnu.tar.bz2", "gnu.tar.xz", "gnu.tar.zst", "gnu.tar.lz4", "gnu.tar.Z",
    "gnu.tar.lz", "newc.cpio", "solid.7z", "encrypted-names.7z", "joliet.iso.gz", "brief.lzma",
  ])
  func `survives the loss of the end at every byte`(name: String) {
    let bytes = ForeignFile.bytes("archives/\(name)")
    #expect(!bytes.isEmpty)
    for count in 0..<bytes.count {
      let document = DocumentRecording(of: Array(bytes.prefix(count)))
      #expect(document.faults == [])
    }
  }

  @Test(arguments: ["ustar.tar", "newc.cpio", "solid.7z", "gnu.tar.zst", "rockridge.iso.gz"])
  func `survives bytes that are wrong`(name: String) {
    let bytes = ForeignFile.bytes("archives/\(name)")
    var random = SplitMix(seed: 7)
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<8 {
        damaged[Int.random(in: 6..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: damaged).faults == [])
    }
  }

  @Test func `refuses dictionaries beyond 256 MB before it unpacks`() {
    // A header that is packed by LZMA with a dictionary of 4 GB.
    let header: [UInt8] = [
      0x17, 0x06, 0x00, 0x01, 0x09, 0x04, 0x00, 0x07, 0x0B, 0x01, 0x00, 0x01, 0x23, 0x03, 0x01,
      0x01, 0x05, 0x5D, 0xFF, 0xFF, 0xFF, 0xFF, 0x0C, 0xF0, 0x00, 0x00, 0x00, 0x20, 0x00, 0x00,
    ]
    var archive: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 0, 0]
    archive += [4, 0, 0, 0, 0, 0, 0, 0, UInt8(header.count), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    archive += [1, 2, 3, 4] + header
    #expect(DocumentRecording(of: archive).outcome == "7z limit")
    var xz = ForeignFile.bytes("archives/brief.xz")
    // The property of LZMA2 behind the size of the header and its flags: 40 stands for 4 GB.
    #expect(xz[14] == 0x21)
    xz[16] = 40
    #expect(DocumentRecording(of: xz).outcome == "xz limit")
    var lzip = ForeignFile.bytes("archives/gnu.tar.lz")
    // 2^29 behind the mark and the version.
    lzip[5] = 29
    #expect(DocumentRecording(of: lzip).outcome == "lzip limit")
  }

  @Test func `stops where files lie too deep in each other`() {
    // Blocks of deflate that are stored: content of one file in another, 12 deep.
    var content = Array("Jan".utf8)
    for _ in 0..<12 { content = stored(content) }
    let document = DocumentRecording(of: content)
    #expect(document.missing.contains { $0.hasPrefix("limit") })
    #expect(document.texts.isEmpty)
  }

  @Test func `stops a tar whose entry claims more than there is`() {
    var tar = ForeignFile.bytes("archives/ustar.tar")
    // The size, in octal at 124, and the checksum, which is the sum of the bytes.
    for (offset, digit) in "77777777777".utf8.enumerated() { tar[124 + offset] = digit }
    for position in 148..<156 { tar[position] = 0x20 }
    let sum = tar[..<512].reduce(0) { $0 + Int($1) }
    let digits = Array(String(sum, radix: 8).utf8)
    for (offset, digit) in digits.enumerated() { tar[148 + offset] = digit }
    tar[148 + digits.count] = 0
    let document = DocumentRecording(of: tar)
    #expect(document.outcome == "tar malformed")
  }

  /// `content` in a gzip file; the checksum is wrong.
  private func stored(_ content: [UInt8]) -> [UInt8] {
    let length = UInt16(content.count)
    let low = UInt8(length & 0xFF)
    let high = UInt8(length >> 8)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, low, high, ~low, ~high] + content
      + [0, 0, 0, 0, low, high, 0, 0]
  }
}
