import GRDB

@testable import FindingStore

extension FindingStore {
  /// The first column of all rows, as text.
  func rows(_ sql: String, _ arguments: String...) throws -> [String] {
    try pool.read { database in
      try Row.fetchAll(database, sql: sql, arguments: StatementArguments(arguments)).map { row in
        let value: DatabaseValue = row[0]
        return String.fromDatabaseValue(value) ?? Int.fromDatabaseValue(value).map { "\($0)" } ?? ""
      }
    }
  }

  func execute(_ sql: String) throws {
    try pool.write { try $0.execute(sql: sql) }
  }
}
