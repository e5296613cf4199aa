import CByteClasses
import TestSupport
import Testing

/// What is counted and sought of the lines of a text, on every path that this machine has.
@Suite struct LinesTests {
  static let paths = [vp_path_portable, vp_path_avx2, vp_path_avx512].filter {
    vp_has_path($0) != 0
  }

  @Test(arguments: Self.paths)
  func `counts and finds what a look at each byte does`(path: vp_path) {
    var generator = SplitMix64(seed: 17)
    for length in Array(0..<300) + [1000, 5000] {
      // Few gaps and line feeds, so that whole pieces have none; then many.
      for letters in [Array("abcdefgh ".utf8) + Array("ë".utf8), Array("a \n|\té".utf8)] {
        let bytes = (0..<length).map { _ in letters.randomElement(using: &generator) ?? 0 }
        let feed = bytes.lastIndex(of: 0x0A)
        #expect(vp_count_line_feeds(path, bytes, length) == bytes.count { $0 == 0x0A })
        #expect(vp_count_characters(path, bytes, length) == bytes.count { $0 & 0xC0 != 0x80 })
        #expect(vp_line_start(path, bytes, length) == feed.map { $0 + 1 } ?? 0)
        #expect(vp_first_gap(path, bytes, length) == firstGap(bytes))
      }
    }
  }

  @Test(arguments: Self.paths)
  func `finds a gap and a line wherever they stand`(path: vp_path) {
    for length in [1, 2, 63, 64, 65, 128, 129, 200] {
      for place in 0..<length {
        for gap in [Array("\t".utf8), Array("|".utf8), Array("  ".utf8)] {
          var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          bytes.replaceSubrange(place..<min(place + gap.count, length), with: gap)
          #expect(vp_first_gap(path, bytes, bytes.count) == firstGap(bytes))
        }
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = 0x0A
        #expect(vp_line_start(path, bytes, length) == place + 1)
        #expect(vp_count_line_feeds(path, bytes, length) == 1)
      }
    }
  }

  private func firstGap(_ bytes: [UInt8]) -> Int {
    bytes.indices.first {
      bytes[$0] == 0x09 || bytes[$0] == UInt8(ascii: "|")
        || $0 > 0 && bytes[$0] == 0x20 && bytes[$0 - 1] == 0x20
    } ?? bytes.count
  }
}
