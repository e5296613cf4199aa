import Extraction
import Testing

/// Source: RAR 5.0 archive format.
@Suite struct RARVolumeTests {
  @Test func `a volume of an archive is not read whole`() {
    #expect(DocumentRecording(of: archive(flags: 0x02)).outcome == "rar complete")
    // Its file goes on in the next volume; it began in the one before.
    #expect(DocumentRecording(of: archive(flags: 0x02 | 0x10)).outcome == "rar malformed")
    #expect(DocumentRecording(of: archive(flags: 0x02 | 0x08)).outcome == "rar malformed")
  }

  /// One file that is stored as it is, under the flags of its header.
  private func archive(flags: UInt8) -> [UInt8] {
    let text = Array("Naam: Jansen\n".utf8)
    let name = Array("brief.txt".utf8)
    let count = UInt8(text.count)
    let mark: [UInt8] = [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00]
    let main = header([1, 0, flags & 0x18 == 0 ? 0 : 1])
    // The size of the data; no flags of the file, its size, attributes, method, system and name.
    let file = header([2, flags, count, 0, count, 0x20, 0, 1, UInt8(name.count)] + name)
    return mark + main + file + text + header([5, 0, 0])
  }

  private func header(_ content: [UInt8]) -> [UInt8] {
    let sized = [UInt8(content.count)] + content
    let sum = checksum(sized)
    return (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) } + sized
  }

  /// CRC-32 as zip has it.
  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
