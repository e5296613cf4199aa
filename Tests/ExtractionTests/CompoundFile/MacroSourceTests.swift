import Testing

@testable import Extraction

@Suite struct MacroSourceTests {
  /// A chunk of `parts`, each of eight single bytes or copies behind its flags.
  private static func stream(_ parts: [(flags: UInt8, bytes: [UInt8])]) -> [UInt8] {
    let chunk = parts.flatMap { [$0.flags] + $0.bytes }
    return [9, 9, 9, 1] + (UInt16(0xB000) | UInt16(chunk.count - 1)).littleBytes + chunk
  }

  private static func source(_ stream: [UInt8]) -> String? {
    MacroSource.source(in: stream.span, byteLimit: 1 << 20).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func `unpacks a module and leaves its attributes out`() {
    // Behind 33 bytes a distance has 6 bits: 3 bytes from 2 bytes before are 0x0400.
    let stream = Self.stream([
      (0, Array("Attribut".utf8)), (0, Array("e VB_Nam".utf8)), (0, Array("e = \"M\"\n".utf8)),
      (0, Array("'12345 1".utf8)), (0b10, Array("2".utf8) + [0x00, 0x04] + Array("\n'x".utf8)),
    ])
    #expect(Self.source(stream) == "'12345 12121\n'x")
  }

  @Test func `is none without the beginning of a module`() {
    #expect(Self.source(Array("Attribute VB_Name".utf8)) == nil)
    #expect(Self.source([]) == nil)
  }

  @Test func `ends where a copy reaches before the chunk, on any front of it`() {
    let stream = Self.stream([(0, Array("Attribut".utf8)), (1, [0xFF, 0xFF]), (0, [1, 2, 3])])
    for count in 0...stream.count { _ = Self.source(Array(stream[..<count])) }
    #expect(Self.source(stream) == "Attribut")
  }
}
