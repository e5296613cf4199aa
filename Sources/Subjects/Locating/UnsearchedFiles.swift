package import ScanModel

/// What was listed and not searched to its end, and what was left out by choice.
package struct UnsearchedFiles: Sendable {
  /// A file that was not searched to its end.
  package struct Gap: Hashable, Sendable {
    package let path: FilePath
    package let byteCount: Int
    /// The id of its content type, empty where it was never opened.
    package let contentType: String
    package let outcome: Outcome
    /// Of an archive or document: its parts that were not read, or not wholly.
    package let members: MemberTally

    package init(
      path: FilePath, byteCount: Int, contentType: String, outcome: Outcome, members: MemberTally
    ) {
      self.path = path
      self.byteCount = byteCount
      self.contentType = contentType
      self.outcome = outcome
      self.members = members
    }
  }

  /// An entry that was left out by choice.
  package struct LeftOut: Hashable, Sendable {
    package let path: FilePath
    package let reason: LeftOutReason

    package init(path: FilePath, reason: LeftOutReason) {
      self.path = path
      self.reason = reason
    }
  }

  /// Ordered by path; at most `listLimit`.
  package internal(set) var gaps: [Gap] = []
  package internal(set) var gapCount = 0
  /// Ordered by path; at most `listLimit`.
  package internal(set) var leftOut: [LeftOut] = []
  package internal(set) var leftOutCount = 0

  /// How many of each are kept with their paths; the coverage counts all.
  package static let listLimit = 100_000

  package init() {}

  /// Adds what another search could not search, behind the rest.
  package mutating func add(_ more: [Gap]) {
    gapCount += more.count
    gaps += more.prefix(max(0, Self.listLimit - gaps.count))
  }
}
