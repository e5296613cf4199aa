import Extraction
import Testing

/// Help files whose pages are not packed.
///
/// Source: M. Russotto, Microsoft's HTML Help (.chm) format.
@Suite struct HelpFileReaderTests {
  @Test func `pages are members`() {
    let file = HelpFile(files: [
      ("/brief.html", "<p>BSN: <b>999990019</b></p>"), ("/#STRINGS", "Brief"),
      ("/map/n.txt", "Jan"),
    ])
    let recording = DocumentRecording(of: file.bytes)
    #expect(recording.outcome == "chm complete")
    #expect(recording.faults == [])
    #expect(recording.texts.map(\.place) == ["/brief.html", "/map/n.txt"])
    #expect(recording.texts.first?.text.contains("999990019") == true)
  }

  @Test func `no cut of a help file ends the reader`() {
    let bytes = HelpFile(files: [("/brief.html", "<p>BSN: 999990019</p>")]).bytes
    for count in stride(from: 0, to: bytes.count, by: 13) {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
  }
}

/// A help file with one chunk of names.
private struct HelpFile {
  let files: [(name: String, text: String)]

  private static let chunkByteCount = 4096

  var bytes: [UInt8] {
    let directory = 0x60 + 0x18
    let content = directory + 0x54 + Self.chunkByteCount
    let texts = files.flatMap { Array($0.text.utf8) }
    let guid: [UInt8] = [
      0xFD, 0x01, 0x7C, 0xAA, 0x7B, 0xD0, 0x11, 0x9E, 0x0C, 0x00, 0xA0, 0xC9, 0x22, 0xE6, 0xEC,
    ]
    var bytes = Array("ITSF".utf8) + long(3) + long(0x60) + long(1) + long(0) + long(0x413)
    bytes += [0x10] + guid + [0x11] + guid
    bytes += wide(0x60) + wide(0x18) + wide(directory) + wide(0x54 + Self.chunkByteCount)
    bytes += wide(content)
    bytes += long(0x1FE) + long(0) + wide(content + texts.count) + wide(0)
    bytes += Array("ITSP".utf8) + long(1) + long(0x54) + long(10) + long(Self.chunkByteCount)
    bytes += long(2) + long(1) + long(-1) + long(0) + long(0) + long(-1) + long(1) + long(0x413)
    bytes += [UInt8](repeating: 0, count: 16) + long(0x54) + long(-1) + long(-1) + long(-1)
    return bytes + chunk + texts
  }

  /// The names of the files, each with its section, place and length.
  private var chunk: [UInt8] {
    var entries: [UInt8] = []
    var offset = 0
    for (name, text) in files {
      entries += [UInt8(name.utf8.count)] + Array(name.utf8) + [0, UInt8(offset)]
      entries.append(UInt8(text.utf8.count))
      offset += text.utf8.count
    }
    let free = Self.chunkByteCount - 20 - entries.count
    var chunk = Array("PMGL".utf8) + long(free) + long(0) + long(-1) + long(-1) + entries
    chunk += [UInt8](repeating: 0, count: free - 2) + [UInt8(files.count), 0]
    return chunk
  }

  private func long(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private func wide(_ number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
