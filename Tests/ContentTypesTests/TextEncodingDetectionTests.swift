import Testing

@testable import ContentTypes

@Suite struct TextEncodingDetectionTests {
  private static let wide: [TextEncoding] = [.utf16LE, .utf16BE, .utf32LE, .utf32BE]

  @Test(arguments: wide)
  func `knows wide encodings with and without a byte order mark`(encoding: TextEncoding) {
    let text = "Geachte mevrouw Çelik,\r\nHet bedrag is € 12. 漢字\r\n"
    #expect(detect(text, encoding, hasMark: true) == .text(.running, encoding))
    #expect(detect(text, encoding) == .text(.running, encoding))
    #expect(detect("Hoi", encoding, hasMark: true) == .text(.running, encoding))
  }

  @Test(arguments: wide)
  func `finds the form of a text in any encoding`(encoding: TextEncoding) {
    let table = "naam;bsn\r\nÇelik;123456782\r\nJansen;999999990\r\n"
    #expect(detect(table, encoding) == .text(.delimited(.semicolon), encoding))
    #expect(detect("<?xml version=\"1.0\"?><a/>", encoding, hasMark: true) == .text(.xml, encoding))
  }

  @Test func `knows tables with control characters between cells`() {
    let table = "id\u{1}naam\u{1}bsn\n1\u{1}Zoë\u{1}123456782\n"
    #expect(detect(table) == .text(.delimited(.startOfHeading), .utf8))
    #expect(detect(table + "\u{0}").id == "binary")
    #expect(detect("\u{1}\u{1}\u{2}a\u{1}b\u{1}\u{3}").id == "binary")
  }

  @Test func `knows UTF-8 with and without a byte order mark`() {
    #expect(detect("Zoë", .utf8, hasMark: true) == .text(.running, .utf8))
    #expect(detect("Zoë") == .text(.running, .utf8))
    #expect(detect("{\"a\": 1}", .utf8, hasMark: true) == .text(.json, .utf8))
    #expect(detect("a") == .text(.running, .utf8))
  }

  @Test func `knows Windows-1252, and says UTF-8 where both may occur`() {
    let text = bytes(of: "Zoë en Çelik", .windows1252)
    #expect(detect(text) == .text(.running, .windows1252))
    #expect(detect(text + Array("é".utf8)) == .text(.running, .utf8))
    // More may follow: the decoder of UTF-8 reads stray bytes as Windows-1252.
    #expect(detect(text, isWhole: false) == .text(.running, .utf8))
    let table = bytes(of: "naam;plaats\r\nÇelik;Ede\r\nZoë;Ede\r\n", .windows1252)
    #expect(detect(table) == .text(.delimited(.semicolon), .windows1252))
  }

  /// Bytes by Python's encoder of cp850.
  @Test(
    arguments: [
      (
        "Mehmet Yılmaz",
        [0x4D, 0x65, 0x68, 0x6D, 0x65, 0x74, 0x20, 0x59, 0xD5, 0x6C, 0x6D, 0x61, 0x7A]
      ),
      (
        "Geachte mevrouw Crèvecoeur,",
        [
          0x47, 0x65, 0x61, 0x63, 0x68, 0x74, 0x65, 0x20, 0x6D, 0x65, 0x76, 0x72, 0x6F, 0x75, 0x77,
          0x20, 0x43, 0x72, 0x8A, 0x76, 0x65, 0x63, 0x6F, 0x65, 0x75, 0x72, 0x2C,
        ]
      ),
      (
        "zoë belt terug",
        [0x7A, 0x6F, 0x89, 0x20, 0x62, 0x65, 0x6C, 0x74, 0x20, 0x74, 0x65, 0x72, 0x75, 0x67]
      ),
      (
        "Cliënt 12",
        [0x43, 0x6C, 0x69, 0x89, 0x6E, 0x74, 0x20, 0x31, 0x32]
      ),
      (
        "H. Özdemir",
        [0x48, 0x2E, 0x20, 0x99, 0x7A, 0x64, 0x65, 0x6D, 0x69, 0x72]
      ),
      (
        "NOËL en CHLOÉ",
        [0x4E, 0x4F, 0xD3, 0x4C, 0x20, 0x65, 0x6E, 0x20, 0x43, 0x48, 0x4C, 0x4F, 0x90]
      ),
      (
        "Café.",
        [0x43, 0x61, 0x66, 0x82, 0x2E]
      ),
      (
        "geïnteresseerd",
        [0x67, 0x65, 0x8B, 0x6E, 0x74, 0x65, 0x72, 0x65, 0x73, 0x73, 0x65, 0x65, 0x72, 0x64]
      ),
      ("één", [0x82, 0x82, 0x6E]),
      (
        "coördinator",
        [0x63, 0x6F, 0x94, 0x72, 0x64, 0x69, 0x6E, 0x61, 0x74, 0x6F, 0x72]
      ),
      (
        "naam;plaats\r\nBorg José;Ede\r\nJansen;Ede\r\nDe Boer;Ede\r\n",
        [
          0x6E, 0x61, 0x61, 0x6D, 0x3B, 0x70, 0x6C, 0x61, 0x61, 0x74, 0x73, 0x0D, 0x0A, 0x42, 0x6F,
          0x72, 0x67, 0x20, 0x4A, 0x6F, 0x73, 0x82, 0x3B, 0x45, 0x64, 0x65, 0x0D, 0x0A, 0x4A, 0x61,
          0x6E, 0x73, 0x65, 0x6E, 0x3B, 0x45, 0x64, 0x65, 0x0D, 0x0A, 0x44, 0x65, 0x20, 0x42, 0x6F,
          0x65, 0x72, 0x3B, 0x45, 0x64, 0x65, 0x0D, 0x0A,
        ]
      ),
      (
        "Müller",
        [0x4D, 0x81, 0x6C, 0x6C, 0x65, 0x72]
      ),
    ] as [(String, [UInt8])])
  func `knows letters of DOS by what stands beside them`(text: String, bytes: [UInt8]) {
    let form: TextForm = text.contains(";") ? .delimited(.semicolon) : .running
    for isWhole in [true, false] {
      #expect(detect(bytes, isWhole: isWhole) == .text(form, .declared(.ibm850)), "\(text)")
    }
    let windows = bytes + [0x20, 0x5A, 0x6F, 0xEB]
    #expect(detect(windows) != .text(form, .declared(.ibm850)), "\(text)")
  }

  /// Bytes by Python's encoder of cp1252.
  @Test(
    arguments: [
      (
        "Zoë zei: “kom mee”",
        [
          0x5A, 0x6F, 0xEB, 0x20, 0x7A, 0x65, 0x69, 0x3A, 0x20, 0x93, 0x6B, 0x6F, 0x6D, 0x20, 0x6D,
          0x65, 0x65, 0x94,
        ]
      ),
      (
        "foto’s en ’s morgens",
        [
          0x66, 0x6F, 0x74, 0x6F, 0x92, 0x73, 0x20, 0x65, 0x6E, 0x20, 0x92, 0x73, 0x20, 0x6D, 0x6F,
          0x72, 0x67, 0x65, 0x6E, 0x73,
        ]
      ),
      (
        "5‰ van Merk™ en",
        [0x35, 0x89, 0x20, 0x76, 0x61, 0x6E, 0x20, 0x4D, 0x65, 0x72, 0x6B, 0x99, 0x20, 0x65, 0x6E]
      ),
      (
        "de prijs – € 12 – staat vast…",
        [
          0x64, 0x65, 0x20, 0x70, 0x72, 0x69, 0x6A, 0x73, 0x20, 0x96, 0x20, 0x80, 0x20, 0x31, 0x32,
          0x20, 0x96, 0x20, 0x73, 0x74, 0x61, 0x61, 0x74, 0x20, 0x76, 0x61, 0x73, 0x74, 0x85,
        ]
      ),
      (
        "„Goedemorgen”, zei ze",
        [
          0x84, 0x47, 0x6F, 0x65, 0x64, 0x65, 0x6D, 0x6F, 0x72, 0x67, 0x65, 0x6E, 0x94, 0x2C, 0x20,
          0x7A, 0x65, 0x69, 0x20, 0x7A, 0x65,
        ]
      ),
      (
        "Škoda van Žižek",
        [0x8A, 0x6B, 0x6F, 0x64, 0x61, 0x20, 0x76, 0x61, 0x6E, 0x20, 0x8E, 0x69, 0x9E, 0x65, 0x6B]
      ),
      (
        "Dušan Capek ‹nr›",
        [
          0x44, 0x75, 0x9A, 0x61, 0x6E, 0x20, 0x43, 0x61, 0x70, 0x65, 0x6B, 0x20, 0x8B, 0x6E, 0x72,
          0x9B,
        ]
      ),
      (
        "déjà vu",
        [0x64, 0xE9, 0x6A, 0xE0, 0x20, 0x76, 0x75]
      ),
      (
        "COÖPERATIE Müller",
        [
          0x43, 0x4F, 0xD6, 0x50, 0x45, 0x52, 0x41, 0x54, 0x49, 0x45, 0x20, 0x4D, 0xFC, 0x6C, 0x6C,
          0x65, 0x72,
        ]
      ),
    ] as [(String, [UInt8])])
  func `takes marks of Windows for none of DOS`(text: String, bytes: [UInt8]) {
    #expect(detect(bytes) == .text(.running, .windows1252), "\(text)")
  }

  @Test func `forgives a character that the end of the head cuts`() {
    let text = Array(String(repeating: "€", count: 10).utf8)
    for count in 1...text.count {
      #expect(detect(Array(text[..<count]), isWhole: false) == .text(.running, .utf8))
    }
  }

  @Test func `takes text with a few NULs or control characters for text`() {
    let line = "Regel met een naam en een nummer\n"
    let nul = String(repeating: line, count: 10) + "\0\0\0"
    #expect(detect(nul) == .text(.running, .utf8))
    let padded = String(repeating: "Jansen  \0Utrecht 123456782\n", count: 10)
    #expect(detect(padded) == .text(.running, .utf8))
    #expect(detect("kleur: \u{1B}[31mrood\u{1B}[0m\u{C}\n") == .text(.running, .utf8))
    #expect(detect("einde van een oud bestand\r\n\u{1A}") == .text(.running, .utf8))
  }

  @Test func `takes text with holes of NULs for text`() {
    let line = "De heer Jansen uit Utrecht belde op 06-12345678\n"
    let hole = String(repeating: "\0", count: 4096)
    #expect(detect(line + hole) == .text(.running, .utf8))
    #expect(detect(String(repeating: line, count: 3) + hole + line) == .text(.running, .utf8))
    let long = String(repeating: line, count: 200) + hole
    #expect(detect(Array(long.utf8), isWhole: false) == .text(.running, .utf8))
    // What follows may be anything.
    #expect(detect(Array((line + hole).utf8), isWhole: false) == .binary(.unknown))
    #expect(detect("te kort" + hole) == .binary(.unknown))
  }

  @Test func `takes bytes that no text has for binary`() {
    #expect(detect(Array(0...255)) == .binary(.unknown))
    #expect(detect(Array(repeating: 0, count: 4096)) == .binary(.unknown))
    #expect(detect([0]) == .binary(.unknown))
    #expect(detect((0..<4000).map { UInt8($0 * 37 % 251) }) == .binary(.unknown))
    // Numbers of four bytes, small and large.
    let numbers = (1...500).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8), 0, 0] as [UInt8] }
    #expect(detect(numbers) == .binary(.unknown))
  }

  @Test func `gives an answer for random bytes of every length`() {
    var state: UInt32 = 7
    let random = (0..<3000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    for count in 1...300 {
      let head = Array(random[count..<count * 2])
      #expect(detect(head, isWhole: true) != .empty)
      #expect(detect(head, isWhole: false) != .empty)
    }
    for byte: UInt8 in 0...255 {
      #expect(detect(Array(repeating: byte, count: 2048)) != .empty)
    }
  }
}
