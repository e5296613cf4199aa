import Testing

@testable import Extraction

@Suite struct ProtocolBufferTextsTests {
  private static func texts(_ message: [UInt8]) -> [String]? {
    ProtocolBufferTexts(message.span)?.texts.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `takes texts at any depth and leaves numbers and bytes`() {
    let inner = IWA.text(1, "Súdwest") + IWA.number(2, -1) + IWA.bytes(3, [0xFF, 0xFE, 1])
    let message =
      IWA.text(1, "1.0") + IWA.bytes(3, inner) + [4 << 3 | 1, 1, 2, 3, 4, 5, 6, 7, 8]
      + [5 << 3 | 5, 1, 2, 3, 4]
    #expect(Self.texts(message) == ["1.0", "Súdwest"])
  }

  @Test(
    arguments: [
      [], [0x0A], [0x0A, 5, 0x61], [0x08], [0x0B], Array("<?xml version=\"1.0\"?>".utf8),
      [0x09, 1, 2, 3],
    ] as [[UInt8]])
  func `knows what is no message`(bytes: [UInt8]) {
    #expect(Self.texts(bytes) == nil)
  }
}
