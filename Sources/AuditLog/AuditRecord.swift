/// An entry with its place in the log.
package struct AuditRecord: Hashable, Sendable {
  /// From 1, without gaps.
  package let number: Int
  package let entry: AuditEntry
  /// The code of the line before it; of the first line, what the key gives.
  package let previous: [UInt8]
  /// Keyed: follows from all that stands in the line.
  package let code: [UInt8]

  var head: AuditHead { AuditHead(number: number, code: code) }
}
