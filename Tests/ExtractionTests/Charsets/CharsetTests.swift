import ContentTypes
import Extraction
import Testing

@Suite struct CharsetTests {
  private func decode(_ bytes: [UInt8], _ name: String?) -> String {
    String(decoding: Charset.decode(bytes.span, named: name), as: UTF8.self)
  }

  // The bytes are those that Python's codecs write.
  private static let texts: [(name: String?, bytes: [UInt8], text: String)] = [
    ("iso-8859-15", [0xA4, 0x20, 0xA6, 0xB8, 0x20, 0xBC], "€ Šž Œ"),
    ("Latin-9", [0xA4], "€"),
    ("KOI8-R", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "Привет"),
    ("cp437", [0x5A, 0x6F, 0x89, 0x20, 0xB1, 0x20, 0x9A], "Zoë ▒ Ü"),
    ("ibm00850", [0x5A, 0x6F, 0x89, 0x20, 0xA4], "Zoë ñ"),
    ("windows-1250", [0xA3, 0xF3, 0x64, 0x9F], "Łódź"),
    ("macintosh", [0x5A, 0x6F, 0x91, 0x20, 0x63, 0x61, 0x66, 0x8E], "Zoë café"),
    ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA], "日本語"),
    ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC, 0xB8, 0xEC], "日本語"),
    (
      "ISO-2022-JP", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x38, 0x6C, 0x1B, 0x28, 0x42],
      "日本語"
    ),
    ("gb2312", [0xD6, 0xD0, 0xCE, 0xC4], "中文"),
    ("big5", [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
    ("ks_c_5601-1987", [0xC7, 0xD1, 0xB1, 0xB9, 0xBE, 0xEE], "한국어"),
    ("utf-7", Array("+ZeVnLIqe-".utf8), "日本語"),
    ("utf-16", [0xFF, 0xFE, 0x5A, 0x00, 0x6F, 0x00, 0xEB, 0x00], "Zoë"),
    ("utf-16le", [0x5A, 0x00, 0x6F, 0x00, 0xEB, 0x00], "Zoë"),
    ("utf-16", Array("Zoë".utf8), "Zoë"),
    (nil, [0x5A, 0x6F, 0xEB], "Zoë"),
    (nil, Array("\u{FEFF}Zoë".utf8), "Zoë"),
    ("x-nooit", Array("Zoë".utf8), "Zoë"),
    ("koi8-r", Array("Zoë".utf8), "Zoë"),
    ("shift_jis", [0x5A, 0x6F, 0xFF], "Zoÿ"),
    ("utf-8", [], ""),
  ]

  @Test(arguments: texts)
  func `decodes by name, or by what the bytes are`(name: String?, bytes: [UInt8], text: String) {
    #expect(decode(bytes, name) == text)
  }

  private static let codePages: [(codePage: Int, bytes: [UInt8], text: String)] = [
    (1251, [0xCF, 0xF0], "Пр"), (1252, [0x80], "€"), (65001, [0xC3, 0xAB], "ë"),
    (936, [0xD6, 0xD0], "中"), (1200, [0x5A, 0, 0x6F, 0], "Zo"), (0, [0xEB], "ë"),
  ]

  @Test(arguments: codePages)
  func `decodes code pages`(codePage: Int, bytes: [UInt8], text: String) {
    #expect(
      String(decoding: Charset.decode(bytes.span, codePage: codePage), as: UTF8.self) == text)
  }

  @Test(arguments: CharsetID.allCases)
  func `makes valid text of any bytes, whatever the pieces`(charset: CharsetID) throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<20 {
      let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
      let texts = try decodings(of: bytes, in: charset)
      #expect(texts.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
      #expect(texts.count == 1)
    }
  }

  /// Most bytes belong to shifts here, and those are cut off at any place.
  @Test(arguments: [CharsetID.utf7, .iso2022KR, .iso2022JP])
  func `makes the same of broken shifts, whatever the pieces`(charset: CharsetID) throws {
    let alphabet = Array("+/AZaz09-<> \u{1B}$B()C\u{0E}\u{0F}!~\0".utf8) + [0x93, 0xEB]
    var random = SplitMix(seed: 4)
    for _ in 0..<100 {
      let bytes = (0..<120).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      #expect(try decodings(of: bytes, in: charset).count == 1)
    }
  }

  /// What is read of bytes that come in pieces of several sizes.
  private func decodings(of bytes: [UInt8], in charset: CharsetID) throws -> Set<[UInt8]> {
    try Set(
      ChunkedSource.sizes.map { size in
        var text = DecodedText(
          head: [], rest: ChunkedSource(bytes, chunkByteCount: size), encoding: .declared(charset))
        var decoded: [UInt8] = []
        while try text.append(to: &decoded) {}
        return decoded
      })
  }

  @Test func `has every converter`() {
    #expect(Charsets.warmUp() == 9)
  }

  @Test(arguments: [
    "<?xml version=\"1.0\" encoding=\"KOI8-R\"?><a>⟦⟧</a>",
    "<html><head><meta charset=koi8-r></head><body>⟦⟧</body></html>",
    "<!DOCTYPE html><meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>⟦⟧</p>",
  ])
  func `reads pages in the charset that they name`(page: String) {
    let parts = page.split(separator: "⟦⟧").map { Array($0.utf8) }
    let recording = DocumentRecording(of: parts[0] + [0xE9, 0xD7, 0xC1, 0xCE] + parts[1])
    #expect(recording.allFields.contains { $0.hasSuffix("Иван") })
    let honest = DocumentRecording(of: parts[0] + Array("Иван".utf8) + parts[1])
    #expect(honest.allFields.contains { $0.hasSuffix("Иван") })
  }
}
