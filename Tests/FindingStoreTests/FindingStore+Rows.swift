import Foundation
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

  /// All entries of the index of values, segment by segment, as they stand there.
  func listedEntries() throws -> [ValueEntry] {
    try pool.read { database in
      var entries: [ValueEntry] = []
      let rows = try Row.fetchCursor(
        database, sql: "SELECT first, body FROM value_block ORDER BY segment, id")
      while let row = try rows.next() {
        try ValueBlock.each(first: row[0], Array(row[1] as Data)) {
          entries.append($0)
          return true
        }
      }
      return entries
    }
  }
}
