import ScanModel
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
    var generator = SeededGenerator(seed: 7)
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

/// The same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
