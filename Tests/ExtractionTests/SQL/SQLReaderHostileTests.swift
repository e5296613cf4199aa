import ContentTypes
import Extraction
import ScanModel
import Testing

extension SQLReaderTests {
  @Test(arguments: ChunkedSource.sizes)
  func `gives the same for all sizes of chunks`(chunkByteCount: Int) throws {
    let dump = #"""
      CREATE TABLE `k` (`id` int, `naam` text, KEY (`id`));
      INSERT INTO `k` VALUES (1,'it\'s é'),(2,'a''b'),(3,_binary 'x');
      INSERT INTO "k"("id") VALUES (f('x',(1))) ON CONFLICT DO UPDATE SET id = 'y';
      COPY k (id, naam) FROM stdin;
      1	Zoë \t

      \.
      UPDATE k SET naam = N'漢字' WHERE id = 12; -- klaar
      /* meer
         regels */
      INSERT INTO k VALUES ('open
      """#
    let whole = try read(dump)
    let recording = try read(dump, chunkByteCount: chunkByteCount)
    #expect(recording == whole)
    #expect(recording.text == dump)
    #expect(recording.faults == [])
  }

  @Test(arguments: [1000, 65_536, 300_000])
  func `gives the same for large dumps`(chunkByteCount: Int) throws {
    for dump in Self.largeDumps {
      let whole = try read(dump, chunkByteCount: 1 << 20)
      let recording = try read(dump, chunkByteCount: chunkByteCount)
      #expect(recording.text == dump)
      #expect(recording.faults == [])
      #expect(recording.fields == whole.fields)
    }
  }

  private static let largeDumps: [String] = {
    var random = SplitMix(seed: 11)
    let pieces = [
      "INSERT INTO t ", "\nINSERT INTO t (a, b) VALUES ", "(", ")", ",", "'", "''", "\\'", "\\",
      "\"",
      "\n", " ", "1", "ë", ";", ";\n", "-- ", "/*", "*/", "`a`", "[b]", "UPDATE t SET a = ",
      "CREATE TABLE t (a int, b text);\n", "COPY t (a, b) FROM stdin;\n", "\t", "\\.\n", "E'",
      String(repeating: "x", count: 700), String(repeating: " ", count: 600),
    ]
    let soup = (0..<10_000).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let rows = (1...12_000).map { "(\($0),'Jansen\($0)','99999\($0)')" }.joined(separator: ",")
    let long = ["x", " ", "''", "é", "("].map {
      "INSERT INTO t (a, b) VALUES ('\(String(repeating: $0, count: 150_000))', 'b'),(\(String(repeating: $0, count: 9_000))"
    }
    return [soup, "INSERT INTO k (id, naam, bsn) VALUES \(rows);\n", long.joined(separator: "\n")]
  }()

  @Test(arguments: [
    "'", "(", ")", ",", "\"", "`", "[", "/*", "--", "\\", "\n", " ", "a", "é", "1", "INSERT INTO ",
    "INSERT INTO t VALUES (", "INSERT INTO t VALUES ('", "UPDATE t SET a = '", "CREATE TABLE t (a,",
    "CREATE TABLE t (a);", "COPY t FROM stdin;\n", "\nINSERT INTO t (a) SELECT ",
  ])
  func `reads hostile repetition in one go`(piece: String) throws {
    let dump = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    for before in ["", "INSERT INTO t (a, b) VALUES ("] {
      let recording = try read(before + dump)
      #expect(recording.text == before + dump)
      #expect(recording.faults == [])
    }
  }

  @Test(arguments: [
    "INSERT INTO t VALUES ", "(1,'Jansen'),", "''", "x", " ", "1,", "\n", "CREATE TABLE t (a);",
  ])
  func `holds little of a large dump`(piece: String) throws {
    let head = "INSERT INTO t (a, b) VALUES (1,"
    let byteCount = 2 << 20
    let source = RepeatingSource(piece, byteCount: byteCount)
    var text = DecodedText(head: Array(head.utf8), rest: source, encoding: .utf8)
    var sink = MeasuringSink()
    var reader = SQLReader()
    _ = try reader.read(&text, into: &sink)
    #expect(sink.liveByteCount == head.utf8.count + byteCount)
    #expect(sink.largestBlock <= 1 << 20)
    #expect(sink.mostFields <= 1 << 19)
  }
}
