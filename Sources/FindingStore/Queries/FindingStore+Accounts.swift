internal import GRDB

extension FindingStore {
  /// The name of a user, as it was when his file was scanned; else his number.
  func accountName(_ number: Int64?, in database: Database) throws -> String? {
    guard let number else { return nil }
    return try String.fetchOne(
      database.cachedStatement(sql: "SELECT name FROM account WHERE sort = 0 AND number = ?"),
      arguments: [number]) ?? String(number)
  }
}
