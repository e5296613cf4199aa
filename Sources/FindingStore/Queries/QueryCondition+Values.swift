internal import Cryptography
internal import GRDB

extension QueryCondition {
  /// One of the values may occur in the content or in the path.
  ///
  /// Paths are few: a partial index finds the states with values in theirs.
  static func holding(
    _ values: Set<ValueHash>, in database: Database
  ) throws -> QueryCondition {
    let examinations = try ValueIndex.examinations(thatMayHold: values, in: database)
    let list = "[" + examinations.map { String($0) }.joined(separator: ",") + "]"
    return QueryCondition(
      """
      state.id IN (
        SELECT id FROM state WHERE examination IN (SELECT value FROM json_each(?))
        UNION SELECT id FROM state WHERE path_findings IS NOT NULL)
      """, [list])
  }
}
