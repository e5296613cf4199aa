package import Cryptography
internal import GRDB
package import ScanModel

/// Which findings are asked for.
package struct FindingQuery: Sendable {
  /// Of which time.
  package enum Moment: Sendable {
    /// What is there, as far as runs have seen.
    case now
    /// What was there at the end of a run, within its roots.
    case run(StoredRun)
    /// What was there once: of items that are gone and contents that were replaced.
    case gone
  }

  package var moment = Moment.now
  /// Ids of kinds; empty for all.
  package var kinds: Set<String> = []
  package var minimumLevel = Confidence.Level.low
  /// Absolute paths of files and folders; empty for all.
  package var paths: [FilePath] = []
  package var matchesPath: (@Sendable (FilePath) -> Bool)?
  /// The name or number of a user.
  package var owner: String?
  /// The content was changed last before this time; nanoseconds since 1970.
  package var changedBefore: Int64?
  /// The content was changed last at this time or after it.
  package var changedSince: Int64?
  /// Only findings of these values; nil for all.
  package var values: Set<ValueHash>?

  package init() {}

  func takes(_ finding: StoredFinding) -> Bool {
    (kinds.isEmpty || kinds.contains(finding.kind)) && finding.confidence.level >= minimumLevel
      && values?.contains(finding.hash) != false
  }

  /// What the database can tell.
  func condition(in database: Database) throws -> QueryCondition {
    var conditions: [QueryCondition] = []
    switch moment {
    case .now: conditions.append(.isCurrent)
    case .run(let run): conditions += [.held(in: run.id), .within(run.roots)]
    case .gone: conditions.append(.isGone)
    }
    if !paths.isEmpty { conditions.append(.within(paths)) }
    if let owner { conditions.append(.owned(by: owner)) }
    if let changedBefore { conditions.append(QueryCondition("modified < ?", [changedBefore])) }
    if let changedSince { conditions.append(QueryCondition("modified >= ?", [changedSince])) }
    if let values { conditions.append(try .holding(values, in: database)) }
    return QueryCondition(all: conditions)
  }
}
