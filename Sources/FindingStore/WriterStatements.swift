internal import GRDB

/// The statements with which items are written, ready for one transaction.
struct WriterStatements {
  let database: Database
  let findFolder: RawStatement
  let insertFolder: RawStatement
  let findItem: RawStatement
  let insertItem: RawStatement
  let findContent: RawStatement
  let insertContent: RawStatement
  let findExamination: RawStatement
  let insertExamination: RawStatement
  let insertBlock: RawStatement
  let findState: RawStatement
  let findAlikeState: RawStatement
  let deleteState: RawStatement
  let endState: RawStatement
  let insertState: RawStatement
  let insertAccount: RawStatement

  init(_ database: Database) throws {
    self.database = database
    findFolder = try RawStatement(database, "SELECT id FROM folder WHERE path = ?")
    insertFolder = try RawStatement(database, "INSERT INTO folder (path) VALUES (?)")
    findItem = try RawStatement(database, "SELECT id FROM item WHERE folder = ? AND name = ?")
    insertItem = try RawStatement(
      database, "INSERT OR IGNORE INTO item (folder, name) VALUES (?, ?)")
    findContent = try RawStatement(database, "SELECT id FROM content WHERE digest = ?")
    insertContent = try RawStatement(
      database, "INSERT OR IGNORE INTO content (digest, byte_count) VALUES (?, ?)")
    findExamination = try RawStatement(
      database, "SELECT min(id) FROM examination WHERE content = ? AND recipe = ?")
    insertExamination = try RawStatement(
      database,
      """
      INSERT INTO examination (id, content, recipe, content_type, outcome, reason, error, examined,
        members, stopped, suppressed, tallies) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertBlock = try RawStatement(database, "INSERT INTO finding_block VALUES (?, ?, ?, ?)")
    findState = try RawStatement(
      database, "SELECT id, first_run FROM state WHERE item = ? AND until_run IS NULL")
    findAlikeState = try RawStatement(
      database,
      """
      SELECT count(*) FROM state JOIN examination ON examination.id = state.examination
      WHERE item = ? AND until_run IS NULL AND content IS NULL AND recipe = ? AND outcome = ?
        AND reason IS ? AND error IS ? AND byte_count = ? AND modified IS ? AND changed IS ?
      """)
    deleteState = try RawStatement(database, "DELETE FROM state WHERE id = ?")
    endState = try RawStatement(database, "UPDATE state SET until_run = ? WHERE id = ?")
    insertState = try RawStatement(
      database,
      """
      INSERT INTO state (item, first_run, examination, path_findings, device, inode, byte_count,
        modified, changed, link_count, mode, user_id, group_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertAccount = try RawStatement(database, "INSERT OR REPLACE INTO account VALUES (?, ?, ?)")
  }
}
