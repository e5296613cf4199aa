internal import Cryptography
internal import GRDB

extension Schema {
  /// The index of values (`ValueIndex`).
  static let valueTables = """
    -- What was written at once of the index of values.
    CREATE TABLE value_segment (
      id INTEGER PRIMARY KEY,
      entry_count INTEGER NOT NULL
    ) STRICT;

    -- In which examinations values may occur, by their keyed hashes: entries in order, packed.
    CREATE TABLE value_block (
      id INTEGER PRIMARY KEY,
      segment INTEGER NOT NULL,
      first INTEGER NOT NULL,  -- the key of its first entry
      body BLOB NOT NULL
    ) STRICT;
    CREATE INDEX value_block_first ON value_block (segment, first);
    """

  /// From the first form to the second: packs the index of values, which had a row for each.
  static let packValues: Step = { database in
    try database.execute(sql: valueTables)
    var index = ValueIndex()
    let rows = try RawStatement(database, "SELECT hash, examination FROM value")
    while try rows.next() {
      guard let hash = ValueHash(rows.bytes(0)) else { continue }
      try index.add([ValueEntry.key(of: hash)], of: rows.integer(1), in: database)
    }
    try index.write(in: database)
    try database.execute(sql: "DROP TABLE value")
  }
}
