internal import ScanModel
internal import Wire

/// The tallies of an examination, packed for scans that only count; their examples lie apart.
enum PackedTallies {
  static func pack(_ tallies: [KindTally]) -> [UInt8] {
    var wire = WireWriter()
    for tally in tallies {
      wire.append(tally.kind)
      wire.append(tally.countByLevel[.low])
      wire.append(tally.countByLevel[.medium])
      wire.append(tally.countByLevel[.high])
      wire.append(tally.distinctCount)
      wire.append(tally.highestHundredths)
    }
    return wire.bytes
  }

  /// Throws where the bytes are not what `pack` made.
  ///
  /// `examples` is a block of findings, empty where
  /// there are none or none are wanted.
  static func unpack(
    _ bytes: [UInt8], examples: [UInt8] = []
  ) throws(WireReader.Mismatch) -> [KindTally] {
    let examples = examples.isEmpty ? [] : try PackedFindings(examples).findings
    var wire = WireReader(bytes)
    var tallies: [KindTally] = []
    while !wire.rest.isEmpty {
      let kind = try wire.string()
      let counts = LevelCounts(
        low: try wire.integer(), medium: try wire.integer(), high: try wire.integer())
      let distinctCount = try wire.integer()
      tallies.append(
        KindTally(
          kind: kind, countByLevel: counts,
          highestConfidence: Confidence(Double(try wire.integer()) / 100),
          distinctCount: distinctCount,
          examples: examples.filter { $0.kind == kind }.map(\.finding)))
    }
    return tallies
  }
}

extension KindTally {
  /// Its highest confidence in hundredths.
  var highestHundredths: Int { Int((highestConfidence.value * 100).rounded()) }
}
