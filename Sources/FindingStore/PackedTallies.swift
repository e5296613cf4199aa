internal import ScanModel
internal import Wire

/// The tallies of an examination as bytes; their examples are told by where they stand among its
/// findings.
struct PackedTallies {
  /// Without examples.
  private(set) var tallies: [KindTally] = []
  /// For each tally, where its examples stand among the findings of the examination, from 0; empty
  /// where they were not wanted.
  private(set) var ordinals: [[Int]] = []

  static func pack(_ tallies: [KindTally], examples: (String) -> [Int] = { _ in [] }) -> [UInt8] {
    var wire = WireWriter()
    for tally in tallies {
      wire.append(tally.kind)
      wire.append(tally.countByLevel[.low])
      wire.append(tally.countByLevel[.medium])
      wire.append(tally.countByLevel[.high])
      wire.append(tally.distinctCount)
      wire.append(tally.highestHundredths)
      wire.append(examples(tally.kind)) { $0.append($1) }
    }
    return wire.bytes
  }

  /// Throws where the bytes are not what `pack` made.
  init(_ bytes: [UInt8], withOrdinals: Bool = false) throws(WireReader.Mismatch) {
    var wire = WireReader(bytes)
    // One with a few examples takes about so many bytes.
    tallies.reserveCapacity(bytes.count / 16)
    while !wire.rest.isEmpty {
      let kind = try wire.string()
      let counts = LevelCounts(
        low: try wire.integer(), medium: try wire.integer(), high: try wire.integer())
      let distinctCount = try wire.integer()
      tallies.append(
        KindTally(
          kind: kind, countByLevel: counts,
          highestConfidence: Confidence(Double(try wire.integer()) / 100),
          distinctCount: distinctCount, examples: []))
      if withOrdinals {
        ordinals.append(try wire.integers())
      } else {
        try wire.skipIntegers()
      }
    }
  }

  /// The tallies with their examples, by where these stand.
  func tallies(with findings: [Int: Finding]) -> [KindTally] {
    zip(tallies, ordinals).map { tally, ordinals in
      KindTally(
        kind: tally.kind, countByLevel: tally.countByLevel,
        highestConfidence: tally.highestConfidence, distinctCount: tally.distinctCount,
        examples: ordinals.compactMap { findings[$0] })
    }
  }
}

extension KindTally {
  /// Its highest confidence in hundredths.
  fileprivate var highestHundredths: Int { Int((highestConfidence.value * 100).rounded()) }
}
