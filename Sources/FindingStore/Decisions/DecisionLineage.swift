internal import GRDB

/// Which items and contents the decisions on single findings follow, extended as a run writes items:
/// a file that has moved keeps its content, one that has changed keeps its path.
struct DecisionLineage {
  /// Ids of decisions.
  private var byItem: [Int64: Set<Int64>] = [:]
  private var byContent: [Int64: Set<Int64>] = [:]

  /// Stands for an item or content that is not known (any more).
  static let unknown: Int64 = 0

  init(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT decision, item, content FROM decision_file
        WHERE decision IN (SELECT id FROM decision WHERE withdrawn IS NULL)
        """)
    while let row = try rows.next() {
      note(row[0], item: row[1], content: row[2])
    }
  }

  /// Where a decision knows one of the two, it knows the other from now on.
  mutating func follow(item: Int64, content: Int64, in database: Database) throws {
    guard !byItem.isEmpty || !byContent.isEmpty else { return }
    let ofItem = byItem[item] ?? []
    let ofContent = byContent[content] ?? []
    for decision in ofItem.symmetricDifference(ofContent) {
      try database.execute(
        sql: "INSERT OR IGNORE INTO decision_file VALUES (?, ?, ?)",
        arguments: [decision, item, content])
      note(decision, item: item, content: content)
    }
  }

  private mutating func note(_ decision: Int64, item: Int64, content: Int64) {
    if item != Self.unknown { byItem[item, default: []].insert(decision) }
    if content != Self.unknown { byContent[content, default: []].insert(decision) }
  }
}
