import Testing

@testable import Extraction

@Suite struct CodePageTests {
  @Test(arguments: [
    (1252, [0x4A, 0x6F, 0x73, 0xE9, 0x80] as [UInt8], "José€"),
    (1251, [0xC8, 0xE2, 0xE0, 0xED], "Иван"), (850, [0x4A, 0x6F, 0x73, 0x82], "José"),
    (10_000, [0x4A, 0x6F, 0x73, 0x8E], "José"), (65_001, [0x4A, 0xC3, 0xA9], "Jé"),
    (1200, [0x4A, 0x00, 0xA9, 0x03], "JΩ"), (1254, [0xD0, 0xFD], "Ğı"),
    (28_605, [0xA4], "€"), (77_777, [0xE9], "é"),
  ])
  func `reads bytes as the characters of their page`(page: Int, bytes: [UInt8], text: String) {
    var decoded: [UInt8] = []
    CodePage(page).decode(bytes.span, into: &decoded)
    #expect(String(decoding: decoded, as: UTF8.self) == text)
  }

  @Test(arguments: [437, 850, 852, 866, 874, 10_000, 20_866, 21_866] + Array(1250...1258))
  func `has 128 characters in the upper half of each page`(page: Int) {
    var decoded: [UInt8] = []
    CodePage(page).decode(Array(0x80...0xFF as ClosedRange<UInt8>).span, into: &decoded)
    #expect(String(decoding: decoded, as: UTF8.self).unicodeScalars.count == 128)
  }
}
