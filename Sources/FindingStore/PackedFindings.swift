internal import Cryptography
internal import ScanModel
internal import Wire

/// A block of packed findings, taken apart.
struct PackedFindings {
  static let version = 1

  let findings: [StoredFinding]

  /// Throws where the bytes are not what a `FindingPacker` made.
  init(_ body: [UInt8]) throws(WireReader.Mismatch) {
    var wire = WireReader(body)
    guard try wire.integer() == Self.version else { throw WireReader.Mismatch() }
    let kinds = try wire.list { wire throws(WireReader.Mismatch) in try wire.string() }
    let parts = try wire.list { wire throws(WireReader.Mismatch) in try wire.parts() }
    let places = try wire.list { wire throws(WireReader.Mismatch) in try Place(from: &wire) }
    let reasons = try wire.list { wire throws(WireReader.Mismatch) in
      try wire.list { wire throws(WireReader.Mismatch) in try Reason(from: &wire) }
    }
    let hashes = try wire.list { wire throws(WireReader.Mismatch) in
      guard let hash = ValueHash(try wire.byteString()) else { throw WireReader.Mismatch() }
      return hash
    }
    let count = try wire.integer()
    var rows = WireReader(try wire.byteString())
    var findings: [StoredFinding] = []
    for _ in 0..<max(count, 0) {
      let kind = try kinds.at(rows.integer())
      let part = try parts.at(rows.integer())
      let form = try places.at(rows.integer())
      let place = form.with(number: try rows.integer(), column: try rows.integer())
      let confidence = Confidence(Double(try rows.integer()) / 100)
      findings.append(
        StoredFinding(
          kind: kind, part: part, place: place, confidence: confidence,
          reasons: try reasons.at(rows.integer()), hash: try hashes.at(rows.integer()),
          mask: PackedMask.text(try rows.byteString())))
    }
    self.findings = findings
  }
}

extension PackedFindings {
  /// Whether one of the values occurs in the block; true for nil, which stands for any.
  static func mayHold(
    _ values: Set<ValueHash>?, in body: [UInt8]
  ) throws(WireReader.Mismatch) -> Bool {
    guard let values else { return true }
    return try hashes(in: body).contains { values.contains($0) }
  }

  /// The values that occur in the block, each once.
  ///
  /// Reads what stands before the rows.
  static func hashes(in body: [UInt8]) throws(WireReader.Mismatch) -> [ValueHash] {
    var wire = WireReader(body)
    guard try wire.integer() == Self.version else { throw WireReader.Mismatch() }
    _ = try wire.list { wire throws(WireReader.Mismatch) in try wire.string() }
    _ = try wire.list { wire throws(WireReader.Mismatch) in try wire.parts() }
    _ = try wire.list { wire throws(WireReader.Mismatch) in try Place(from: &wire) }
    _ = try wire.list { wire throws(WireReader.Mismatch) in
      try wire.list { wire throws(WireReader.Mismatch) in try Reason(from: &wire) }
    }
    return try wire.list { wire throws(WireReader.Mismatch) in
      guard let hash = ValueHash(try wire.byteString()) else { throw WireReader.Mismatch() }
      return hash
    }
  }
}

extension Array {
  fileprivate func at(_ index: Int) throws(WireReader.Mismatch) -> Element {
    guard indices.contains(index) else { throw WireReader.Mismatch() }
    return self[index]
  }
}
