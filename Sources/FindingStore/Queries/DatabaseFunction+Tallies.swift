internal import Foundation
internal import GRDB
internal import ScanModel

extension DatabaseFunction {
  /// `finding_count(tallies)`: how many findings packed tallies count.
  static var findingCount: DatabaseFunction {
    DatabaseFunction("finding_count", argumentCount: 1, pure: true) { values in
      guard let packed = Data.fromDatabaseValue(values[0]) else { return nil }
      return try PackedTallies(Array(packed)).tallies.reduce(0) { $0 + $1.count }
    }
  }
}
