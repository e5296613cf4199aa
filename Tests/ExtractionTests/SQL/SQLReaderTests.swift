import Extraction
import ScanModel
import Testing

@Suite struct SQLReaderTests {
  @Test(arguments: [
    ("INSERT INTO klant (id, naam) VALUES (1, 'Jansen');", ["id=1 @1:1", "naam=Jansen @1:2"]),
    (
      "insert ignore into `db`.`k` (`id`,`naam`) values (1,'a'),(2,'b')",
      ["id=1 @1:1", "naam=a @1:2", "id=2 @1:1", "naam=b @1:2"]
    ),
    (
      "INSERT [dbo].[Klant] ([Id], [Naam]) VALUES (1, N'Jansen')\nGO",
      ["Id=1 @1:1", "Naam=Jansen @1:2"]
    ),
    ("INSERT INTO \"Klant\"(\"Bsn nr\") VALUES('999999990');", ["Bsn nr=999999990 @1:1"]),
    (
      "REPLACE INTO k (a) VALUES (NULL), (-1.5e3), (0xFF)",
      ["a=NULL @1:1", "a=-1.5e3 @1:1", "a=0xFF @1:1"]
    ),
    (
      "INSERT INTO k (k.a, b) VALUES\n (1,\n  2),\n (3, 4)",
      ["a=1 @2:1", "b=2 @3:2", "a=3 @4:1", "b=4 @4:2"]
    ),
    // Oracle: several tables in a statement, functions as values.
    (
      "Insert all into k (a) values ('x') into l (b) values (to_date('01-02-1950', 'DD-MM-YYYY'))",
      ["a=x @1:1", "b=to_date('01-02-1950', 'DD-MM-YYYY') @1:1"]
    ),
    (
      "INSERT ALL\n INTO k (a) VALUES ('x')\n INTO l (b) VALUES ('y')\nSELECT * FROM dual;",
      ["a=x @2:1", "b=y @3:1"]
    ),
    ("UPSERT INTO k (a, b) VALUES ('x', 2);", ["a=x @1:1", "b=2 @1:2"]),
    // MySQL: SET instead of VALUES.
    ("INSERT INTO k SET a = 'x', b = 2;", ["a=x @1:1", "b=2 @1:2"]),
    ("INSERT INTO k (a) VALUES ('x') ON DUPLICATE KEY UPDATE b = 'y';", ["a=x @1:1", "b=y @1:1"]),
    // More values than columns; no columns known.
    ("INSERT INTO k (a) VALUES (1, 2)", ["a=1 @1:1", "–=2 @1:2"]),
    ("INSERT INTO k VALUES ('x')", ["–=x @1:1"]),
  ])
  func `labels values of INSERT with their column`(statement: String, values: [String]) throws {
    #expect(try read(statement).values == values)
  }

  @Test(arguments: [
    ("'it''s'", "it''s"), (#"'it\'s'"#, #"it\'s"#), (#"E'it\'s', 1"#, #"it\'s"#),
    (#"'C:\map\', 1"#, #"C:\map\"#), (#"'a\\', 1"#, #"a\\"#), ("'a;b(c,d)--e/*'", "a;b(c,d)--e/*"),
    ("_binary 'x'", "x"), ("_utf8mb4'x'", "x"), ("X'4A'", "4A"), (#""dubbel""#, "dubbel"),
    ("''''", "''"), ("'  x  '", "  x"), ("f(g(1, 'a)'), 2)", "f(g(1, 'a)'), 2)"),
    ("(SELECT 1, 2)", "(SELECT 1, 2)"), ("1 /* , ) */ + 2", "1 /* , ) */ + 2"),
    ("ARRAY['a','b']", "ARRAY['a','b']"), ("'x'::text", "x"), ("'regel\nregel'", "regel\nregel"),
  ])
  func `takes strings without quotes and expressions whole`(value: String, field: String) throws {
    let values = try read("INSERT INTO t (a, b) VALUES (\(value), 7);").fields.filter {
      $0.label == "a"
    }
    #expect(values.first?.text == field)
  }

  @Test func `a backslash in MySQL always escapes the quote`() throws {
    let fields = try read(#"INSERT INTO `k` (`a`,`b`) VALUES ('x\', y','z');"#).values
    #expect(fields == [#"a=x\', y @1:1"#, "b=z @1:2"])
  }

  @Test(arguments: [
    // mysqldump
    """
    CREATE TABLE `klant` (
      `id` int(11) NOT NULL AUTO_INCREMENT COMMENT 'sleutel, (uniek)',
      `bsn` char(9) DEFAULT NULL, -- burgerservicenummer, verplicht
      /* naam */ `naam` varchar(100),
      PRIMARY KEY (`id`), KEY `i` (`bsn`), CONSTRAINT `c` FOREIGN KEY (`id`) REFERENCES `x` (`y`)
    ) ENGINE=InnoDB COMMENT='a;b';
    INSERT INTO `klant` VALUES (1,'999999990','Jansen');
    """,
    // SQL Server
    """
    CREATE TABLE [dbo].[Klant](
    \t[id] [int] IDENTITY(1,1) NOT NULL,
    \t[bsn] [nvarchar](9) NULL,
    \t[naam] [nvarchar](50) NULL,
     CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([id] ASC)
    ) ON [PRIMARY]
    GO
    INSERT [dbo].[klant] VALUES (1, N'999999990', N'Jansen')
    GO
    """,
    // SQLite, PostgreSQL
    """
    CREATE TABLE IF NOT EXISTS klant(id integer primary key, bsn decimal(9,0), naam text, unique(bsn));
    INSERT INTO klant VALUES(1,'999999990','Jansen');
    """,
    """
    CREATE UNLOGGED TABLE public.klant (
        id integer NOT NULL,
        bsn character varying(9) DEFAULT 'x'::character varying,
        naam text
    );
    COPY public.klant FROM stdin;
    1\t999999990\tJansen
    \\.
    """,
  ])
  func `remembers the columns of tables`(dump: String) throws {
    let values = try read(dump).fields.filter { $0.label != nil }
    #expect(values.map(\.label) == ["id", "bsn", "naam"])
    #expect(values.map(\.text) == ["1", "999999990", "Jansen"])
    #expect(values.map(\.column) == [1, 2, 3])
  }

  @Test func `a column can be called key`() throws {
    let values = try read("CREATE TABLE t (key text, index int);\nINSERT INTO t VALUES ('a', 1);")
    #expect(values.values == ["key=a @2:1", "index=1 @2:2"])
  }

  @Test func `reads rows of COPY`() throws {
    let dump = """
      COPY public.klant (id, "bsn", naam) FROM stdin;
      1\t999999990\tJansen \\t x
      2\t\\N\tDe 'Vries; (INSERT
      \\.
      COPY t (a) TO 'x';
      SELECT 1;
      """
    let fields = try read(dump).fields
    #expect(
      fields.map(\.description) == [
        #"–=COPY public.klant (id, "bsn", naam) FROM stdin; @1:0"#,
        "id=1 @2:1", "bsn=999999990 @2:2", #"naam=Jansen \t x @2:3"#,
        "id=2 @3:1", #"bsn=\N @3:2"#, "naam=De 'Vries; (INSERT @3:3",
        "–=COPY t (a) TO 'x'; @5:0", "–=SELECT @6:0", "–=1 @6:1", "–=; @6:0",
      ])
  }

  @Test(arguments: [
    (
      "UPDATE k SET naam = 'Jansen', bsn=999999990 WHERE id = 7;",
      ["naam=Jansen @1:1", "bsn=999999990 @1:2", "id=7 @1:3"]
    ),
    (
      "update `k` set `k`.`tel` = '06', [mail] = N'a@b.nl' where \"naam\" like 'J%'",
      ["tel=06 @1:1", "mail=a@b.nl @1:2", "naam=J% @1:3"]
    ),
    (
      "DELETE FROM k WHERE bsn IN ('1', '2') AND UPPER(naam) = UPPER('x')",
      ["bsn=1 @1:1", "bsn=2 @1:2", "naam=x @1:3"]
    ),
    ("UPDATE k SET naam = \"x\"\nUPDATE k SET bsn = '1'", ["naam=x @1:1", "bsn=1 @2:1"]),
  ])
  func `labels values with the name before them`(statement: String, values: [String]) throws {
    #expect(try read(statement).values == values)
  }

  @Test(arguments: [
    (
      "INSERT INTO k (a, b, c) SELECT 'x', 7, to_date('01-02-1980', 'DD') FROM dual",
      ["a=x @1:1", "b=7 @1:2", "c=01-02-1980 @1:3", "c=DD @1:4"]
    ),
    (
      "INSERT INTO k (a, b)\nSELECT 'x', 'y' FROM dual UNION ALL\nSELECT 'v', N'w';",
      ["a=x @2:1", "b=y @2:2", "a=v @3:3", "b=w @3:4"]
    ),
    (
      "INSERT INTO k (a, b)\nSELECT 'x', DATE '1980-02-01'\nUNION ALL\nSELECT DISTINCT 'v', 'w'",
      ["a=x @2:1", "b=1980-02-01 @2:2", "a=v @4:3", "b=w @4:4"]
    ),
    ("CREATE TABLE k (a int, b int);\nINSERT INTO k SELECT 1, 2", ["a=1 @2:1", "b=2 @2:2"]),
    // An item that is a query of its own.
    (
      "INSERT INTO k (a, b) SELECT (SELECT id FROM l WHERE code = 'q'), 'y'",
      ["code=q @1:1", "b=y @1:2"]
    ),
    (
      "SELECT 'x' AS naam, 'y' \"bsn nr\", z, 7 tel FROM k",
      ["naam=x @1:1", "bsn nr=y @1:2", "tel=7 @1:3"]
    ),
    (
      "SELECT CAST('x' AS char(3)) AS naam, 'y' || z FROM k",
      ["naam=x @1:1", "naam=3 @1:2", "–=y @1:3"]
    ),
    ("SELECT 'it''s' AS naam", ["naam=it''s @1:1"]),
    (
      """
      MERGE INTO k m
      USING (
        SELECT 'x' AS naam, 'y' bsn FROM dual) s
      ON (m.bsn = s.bsn)
      WHEN MATCHED THEN UPDATE SET tel = '06'
      WHEN NOT MATCHED THEN INSERT (naam, bsn) VALUES ('v', 7);
      """,
      ["naam=x @3:1", "bsn=y @3:2", "tel=06 @5:3", "naam=v @6:1", "bsn=7 @6:2"]
    ),
  ])
  func `labels values behind SELECT with their column or name`(
    statement: String, values: [String]
  ) throws {
    for chunk in [1 << 16, 1, 7] {
      #expect(try read(statement, chunkByteCount: chunk).values == values)
    }
  }

  @Test func `leaves nothing out`() throws {
    let dump = """
      -- export van 12-03-2024, BSN 999999990
      /*!40101 SET NAMES utf8 */;
      SET x = 1; INSERT INTO t (a) -- 111222333
      VALUES (1 /* een */), -- 123456782
      /* meer
      regels */ ( /* voor */ 'x' /* na */);
      vrije tekst, van niemand's hand
      CREATE VIEW v AS SELECT 'y';
      """
    #expect(
      try read(dump).fieldDescriptions == [
        "–=-- export van 12-03-2024, BSN 999999990 @1:0",
        "–=/*!40101 SET NAMES utf8 */; @2:0",
        "–=SET x = 1; INSERT INTO t (a) -- 111222333 @3:0",
        "–=VALUES @4:0", "a=1 /* een */ @4:1", "–=-- 123456782 @4:0",
        "–=/* meer @5:0", "–=regels */ @6:0", "–=/* voor */ @6:0", "a=x @6:1", "–=/* na */ @6:0",
        "–=vrije tekst, van niemand's hand @7:0", "–=CREATE VIEW v AS SELECT 'y'; @8:0",
      ])
  }

  @Test func `a quote without a partner spoils its own statement only`() throws {
    let recording = try read(
      """
      INSERT INTO t (a, b) VALUES ('x, 'y');
      INSERT INTO t (a, b) VALUES ('1', '2');
      UPDATE t SET c = 'z
      INSERT INTO t (a) VALUES ('3');
      """)
    #expect(recording.values.suffix(1) == ["a=3 @4:1"])
    #expect(recording.values.contains("b=2 @2:2"))
    #expect(recording.outcome == .complete)
  }

  @Test(arguments: [
    "INSERT INTO t VALUES ('abc", "INSERT INTO t VALUES (1, 2", "UPDATE t SET a = '",
  ])
  func `says that a dump breaks off`(dump: String) throws {
    #expect(try read(dump).outcome == .partial(.malformed))
  }

  func read(_ dump: String, chunkByteCount: Int = 1 << 16) throws -> Recording {
    try Recording(of: Array(dump.utf8), chunkByteCount: chunkByteCount) {
      text, sink throws(ReadFailure) in
      var reader = SQLReader()
      return try reader.read(&text, into: &sink)
    }
  }
}

extension Recording {
  /// The fields that are values, not the rest of a line.
  fileprivate var values: [String] { fields.filter { $0.column > 0 }.map(\.description) }
}
