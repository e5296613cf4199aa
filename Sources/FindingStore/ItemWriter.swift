internal import Cryptography
internal import GRDB
internal import Glibc
internal import ScanModel
internal import Wire

/// Writes items of one run within a transaction.
struct ItemWriter {
  private struct Account: Hashable {
    /// 0 for users, 1 for groups.
    let sort: Int
    let number: UInt32
  }

  let run: Int64
  let recipe: Int64
  let hasher: ValueHasher
  private var folders: [FilePath: Int64] = [:]
  /// Whose names are written.
  private var accounts: Set<Account> = []
  private var values = ValueIndex()
  /// Read with the first item.
  private var lineage: DecisionLineage?

  private static let folderLimit = 10_000

  init(run: Int64, recipe: Int64, hasher: ValueHasher) {
    self.run = run
    self.recipe = recipe
    self.hasher = hasher
  }

  /// Writes items where they stand: a copy of one counts many references.
  mutating func write(_ items: [ExaminedItem], with statements: WriterStatements) throws {
    let items = items.span
    for index in items.indices { try write(items[index], with: statements) }
  }

  private mutating func write(
    _ item: borrowing ExaminedItem, with statements: WriterStatements
  ) throws {
    let (id, isNew) = try itemID(item.path, with: statements)
    if item.record.digest == nil, !isNew, try hasEnded(alike: item, id, with: statements) {
      if item.hasEarlyBlocks { try removeBlocks(of: item.examination, with: statements) }
      return
    }
    let content = try item.record.digest.map {
      try self.content($0, item.record.byteCount, with: statements)
    }
    let known = try content.flatMap { content in
      content.isNew ? nil : try self.examination(of: content.id, with: statements)
    }
    let examination =
      try known ?? insertExamination(of: item, content: content?.id, with: statements)
    // Another file of the same content was done before.
    if item.hasEarlyBlocks, examination != item.examination {
      try removeBlocks(of: item.examination, with: statements)
    }
    if !isNew { try endState(of: id, with: statements) }
    try insertState(of: item, id, examination, with: statements)
    guard let content = content?.id else { return }
    if lineage == nil { lineage = try DecisionLineage(statements.database) }
    try lineage?.follow(item: id, content: content, in: statements.database)
  }

  /// Whether the item was not examined before, and for the same reason.
  private func hasEnded(
    alike item: ExaminedItem, _ id: Int64, with statements: WriterStatements
  ) throws -> Bool {
    let end = StoredOutcome(item.record.outcome, byteCount: item.record.byteCount)
    let facts = item.record.facts
    let find = statements.findAlikeState
    find.bind(1, id)
    find.bind(2, recipe)
    find.bind(3, end.outcome)
    find.bind(4, end.reason)
    find.bind(5, end.errorNumber.map { Int64($0) })
    find.bind(6, item.record.byteCount)
    find.bind(7, facts?.modified)
    find.bind(8, facts?.changed)
    return try find.number() == 1
  }

  /// Writes blocks of an examination that goes on.
  mutating func write(
    _ blocks: [FindingPacker.Block], examination: Int64, firstNumber: Int, firstOrdinal: Int,
    with statements: WriterStatements
  ) throws {
    var ordinal = firstOrdinal
    let insert = statements.insertBlock
    for (offset, block) in blocks.enumerated() {
      insert.bind(1, examination)
      insert.bind(2, firstNumber + offset)
      insert.bind(3, ordinal)
      insert.bind(4, block.body)
      try insert.run()
      ordinal += block.count
      try values.add(block.keys, of: examination, in: statements.database)
    }
  }

  /// Removes the blocks of an examination that is not kept.
  mutating func removeBlocks(
    of examination: Int64, with statements: WriterStatements
  ) throws {
    values.remove(examination)
    let delete = try RawStatement(
      statements.database, "DELETE FROM finding_block WHERE examination = ?")
    delete.bind(1, examination)
    try delete.run()
  }

  /// Writes the values that wait; comes last in a run.
  mutating func finish(in database: Database) throws {
    try values.write(in: database)
    try ValueIndex.end(in: database)
  }

  // MARK: Examinations

  /// The id of the examination of a content, if it has one.
  private func examination(
    of content: Int64, with statements: WriterStatements
  ) throws -> Int64? {
    let find = statements.findExamination
    find.bind(1, content)
    find.bind(2, recipe)
    return try find.number()
  }

  private func content(
    _ digest: ContentDigest, _ byteCount: Int, with statements: WriterStatements
  ) throws -> (id: Int64, isNew: Bool) {
    let digest = hasher.code(of: digest)
    let insert = statements.insertContent
    insert.bind(1, digest)
    insert.bind(2, byteCount)
    try insert.run()
    let database = statements.database
    if database.changesCount == 1 { return (database.lastInsertedRowID, true) }
    statements.findContent.bind(1, digest)
    return (try statements.findContent.number() ?? 0, false)
  }

  private mutating func insertExamination(
    of item: ExaminedItem, content: Int64?, with statements: WriterStatements
  ) throws -> Int64 {
    let record = item.record
    let end = StoredOutcome(record.outcome, byteCount: record.byteCount)
    var members: [UInt8]?
    if record.members != MemberTally() {
      var wire = WireWriter()
      record.members.write(to: &wire)
      members = wire.bytes
    }
    let insert = statements.insertExamination
    insert.bind(1, item.examination)
    insert.bind(2, content)
    insert.bind(3, recipe)
    insert.bind(4, record.contentType)
    insert.bind(5, end.outcome)
    insert.bind(6, end.reason)
    insert.bind(7, end.errorNumber.map { Int64($0) })
    insert.bind(8, end.examinedByteCount)
    insert.bind(9, members)
    insert.bind(10, record.stoppedPatterns.joined(separator: " "))
    insert.bind(11, record.suppressedCount)
    insert.bind(12, item.tallies)
    try insert.run()
    if !item.hasEarlyBlocks {
      try write(
        item.blocks, examination: item.examination, firstNumber: 0, firstOrdinal: 0,
        with: statements)
    }
    return item.examination
  }

  // MARK: States

  private mutating func insertState(
    of item: ExaminedItem, _ id: Int64, _ examination: Int64, with statements: WriterStatements
  ) throws {
    let facts = item.record.facts
    let insert = statements.insertState
    insert.bind(1, id)
    insert.bind(2, run)
    insert.bind(3, examination)
    insert.bind(4, item.pathFindings?.body)
    insert.bind(5, facts.map { Int64(bitPattern: $0.identity.device) })
    insert.bind(6, facts.map { Int64(bitPattern: $0.identity.inode) })
    insert.bind(7, item.record.byteCount)
    insert.bind(8, facts?.modified)
    insert.bind(9, facts?.changed)
    insert.bind(10, facts.map { Int64($0.hardLinkCount) })
    insert.bind(11, facts.map { Int64($0.mode) })
    insert.bind(12, facts.map { Int64($0.userID) })
    insert.bind(13, facts.map { Int64($0.groupID) })
    try insert.run()
    if let facts {
      try writeName(of: Account(sort: 0, number: facts.userID), with: statements)
      try writeName(of: Account(sort: 1, number: facts.groupID), with: statements)
    }
  }

  /// Ends what the item was until now.
  private func endState(of item: Int64, with statements: WriterStatements) throws {
    let find = statements.findState
    find.bind(1, item)
    guard try find.next() else { return }
    let (state, firstRun) = (find.integer(0), find.integer(1))
    find.reset()
    if firstRun == run {
      // A run that goes on after it was killed has no history within itself.
      statements.deleteState.bind(1, state)
      try statements.deleteState.run()
    } else {
      statements.endState.bind(1, run)
      statements.endState.bind(2, state)
      try statements.endState.run()
    }
  }

  /// Keeps the name of a user or group, as this machine knows it; those without one have none.
  private mutating func writeName(
    of account: Account, with statements: WriterStatements
  ) throws {
    guard accounts.insert(account).inserted else { return }
    let name =
      account.sort == 0
      ? getpwuid(account.number).map { String(cString: $0.pointee.pw_name) }
      : getgrgid(account.number).map { String(cString: $0.pointee.gr_name) }
    guard let name else { return }
    let insert = statements.insertAccount
    insert.bind(1, account.sort)
    insert.bind(2, Int(account.number))
    insert.bind(3, name)
    try insert.run()
  }

  private mutating func itemID(
    _ path: FilePath, with statements: WriterStatements
  ) throws -> (id: Int64, isNew: Bool) {
    let folder = try folderID(path.folder, with: statements)
    let name = Array(path.name)
    let insert = statements.insertItem
    insert.bind(1, folder)
    insert.bind(2, name)
    try insert.run()
    let database = statements.database
    if database.changesCount == 1 { return (database.lastInsertedRowID, true) }
    let find = statements.findItem
    find.bind(1, folder)
    find.bind(2, name)
    return (try find.number() ?? 0, false)
  }

  private mutating func folderID(
    _ path: FilePath, with statements: WriterStatements
  ) throws -> Int64 {
    if let id = folders[path] { return id }
    if folders.count >= Self.folderLimit { folders.removeAll() }
    statements.findFolder.bind(1, path.bytes)
    var id = try statements.findFolder.number()
    if id == nil {
      statements.insertFolder.bind(1, path.bytes)
      try statements.insertFolder.run()
      id = statements.database.lastInsertedRowID
    }
    folders[path] = id
    return id ?? 0
  }
}
