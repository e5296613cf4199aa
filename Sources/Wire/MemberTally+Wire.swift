package import ScanModel

extension MemberTally {
  package func write(to wire: inout WireWriter) {
    wire.append(examinedCount)
    wire.append(incompleteCount)
    wire.append(incomplete) { $1.write(to: &$0) }
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    self.init(
      examinedCount: try wire.integer(), incompleteCount: try wire.integer(),
      incomplete: try wire.list { wire throws(WireReader.Mismatch) in
        try IncompleteMember(from: &wire)
      })
  }
}

extension IncompleteMember {
  fileprivate func write(to wire: inout WireWriter) {
    wire.append(parts) { $1.write(to: &$0) }
    wire.append(contentType)
    wire.append(reason.rawValue)
  }

  fileprivate init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    let parts = try wire.parts()
    let contentType = try wire.string()
    guard let reason = PartialReason(rawValue: try wire.string()) else {
      throw WireReader.Mismatch()
    }
    self.init(parts: parts, contentType: contentType, reason: reason)
  }
}
