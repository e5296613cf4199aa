import CByteClasses
import TestSupport
import Testing

/// Which bytes are of one kind, on every path that this machine has.
@Suite struct KindsTests {
  @Test(arguments: LinesTests.paths)
  func `tells of random bytes what a look at each does`(path: vp_path) {
    var generator = SplitMix64(seed: 5)
    for length in Array(0..<300) + [1000, 5000] {
      // All bytes; then ASCII, with something above it near the end.
      for highest in [UInt8(0xFF), 0x7F] {
        var bytes = (0..<length).map { _ in UInt8.random(in: 0...highest, using: &generator) }
        if length > 0, highest == 0x7F { bytes[length - 1 - length / 7] = 0xE9 }
        let controlCount = bytes.count { controls.contains($0) }
        let end = bytes.firstIndex { $0 > 0x7F } ?? length
        #expect(vp_count_nuls(path, bytes, length) == bytes.count { $0 == 0 })
        #expect(vp_count_controls(path, bytes, length) == controlCount)
        #expect(vp_ascii_end(path, bytes, length) == end)
        for sought in [[UInt8(0)], [0x0A, 0x7F], [0x0A, 0xFF]] {
          let places = bytes.indices.filter { sought.contains(bytes[$0]) }
          #expect(self.places(of: sought, in: bytes, path) == places)
        }
      }
    }
  }

  @Test(arguments: LinesTests.paths)
  func `finds no byte above ASCII in ASCII`(path: vp_path) {
    for length in [0, 1, 63, 64, 65, 200] {
      let bytes = [UInt8](repeating: 0x7F, count: length)
      #expect(vp_ascii_end(path, bytes, length) == length)
    }
  }

  /// NUL to BEL, SO to SUB, FS to US, DEL.
  private let controls: Set<UInt8> = Set(
    Array(0x00...0x07) + Array(0x0E...0x1A) + Array(0x1C...0x1F) + [0x7F])

  /// The numbers of the bits that are set, one byte after the other.
  private func places(of sought: [UInt8], in bytes: [UInt8], _ path: vp_path) -> [Int] {
    var words = [UInt64](repeating: 0, count: (bytes.count + 63) / 64)
    for byte in sought { vp_mark(path, bytes, bytes.count, byte, &words) }
    return (0..<words.count * 64).filter { words[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
  }
}
