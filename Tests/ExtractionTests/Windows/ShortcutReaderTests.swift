import ContentTypes
import Testing

/// Shortcuts as MS-SHLLINK describes them.
@Suite struct ShortcutReaderTests {
  private static let classID: [UInt8] = [
    0x01, 0x14, 0x02, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46,
  ]

  /// A shortcut with a list of folders, a place on a disk, a description and arguments.
  private static let file: [UInt8] = {
    let flags: UInt32 = 0x01 | 0x02 | 0x04 | 0x20 | 0x80
    var bytes: [UInt8] = [0x4C, 0, 0, 0] + classID + flags.littleBytes
    bytes += [UInt8](repeating: 0, count: 76 - bytes.count)
    let folders: [UInt8] = [0x14, 0, 0x1F, 0x50] + [UInt8](repeating: 7, count: 16) + [0, 0]
    bytes += UInt16(folders.count).littleBytes + folders
    let path = Array("C:\\Users\\p.jansen\\bsn 999990019.docx".utf8) + [0]
    let place: [UInt32] = [UInt32(28 + path.count + 1), 28, 1, 0, 28, 0, UInt32(28 + path.count)]
    bytes += place.flatMap(\.littleBytes) + path + [0]
    for text in ["Dossier van Zoë", "/open"] {
      bytes += UInt16(text.utf16.count).littleBytes + text.utf16.flatMap(\.littleBytes)
    }
    return bytes + [0, 0, 0, 0]
  }()

  @Test func `reads where a shortcut leads and what it says`() {
    let recording = DocumentRecording(of: Self.file)
    #expect(
      recording.fields(at: "") == [
        "Target=C:\\Users\\p.jansen\\bsn 999990019.docx", "Description=Dossier van Zoë",
        "Arguments=/open",
      ])
    #expect(recording.outcome == "lnk complete")
  }

  @Test func `outlives bytes that were changed anywhere, and ends anywhere`() {
    expectNoFaults(in: Self.file, .lnk, seed: 13)
  }
}
