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
