package import ScanModel

extension MemberContent {
  package func write(to wire: inout WireWriter) {
    wire.append(part) { $1.write(to: &$0) }
    wire.append(digest.bytes)
    wire.append(byteCount)
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    let part = try wire.parts()
    guard let digest = ContentDigest(try wire.byteString()) else { throw WireReader.Mismatch() }
    self.init(part: part, digest: digest, byteCount: try wire.integer())
  }
}
