package import ScanModel

/// A listed file that was not examined to its last byte.
package struct FileGap {
  let provenance: Provenance
  let byteCount: Int
  let contentType: String
  let outcome: Outcome
  let members: MemberTally

  package init(
    path: FilePath, byteCount: Int, contentType: String, outcome: Outcome, members: MemberTally
  ) {
    provenance = Provenance(path: path)
    self.byteCount = byteCount
    self.contentType = contentType
    self.outcome = outcome
    self.members = members
  }

  /// Returns nil for a record of a file that was examined in full.
  init?(_ record: FileRecord) {
    guard record.outcome != .scanned else { return nil }
    provenance = record.provenance
    byteCount = record.byteCount
    contentType = record.contentType
    outcome = record.outcome
    members = record.members
  }

  /// Whether this gap comes before `other`: what people can mend first, types without reader last.
  package func precedes(_ other: FileGap) -> Bool {
    let (rank, otherRank) = (outcome.gapRank, other.outcome.gapRank)
    return rank == otherRank ? provenance.precedes(other.provenance) : rank < otherRank
  }
}

extension Outcome {
  /// The place of the reason in lists of gaps, from 0.
  fileprivate var gapRank: Int {
    switch self {
    case .scanned: .max
    case .partial: 3
    case .notExamined(let reason):
      switch reason {
      case .directoryUnreadable: 0
      case .unreadable: 1
      case .encrypted: 2
      case .tooLarge: 4
      case .vanished: 5
      case .interrupted: 6
      case .special: 7
      case .unsupportedType: 8
      }
    }
  }
}

extension IncompleteMember {
  /// The stable code of reports: a member without reader, password or place was not examined at all.
  var status: String {
    switch reason {
    case .unsupportedMembers, .encrypted: "not-examined"
    default: "partial"
    }
  }
}
