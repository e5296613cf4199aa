import ContentTypes
import Testing

@testable import Extraction

@Suite struct DecodedTextTests {
  @Test(arguments: ChunkedSource.sizes)
  func `leaves valid UTF-8 as it is, however it is cut`(chunkByteCount: Int) throws {
    let text = String(repeating: "Zoë Müller, €5 — 漢字 😀\r\n\0\u{7}", count: 40)
    #expect(try decode(Array(text.utf8), .utf8, chunkByteCount) == text)
  }

  @Test(arguments: ChunkedSource.sizes)
  func `reads stray bytes in UTF-8 as Windows-1252`(chunkByteCount: Int) throws {
    // "Zoë" in Windows-1252, "Zoë" in UTF-8, a euro sign in Windows-1252.
    let bytes: [UInt8] = [0x5A, 0x6F, 0xEB, 0x20, 0x5A, 0x6F, 0xC3, 0xAB, 0x20, 0x80]
    #expect(try decode(bytes, .utf8, chunkByteCount) == "Zoë Zoë €")
  }

  @Test(
    arguments: [
      ([0xC0, 0xAF], "À¯"),  // overlong slash
      ([0xED, 0xA0, 0x80], "í\u{A0}€"),  // surrogate
      ([0xF5, 0x41], "õA"),  // past U+10FFFF
      ([0xF4, 0x90, 0x80, 0x80], "ô\u{90}€€"),  // past U+10FFFF
      ([0x41, 0xE2, 0x82], "Aâ‚"),  // cut at the end
      ([0xE2, 0x82, 0xC3, 0xAB], "â‚ë"),  // cut by a valid character
      ([0xFF, 0xFE], "ÿþ"),
    ] as [([UInt8], String)])
  func `takes apart what is no UTF-8`(bytes: [UInt8], expected: String) throws {
    for chunkByteCount in ChunkedSource.sizes {
      #expect(try decode(bytes, .utf8, chunkByteCount) == expected)
    }
  }

  @Test func `knows the characters of Windows-1252`() throws {
    let bytes: [UInt8] = [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92,
      0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
    ]
    #expect(try decode(bytes, .windows1252) == "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
    let latin = (0xA0...0xFF).map(UInt8.init)
    let expected = String(String.UnicodeScalarView(latin.map(Unicode.Scalar.init)))
    #expect(try decode(latin, .windows1252) == expected)
    #expect(try decode([0xC3, 0xAB], .windows1252) == "Ã«")
  }

  @Test(arguments: ChunkedSource.sizes)
  func `decodes UTF-16 and UTF-32 of both byte orders`(chunkByteCount: Int) throws {
    let text = String(repeating: "Zoë 😀 €\n\0", count: 30)
    let units = text.utf16.map(UInt32.init)
    let scalars = text.unicodeScalars.map(\.value)
    let forms: [(TextEncoding, [UInt8])] = [
      (.utf16LE, units.flatMap { bytes(of: $0, 2).reversed() }),
      (.utf16BE, units.flatMap { bytes(of: $0, 2) }),
      (.utf32LE, scalars.flatMap { bytes(of: $0, 4).reversed() }),
      (.utf32BE, scalars.flatMap { bytes(of: $0, 4) }),
    ]
    for (encoding, bytes) in forms {
      #expect(try decode(bytes, encoding, chunkByteCount) == text)
    }
  }

  @Test(
    arguments: [
      ([0x3D, 0xD8], .utf16LE, "\u{FFFD}"),  // high surrogate at the end
      ([0x00, 0xDE, 0x41, 0x00], .utf16LE, "\u{FFFD}A"),  // low surrogate alone
      ([0x3D, 0xD8, 0x41, 0x00], .utf16LE, "\u{FFFD}A"),  // high surrogate, then a letter
      ([0x3D, 0xD8, 0x3D, 0xD8, 0x00, 0xDE], .utf16LE, "\u{FFFD}😀"),
      ([0x41, 0x00, 0x42], .utf16LE, "A\u{FFFD}"),  // half a unit
      ([0x00, 0x00, 0xD8, 0x00], .utf32BE, "\u{FFFD}"),  // surrogate
      ([0x00, 0x11, 0x00, 0x00], .utf32BE, "\u{FFFD}"),  // past U+10FFFF
      ([0x41, 0x00], .utf32LE, "\u{FFFD}"),  // half a unit
    ] as [([UInt8], TextEncoding, String)])
  func `puts U+FFFD for what is no UTF-16 or UTF-32`(
    bytes: [UInt8], encoding: TextEncoding, expected: String
  ) throws {
    for chunkByteCount in ChunkedSource.sizes {
      #expect(try decode(bytes, encoding, chunkByteCount) == expected)
    }
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x41], .utf8, "A"),
      ([0xEF, 0xBB, 0xBF], .utf8, ""),
      ([0xEF, 0xBB], .utf8, "ï»"),
      ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], .utf8, "\u{FEFF}"),
      ([0xFF, 0xFE, 0x41, 0x00], .utf16LE, "A"),
      ([0xFE, 0xFF, 0x00, 0x41], .utf16BE, "A"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00], .utf32LE, "A"),
      ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x41], .utf32BE, "A"),
    ] as [([UInt8], TextEncoding, String)])
  func `leaves out one byte order mark at the start`(
    bytes: [UInt8], encoding: TextEncoding, expected: String
  ) throws {
    for chunkByteCount in ChunkedSource.sizes {
      #expect(try decode(bytes, encoding, chunkByteCount) == expected)
    }
  }

  @Test(arguments: [TextEncoding.utf8, .windows1252, .utf16LE, .utf16BE, .utf32LE, .utf32BE])
  func `gives the same valid UTF-8 for random bytes in chunks of any size`(
    encoding: TextEncoding
  ) throws {
    var generator = SplitMix(seed: 1)
    for _ in 0..<50 {
      // Many bytes from 0x80 on, so that sequences that are almost valid come up.
      let bytes = (0..<200).map { _ in
        UInt8.random(in: Bool.random(using: &generator) ? 0xBF...0xF4 : 0...255, using: &generator)
      }
      let whole = try decode(bytes, encoding)
      for chunkByteCount in 1...9 {
        #expect(try decode(bytes, encoding, chunkByteCount) == whole)
      }
    }
  }

  @Test func `reads past the end of its own chunks`() throws {
    let text = String(repeating: "é😀a", count: 200_000)
    #expect(try decode(Array(text.utf8), .utf8, 1 << 20) == text)
  }

  @Test func `hands on what was read before a failure, then the failure`() {
    let source = ChunkedSource(Array("abcdef".utf8), chunkByteCount: 3, failsAt: 3)
    var decoded = DecodedText(head: [], rest: source, encoding: .utf8)
    var buffer: [UInt8] = []
    #expect(throws: ReadFailure(errorNumber: 5)) {
      while try decoded.append(to: &buffer) {}
    }
    #expect(buffer == Array("abc".utf8))
  }

  @Test(arguments: [7, 16, 1 << 16])
  func `leaves out the colours of terminals`(chunkByteCount: Int) throws {
    let text = "\u{1B}[32mINFO\u{1B}[0m nr \u{1B}[1;31m\u{1B}[K12\u{1B}[m34 \u{1B}[é \u{1B}x\u{1B}["
    #expect(try decode(Array(text.utf8), .utf8, chunkByteCount) == "INFO nr 1234 é x")
    let wide = "[31m\u{1B}x"
    #expect(try decode(Array(wide.utf8), .utf8, chunkByteCount) == wide)
  }

  private func decode(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ chunkByteCount: Int = 1 << 16
  ) throws -> String? {
    let head = Array(bytes.prefix(chunkByteCount))
    let rest = ChunkedSource(Array(bytes.dropFirst(head.count)), chunkByteCount: chunkByteCount)
    var decoded = DecodedText(head: head, rest: rest, encoding: encoding)
    var buffer: [UInt8] = []
    while try decoded.append(to: &buffer) {}
    return String(validating: buffer, as: UTF8.self)
  }

  private func bytes(of number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
  }
}
