import ScanModel
import TestSupport
import Testing
import Wire

@testable import FindingStore

@Suite struct PackedFindingsTests {
  private static let body: [UInt8] = {
    var packer = FindingPacker(MadeUpFindings.hasher)
    for (number, place) in MadeUpFindings.places.enumerated() {
      packer.take([
        MadeUpFindings.finding(
          number, part: MadeUpFindings.parts[number], at: place, reasons: MadeUpFindings.reasons)
      ])
    }
    return packer.takeBlocks(isAtEnd: true).first?.body ?? []
  }()

  @Test func `refuses a block that breaks off at any byte`() {
    for count in 0..<Self.body.count {
      #expect(throws: WireReader.Mismatch.self) {
        try PackedFindings(Array(Self.body[..<count]))
      }
    }
  }

  @Test(arguments: [0x00, 0x01, 0x7F, 0x80, 0xFF] as [UInt8])
  func `survives any byte that was changed`(byte: UInt8) {
    for place in Self.body.indices {
      var body = Self.body
      body[place] = byte
      _ = try? PackedFindings(body)
    }
  }

  @Test func `survives bytes that are no block`() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<60, using: &generator)
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = try? PackedFindings([1] + noise)
    }
  }

  @Test func `refuses rows that it cannot have`() {
    // A version, five empty lists, and 2^62 rows of nothing.
    let count: [UInt8] = [UInt8](repeating: 0x80, count: 8) + [0x40]
    #expect(throws: WireReader.Mismatch.self) {
      try PackedFindings([1, 0, 0, 0, 0, 0] + count + [0])
    }
  }
}
