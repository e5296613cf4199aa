import ContentTypes
import Testing

@testable import Extraction

@Suite struct PrefixedArchiveReaderTests {
  private static let zip = ForeignFile.bytes("package/descriptor.zip")
  private static let sevenZip = ForeignFile.bytes("archives/solid.7z")
  private let zipMembers = ["a.txt text complete", "b.txt text complete", "sfx complete"]

  /// Within and beyond the bytes that tell the type of a file.
  @Test(arguments: [0x1000, 300_000])
  func `reads a zip behind a program`(byteCount: Int) {
    for program in [
      ProgramBytes.portable(byteCount: byteCount), ProgramBytes.linked(byteCount: byteCount),
    ] {
      let document = DocumentRecording(of: program + Self.zip)
      #expect(document.text(at: "a.txt") == "streamed with a descriptor 999990019")
      #expect(document.members == zipMembers)
      #expect(document.faults == [])
    }
  }

  @Test(arguments: [0x1000, 300_000])
  func `reads a 7z behind a program and what is to be asked`(byteCount: Int) {
    let dialog = Array(";!@Install@!UTF-8!\nTitle=\"Dossier\"\n;!@InstallEnd@!".utf8)
    let document = DocumentRecording(
      of: ProgramBytes.portable(byteCount: byteCount) + dialog + Self.sevenZip)
    #expect(document.text(at: "brief.txt") == "Jan Voorbeeld, BSN 999990019, jan@example.nl\n")
    #expect(document.outcome == "sfx complete")
  }

  @Test func `reads the archive between a program and its signature`() {
    let start = 0x1000 + Self.zip.count
    let program = ProgramBytes.portable(byteCount: 0x1000, signatureStart: start)
    let signature = [UInt8](repeating: 7, count: 2_000)
    #expect(DocumentRecording(of: program + Self.zip + signature).members == zipMembers)
  }

  @Test func `seeks no archive in a signature`() {
    for byteCount in [0x1000, 0x11000] {
      let program = ProgramBytes.portable(byteCount: byteCount, signatureStart: byteCount)
      #expect(ContentType.ofWhole((program + Self.zip).span) == .binary(.pe))
    }
  }

  @Test func `reads the archive that WinZip puts in a section`() {
    var program = ProgramBytes.portable(byteCount: 0x2000, section: "_winzip_")
    program.replaceSubrange(0x400..<0x400 + Self.zip.count, with: Self.zip)
    #expect(DocumentRecording(of: program).members == zipMembers)
  }

  @Test func `leaves programs alone that hold no archive`() {
    // What lies within a program may look like anything.
    var program = ProgramBytes.portable(byteCount: 0x11000)
    program.replaceSubrange(0x500..<0x500 + Self.zip.count, with: Self.zip)
    for program in [program, ProgramBytes.linked(byteCount: 300_000), Array("MZ\0\0".utf8)] {
      #expect(DocumentRecording(of: program).members.last?.hasSuffix("unsupported") == true)
    }
  }

  @Test func `reads a script before an archive as text`() {
    let script = Array("#!/usr/bin/env python3\n# Vragen: piet@example.org\n".utf8)
    let document = DocumentRecording(of: script + ForeignFile.bytes("package/deflated.zip"))
    #expect(document.text().contains("piet@example.org"))
    #expect(document.text(at: "brief.txt").hasPrefix("Geachte heer Jansen"))
    #expect(document.outcome == "sfx complete")
  }

  @Test func `says so where other bytes lie before an archive`() {
    let bytes: [UInt8] = [0, 1, 2, 3, 0xFF, 0xFE, 0, 0, 5] + Array("jan@example.nl".utf8) + [0, 0]
    let document = DocumentRecording(of: bytes + Self.zip)
    #expect(document.members.dropLast() == zipMembers.dropLast())
    #expect(document.outcome == "sfx text-in-binary")
    #expect(document.texts.contains { $0.text.contains("jan@example.nl") })
  }

  @Test(
    arguments: [
      [0x50, 0x4B, 0x07, 0x08], [0x50, 0x4B, 0x30, 0x30],
      [0x50, 0x4B, 0x30, 0x30, 0x50, 0x4B, 0x07, 0x08],
    ] as [[UInt8]])
  func `reads a zip with the mark of one in pieces`(mark: [UInt8]) {
    let document = DocumentRecording(of: mark + Self.zip)
    #expect(document.members == ["a.txt text complete", "b.txt text complete", "zip complete"])
  }

  @Test func `survives headers of programs that are wrong`() {
    let whole = ProgramBytes.portable(byteCount: 0x600) + Self.zip
    var random = SplitMix(seed: 11)
    for _ in 0..<100 {
      var damaged = whole
      for _ in 0..<6 {
        damaged[Int.random(in: 2..<0x200, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: damaged).faults == [])
    }
    for count in stride(from: 2, to: 0x400, by: 9) {
      #expect(DocumentRecording(of: Array(whole.prefix(count))).faults == [])
    }
  }
}
