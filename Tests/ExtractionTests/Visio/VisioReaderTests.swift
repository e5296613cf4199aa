import Extraction
import Testing

/// Source: Apache POI, HDGF.
@Suite struct VisioReaderTests {
  /// A repetition of six bytes that were written before, behind the four that say nothing.
  private static let packed: [UInt8] =
    [0xFF] + [0, 0, 0, 0] + Array("BSN ".utf8) + [0xFF] + Array("99999001".utf8)
    + [0x03] + Array("9 ".utf8) + repetition(of: 4, byteCount: 13)

  /// `place` is where it was written, from 0.
  private static func repetition(of place: Int, byteCount: Int) -> [UInt8] {
    let from = (place - 18) & 4095
    return [UInt8(from & 0xFF), UInt8(from >> 4 & 0xF0) | UInt8(byteCount - 3)]
  }

  @Test(arguments: [6, 11])
  func `streams are unpacked`(version: UInt8) {
    let recording = DocumentRecording(of: drawing(version: version))
    #expect(recording.outcome == "vsd text-in-binary")
    #expect(recording.faults == [])
    #expect(recording.texts.contains { $0.text.contains("BSN 999990019 BSN 999990019") })
  }

  @Test func `pointers in circles end`() {
    var bytes = drawing(version: 11)
    // The pointer of the trailer leads to itself.
    let mark = Array("Visio (TM) Drawing\r\n".utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
    let first = start + 0x24 + 18 + 4 + 8
    bytes.replaceSubrange(
      first..<first + 18, with: pointer(type: 20, format: 0, at: 54, count: 200))
    #expect(DocumentRecording(of: bytes).faults == [])
  }

  private func drawing(version: UInt8) -> [UInt8] {
    var bytes = Array("Visio (TM) Drawing\r\n".utf8)
    bytes += [UInt8](repeating: 0, count: 0x1A - bytes.count) + [version]
    bytes += [UInt8](repeating: 0, count: 0x24 - bytes.count)
    let trailer = 0x24 + 18
    let content = trailer + 4 + 8 + 18
    bytes += pointer(type: 20, format: 0, at: trailer, count: content - trailer)
    // Where the number of pointers stands, that number, four bytes of no meaning, the pointer.
    bytes += long(4) + long(1) + long(0)
    bytes += pointer(type: 70, format: 0xD2, at: content, count: Self.packed.count)
    bytes += Self.packed + [UInt8](repeating: 0, count: 5_000)
    var builder = CompoundFileBuilder()
    builder.add("VisioDocument", bytes: bytes)
    return builder.build()
  }

  private func pointer(type: Int, format: Int, at place: Int, count: Int) -> [UInt8] {
    long(type) + long(0) + long(place) + long(count) + Array(long(format).prefix(2))
  }

  private func long(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
