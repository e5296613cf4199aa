import Testing

@Suite struct OneNoteReaderTests {
  @Test func `takes the text of a section, and the files in it as members`() {
    let text = "Gesprek met mevrouw Jansen"
    let file = Array("BSN 999990019".utf8)
    let bytes =
      Self.magic + utf16(text) + Self.mark(byteCount: file.count) + file + utf16("Einde van de dag")
    let recording = DocumentRecording(of: bytes)
    #expect(recording.text(at: "raw-text").contains(text))
    #expect(recording.text(at: "raw-text").contains("Einde van de dag"))
    #expect(!recording.text(at: "raw-text").contains("999990019"))
    #expect(recording.text(at: "1").contains("BSN 999990019"))
    #expect(recording.outcome == "onenote text-in-binary")
    #expect(recording.faults == [])
  }

  @Test(arguments: [1 << 20, 1 << 61, -1])
  func `a file that is said to be longer than the section is no member`(byteCount: Int) {
    let bytes = Self.magic + Self.mark(byteCount: byteCount) + utf16("Notulen van het overleg")
    let recording = DocumentRecording(of: bytes)
    #expect(recording.text(at: "raw-text").contains("Notulen van het overleg"))
    #expect(recording.members.count == 1)
  }

  private func utf16(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0, 0]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return bytes + [0, 0]
  }

  /// The beginning of a section ([MS-ONESTORE], 2.3.1: guidFileType).
  private static let magic: [UInt8] = [
    0xE4, 0x52, 0x5C, 0x7B, 0x8C, 0xD8, 0xA7, 0x4D, 0xAE, 0xB1, 0x53, 0x78, 0xD0, 0x29, 0x96, 0xD3,
  ]

  /// What stands before a file (2.6.13).
  private static func mark(byteCount: Int) -> [UInt8] {
    let guid: [UInt8] = [
      0xE7, 0x16, 0xE3, 0xBD, 0x65, 0x26, 0x11, 0x45, 0xA4, 0xC4, 0x8D, 0x4D, 0x0B, 0x7A, 0x9E,
      0xAC,
    ]
    let length = (0..<8).map { UInt8(truncatingIfNeeded: byteCount >> (8 * $0)) }
    return guid + length + [UInt8](repeating: 0, count: 12)
  }
}
