internal import Foundation
internal import GRDB
internal import Hashing

extension QueryCondition {
  /// One of the values may occur in the content or in the path.
  ///
  /// Paths are few: a partial index finds the states with values in theirs.
  static func holding(_ values: Set<ValueHash>) -> QueryCondition {
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    return QueryCondition(
      """
      state.id IN (
        SELECT id FROM state WHERE examination IN (
          SELECT examination FROM value WHERE hash IN (\(marks)))
        UNION SELECT id FROM state WHERE examination >= (SELECT first_unlisted FROM store)
        UNION SELECT id FROM state WHERE path_findings IS NOT NULL)
      """, values.map { Data($0.bytes) })
  }
}
