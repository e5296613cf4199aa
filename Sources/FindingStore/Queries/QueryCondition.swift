internal import Foundation
internal import GRDB
internal import ScanModel

/// A part of the WHERE of a query, with its arguments.
///
/// The tables are called `state`, `item`, `folder` and `examination`.
struct QueryCondition {
  let sql: String
  let arguments: [any DatabaseValueConvertible]

  /// The arguments, as statements take them.
  var values: StatementArguments { StatementArguments(arguments.map(\.databaseValue)) }

  init(_ sql: String, _ arguments: [any DatabaseValueConvertible] = []) {
    self.sql = sql
    self.arguments = arguments
  }

  /// All of the conditions hold.
  init(all conditions: [QueryCondition]) {
    self.init(
      conditions.isEmpty ? "TRUE" : conditions.map { "(\($0.sql))" }.joined(separator: " AND "),
      conditions.flatMap(\.arguments))
  }

  /// The states that hold until now.
  static var isCurrent: QueryCondition { QueryCondition("state.until_run IS NULL") }

  /// The states that held when the run ended.
  static func held(in run: Int64) -> QueryCondition {
    QueryCondition(
      "state.first_run <= ? AND (state.until_run IS NULL OR state.until_run > ?)", [run, run])
  }

  /// The states after whose end their item was gone or had another content.
  static var isGone: QueryCondition {
    QueryCondition(
      """
      state.until_run IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM state AS later JOIN examination AS after ON after.id = later.examination
        WHERE later.item = state.item AND later.id > state.id
          AND (after.id = state.examination OR after.content = examination.content))
      """)
  }

  /// The item is one of the paths or lies below one; none: any item.
  static func within(_ paths: [FilePath]) -> QueryCondition {
    let paths = paths.filter { $0.bytes != [UInt8(ascii: "/")] }
    guard !paths.isEmpty else { return QueryCondition("TRUE") }
    let conditions = paths.map { path in
      QueryCondition(
        """
        folder.path = ? OR (folder.path >= ? AND folder.path < ?) OR (folder.path = ? \
        AND item.name = ?)
        """,
        [
          // All that begins with the path and a slash; `0` comes directly behind the slash.
          Data(path.bytes), Data(path.bytes + [UInt8(ascii: "/")]),
          Data(path.bytes + [UInt8(ascii: "0")]), Data(path.folder.bytes), Data(path.name),
        ])
    }
    return QueryCondition(
      conditions.map { "(\($0.sql))" }.joined(separator: " OR "),
      conditions.flatMap(\.arguments))
  }

  /// The item belongs to the user with this name or number.
  static func owned(by user: String) -> QueryCondition {
    QueryCondition(
      "state.user_id IN (SELECT number FROM account WHERE sort = 0 AND name = ?) "
        + "OR state.user_id = ?", [user, Int64(user) ?? -1])
  }

  /// The path of an item as one row of bytes.
  static let path = """
    CAST(CASE folder.path WHEN x'2F' THEN x'' ELSE folder.path END || x'2F' || item.name AS BLOB)
    """

  /// The tables, joined.
  static let tables = """
    state JOIN item ON item.id = state.item JOIN folder ON folder.id = item.folder
      JOIN examination ON examination.id = state.examination
    """
}
