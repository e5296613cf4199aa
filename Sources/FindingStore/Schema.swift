internal import GRDB

/// The tables of a store, and how older forms become this one.
///
/// What was found belongs to a content, a path to an item. A state says what an item was from one run
/// to another; nothing is overwritten while it counts as history.
struct Schema: Sendable {
  /// Makes a store of one form one of the next; it must lose nothing.
  typealias Step = @Sendable (Database) throws -> Void

  /// `vind`, so that `file` and people know what it is.
  static let applicationID = 0x7669_6E64
  /// That of this program; with a change of the tables comes a step, and `tables` change too.
  static let current = Schema(steps: [packValues])

  /// From the first form on.
  let steps: [Step]

  /// The number of the form; a store with a higher one is refused.
  var version: Int { steps.count + 1 }

  func create(_ database: Database) throws {
    try database.execute(sql: Self.tables)
    try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Brings a store of an earlier form to this one, within a transaction.
  func bringUp(_ database: Database, from older: Int) throws {
    for step in steps.dropFirst(older - 1) { try step(database) }
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static let tables = """
    CREATE TABLE store (
      key_id BLOB NOT NULL,
      created INTEGER NOT NULL,  -- seconds since 1970, as all times of runs
      first_unlisted INTEGER  -- the examination from which on the index may miss values
    ) STRICT;

    -- What decides what is found in a content: version, patterns, options.
    CREATE TABLE recipe (
      id INTEGER PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE,
      description TEXT NOT NULL
    ) STRICT;

    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      started INTEGER NOT NULL,
      ended INTEGER,
      status TEXT NOT NULL,  -- running, complete, interrupted
      recipe INTEGER NOT NULL REFERENCES recipe,
      tool TEXT NOT NULL,
      options TEXT NOT NULL,
      host TEXT NOT NULL,
      user TEXT NOT NULL,
      listed INTEGER NOT NULL DEFAULT 0,
      scanned INTEGER NOT NULL DEFAULT 0,
      partial INTEGER NOT NULL DEFAULT 0,
      not_examined INTEGER NOT NULL DEFAULT 0,
      left_out INTEGER NOT NULL DEFAULT 0,
      recalled INTEGER NOT NULL DEFAULT 0,
      gone INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE run_root (
      run INTEGER NOT NULL REFERENCES run,
      position INTEGER NOT NULL,
      path BLOB NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE folder (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE) STRICT;

    CREATE TABLE item (
      id INTEGER PRIMARY KEY,
      folder INTEGER NOT NULL REFERENCES folder,
      name BLOB NOT NULL,
      UNIQUE (folder, name)
    ) STRICT;

    CREATE TABLE content (
      id INTEGER PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE,  -- keyed, of the SHA-256 of its bytes
      byte_count INTEGER NOT NULL
    ) STRICT;

    -- What one recipe found in a content; without a content, how it ended for one item alone.
    CREATE TABLE examination (
      id INTEGER PRIMARY KEY,
      content INTEGER REFERENCES content,
      recipe INTEGER NOT NULL REFERENCES recipe,
      content_type TEXT NOT NULL,
      outcome TEXT NOT NULL,  -- scanned, partial, not-examined
      reason TEXT,
      error INTEGER,  -- errno
      examined INTEGER NOT NULL,  -- bytes
      members BLOB,
      stopped TEXT NOT NULL,  -- ids of patterns, in spaces
      suppressed INTEGER NOT NULL,  -- candidates that evidence spoke against
      tallies BLOB NOT NULL  -- packed, with the ordinals of the best findings of each kind
    ) STRICT;
    CREATE INDEX examination_content ON examination (content, recipe);

    CREATE TABLE finding_block (
      examination INTEGER NOT NULL,
      number INTEGER NOT NULL,
      first INTEGER NOT NULL,  -- the ordinal of its first finding
      body BLOB NOT NULL,  -- packed findings
      PRIMARY KEY (examination, number)
    ) STRICT;

    \(valueTables)

    -- What an item was, from its first run until that in which it was otherwise or gone.
    CREATE TABLE state (
      id INTEGER PRIMARY KEY,
      item INTEGER NOT NULL REFERENCES item,
      first_run INTEGER NOT NULL REFERENCES run,
      until_run INTEGER REFERENCES run,
      examination INTEGER NOT NULL REFERENCES examination,
      path_findings BLOB,  -- packed findings
      device INTEGER,
      inode INTEGER,
      byte_count INTEGER NOT NULL,
      modified INTEGER,  -- nanoseconds since 1970
      changed INTEGER,
      link_count INTEGER,
      mode INTEGER,
      user_id INTEGER,
      group_id INTEGER
    ) STRICT;
    CREATE INDEX state_item ON state (item);
    CREATE INDEX state_examination ON state (examination);
    CREATE INDEX state_path_findings ON state (id) WHERE path_findings IS NOT NULL;

    -- The names of users (0) and groups (1), as the machine that scanned knows them.
    CREATE TABLE account (
      sort INTEGER NOT NULL,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (sort, number)
    ) STRICT, WITHOUT ROWID;

    -- What people have decided about findings.
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      verdict TEXT NOT NULL,  -- accepted, rejected
      kind TEXT NOT NULL,
      hash BLOB,  -- of the value; without one, all values of the kind below the path
      path BLOB,  -- the folder, or the file of a single finding
      part TEXT,  -- of a single finding
      reason TEXT NOT NULL,
      author TEXT NOT NULL,
      made INTEGER NOT NULL,
      expires INTEGER,
      withdrawn INTEGER
    ) STRICT;

    -- The paths and contents that a decision about a single finding has followed.
    CREATE TABLE decision_file (
      decision INTEGER NOT NULL REFERENCES decision,
      item INTEGER NOT NULL,
      content INTEGER NOT NULL,
      PRIMARY KEY (decision, item, content)
    ) STRICT, WITHOUT ROWID;
    """
}
