package import ScanModel
package import Wire

/// How the reading of a document ended, as a worker tells it.
package struct DocumentEnd: Sendable {
  /// nil where all of it was read.
  package var reason: PartialReason?
  /// Whether nothing of it could be read.
  package var isUnread = false
  package var members = MemberTally()
  /// Ids of patterns that were stopped by their match limit.
  package var stoppedPatterns: [String] = []
  package var suppressedCount = 0
  /// The most memory that the worker has had resident, in bytes.
  package var residentByteCount = 0

  package init() {}

  package func write(to wire: inout WireWriter) {
    wire.append(reason?.rawValue ?? "")
    wire.append(isUnread)
    members.write(to: &wire)
    wire.append(stoppedPatterns) { $0.append($1) }
    wire.append(suppressedCount)
    wire.append(residentByteCount)
  }

  package init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    let code = try wire.string()
    if !code.isEmpty {
      guard let reason = PartialReason(rawValue: code) else { throw WireReader.Mismatch() }
      self.reason = reason
    }
    isUnread = try wire.boolean()
    members = try MemberTally(from: &wire)
    stoppedPatterns = try wire.list { wire throws(WireReader.Mismatch) in try wire.string() }
    suppressedCount = try wire.integer()
    residentByteCount = try wire.integer()
  }
}
