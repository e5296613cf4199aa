/// A keyword of SQL: 16 letters at most, in capitals, compared as one number.
struct SQLWord: Hashable {
  private let letters: UInt128

  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    var letters: UInt128 = 0
    if range.count <= 16 {
      for position in range {
        let byte = text[position]
        let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        letters = letters << 8 | UInt128(isLower ? byte & 0xDF : byte)
      }
    }
    self.letters = letters
  }

  private init(_ name: String) {
    letters = name.utf8.reduce(0) { $0 << 8 | UInt128($1) }
  }

  static let insert = SQLWord("INSERT")
  static let replace = SQLWord("REPLACE")
  static let create = SQLWord("CREATE")
  static let upsert = SQLWord("UPSERT")
  static let copy = SQLWord("COPY")
  static let table = SQLWord("TABLE")
  static let into = SQLWord("INTO")
  static let values = SQLWord("VALUES")
  static let value = SQLWord("VALUE")
  static let set = SQLWord("SET")
  static let from = SQLWord("FROM")
  static let stdin = SQLWord("STDIN")
  static let go = SQLWord("GO")
  static let `as` = SQLWord("AS")
  static let select = SQLWord("SELECT")
  static let union = SQLWord("UNION")
  static let all = SQLWord("ALL")

  /// Whether it can be the first of a statement that the reader knows.
  var beginsStatement: Bool { Self.first.contains(self) }

  private static let first: Set<SQLWord> =
    assigning.union([.insert, .replace, .upsert, .create, .copy, .go])

  private static func words(_ names: String) -> Set<SQLWord> {
    Set(names.split { $0 == " " || $0 == "\n" }.map { SQLWord(String($0)) })
  }

  /// Begin statements in which values are compared with or assigned to columns.
  static let assigning = words("UPDATE DELETE SELECT MERGE WITH EXEC EXECUTE CALL")
  /// Stand before the string of a value, or are names.
  static let types = words("DATE TIME TIMESTAMP DATETIME INTERVAL")
  /// Stand between CREATE and TABLE.
  static let tableModifiers = words(
    "OR REPLACE GLOBAL LOCAL TEMPORARY TEMP UNLOGGED EXTERNAL FOREIGN VIRTUAL COLUMN MEMORY")
  /// Begin what is no column in the list of CREATE TABLE.
  static let constraints = words(
    "PRIMARY UNIQUE CONSTRAINT FOREIGN CHECK FULLTEXT SPATIAL EXCLUDE LIKE")
  /// Begin a constraint, or are names of columns.
  static let mayBeConstraints = words("KEY INDEX PERIOD")
  /// Stand between a column and its value.
  static let operators = words("LIKE ILIKE IN IS NOT BETWEEN ANY ALL SIMILAR TO REGEXP RLIKE")
  /// End what a value may belong to.
  static let separators = words(
    """
    AS SET WHERE AND OR ON FROM SELECT HAVING WHEN THEN ELSE END CASE VALUES JOIN LEFT RIGHT INNER
    OUTER GROUP ORDER BY LIMIT OFFSET UNION DISTINCT INTO UPDATE DELETE USING RETURNING DUPLICATE
    CONFLICT
    """)
}
