import Testing

@testable import ContentTypes

@Suite struct ControlCountsTests {
  /// What a text editor shows as a symbol: all of C0 but line ends, tabs, form feeds, backspace and
  /// escape, and DEL.
  private static let controls = Set<UInt8>(0...31).subtracting([8, 9, 10, 11, 12, 13, 27]).union([
    127
  ])

  @Test func `counts every byte that is a control character, at any place`() {
    for byte in UInt8.min...UInt8.max {
      for position in [0, 1, 15, 16, 17, 39] {
        var head = [UInt8](repeating: 0x61, count: 40)
        head[position] = byte
        let counts = ControlCounts(head.span)
        #expect(counts.nulCount == (byte == 0 ? 1 : 0))
        #expect(counts.controlCount == (byte != 0 && Self.controls.contains(byte) ? 1 : 0))
      }
    }
  }

  @Test(arguments: [0, 1, 15, 16, 4079, 4080, 4081, 9000, 65_536])
  func `counts as many as there are`(count: Int) {
    let nuls = ControlCounts([UInt8](repeating: 0, count: count).span)
    #expect(nuls.nulCount == count)
    #expect(nuls.controlCount == 0)
    let others = ControlCounts([UInt8](repeating: 1, count: count).span)
    #expect(others.nulCount == 0)
    #expect(others.controlCount == count)
  }
}
