import ContentTypes
import Extraction
import Testing

@Suite struct SQLiteReaderTests {
  @Test func `gives the rows of tables with the names of their columns`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/tables.sqlite"))
    let fields = document.fields(at: "klant \"x")
    #expect(fields.contains("naam=Jan Voorbeeld"))
    #expect(fields.contains("bsn=999990019"))
    #expect(fields.contains("bedrag=1.5"))
    #expect(document.fields(at: "paar") == ["sleutel=s", "waarde=w"])
    #expect(document.fields(at: "zoek_content").contains("c1=tekst in fts"))
    #expect(document.outcome == "sqlite complete")
    #expect(document.faults == [])
  }

  @Test func `reads text and documents in blobs`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/tables.sqlite"))
    #expect(document.fields(at: "klant \"x").contains("document=in een blob: els@example.nl"))
    #expect(
      document.text(at: "klant \"x/document 9/brief.txt")
        == "Jan Voorbeeld, BSN 999990019, jan@example.nl\n")
  }

  @Test func `gives what a dropped table left behind as deleted`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/tables.sqlite"))
    #expect(document.text(at: "deleted-text").contains("weg@example.nl"))
  }

  /// Made with Python's sqlite3: 120 rows in any order on pages of 1 KB, `secure_delete` off, then
  /// those of the ids 7, 55 and 101 deleted.
  @Test func `gives rows deleted from pages in use, and no copies of other rows`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/deleted.sqlite"))
    let deleted = document.text(at: "deleted-text")
    for id in ["007", "055", "101"] { #expect(deleted.contains("p\(id)@voorbeeld.example")) }
    let rows = document.fields(at: "persoon")
    #expect(rows.count == 3 * 117)
    for id in 0..<120 where ![7, 55, 101].contains(id) {
      let number = String(repeating: "0", count: 3 - String(id).count) + String(id)
      #expect(!deleted.contains("p\(number)@voorbeeld.example"), "\(id)")
    }
    #expect(document.faults == [])
  }

  /// Made with Python's sqlite3: a number that is stored as such between two texts, rows 06, 07, 30 and
  /// 59 of 60 deleted, and a table of 60 rows dropped.
  @Test func `parts the values of rows that were deleted`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/rows.sqlite"))
    let deleted = document.text(at: "deleted-text")
    for row in ["06", "07", "30", "59"] {
      #expect(deleted.contains("Jan Voorbeeld \(row)\t999990019\tNL91ABNA0417164300"), "\(row)")
    }
    #expect(!deleted.contains("Jan Voorbeeld 05"))
    for row in ["00", "17", "59"] {
      #expect(deleted.contains("Els Voorbeeld \(row)\t999990019\t12-03-1958"), "\(row)")
    }
  }

  /// Made with Python's sqlite3, on pages of 512 bytes: all rows changed under `journal_mode=persist`; and
  /// a process that ended in the middle of such a change.
  @Test(arguments: ["ended.sqlite-journal", "hot.sqlite-journal"])
  func `gives what a rollback journal holds as deleted`(name: String) {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/\(name)"))
    let deleted = document.text(at: "deleted-text")
    for id in ["07", "23", "31"] { #expect(deleted.contains("p\(id)@voorbeeld.example")) }
    #expect(document.outcome == "sqlite-journal complete")
    #expect(document.faults == [])
  }

  @Test func `takes no file of zeros for a journal`() {
    var file = [UInt8](repeating: 0, count: 8192)
    file[515] = 1
    #expect(DocumentRecording(of: file).outcome == "binary unsupported")
  }

  @Test func `reads text that is stored as UTF-16`() {
    let document = DocumentRecording(of: ForeignFile.bytes("databases/utf16.sqlite"))
    #expect(document.allFields == ["a=zestien bits: één"])
  }

  @Test func `reads what is only in the write-ahead log`() {
    let database = ForeignFile.bytes("databases/logged.sqlite")
    let log = ForeignFile.bytes("databases/logged.sqlite-wal")
    #expect(fields(of: database, log: log).fields == ["a=in het log: 999990019"])
    #expect(fields(of: database, log: log).outcome == .complete)
    #expect(fields(of: database, log: []).fields == [])
  }

  @Test func `takes a page of the log whose checksum is wrong for none of a table`() {
    let database = ForeignFile.bytes("databases/logged.sqlite")
    var log = ForeignFile.bytes("databases/logged.sqlite-wal")
    log[log.count - 1] ^= 1
    let read = fields(of: database, log: log)
    #expect(read.fields == [])
    #expect(read.deleted.contains("in het log: 99999001"))
  }

  /// Made with Python's sqlite3, `secure_delete` on: 24 rows, one commit each, of which ids 4 and 9 are
  /// deleted; then the log begins anew with a change of the first row.
  @Test func `gives once what later commits replaced in the log`() {
    let database = ForeignFile.bytes("databases/replaced.sqlite")
    let log = ForeignFile.bytes("databases/replaced.sqlite-wal")
    let (rows, deleted, outcome) = fields(of: database, log: log)
    #expect(rows.contains("naam=nieuw"))
    #expect(outcome == .complete)
    for text in ["p03@voorbeeld.example", "p08@voorbeeld.example", "Jan Voorbeeld 00"] {
      #expect(!rows.contains { $0.contains(text) })
      let pieces = deleted.split(separator: text, omittingEmptySubsequences: false)
      #expect(pieces.count == 2, "\(text)")
    }
    #expect(!deleted.contains("p05@voorbeeld.example"))
  }

  @Test func `survives damage and gives what can be read`() {
    let bytes = ForeignFile.bytes("databases/tables.sqlite")
    for count in stride(from: 16, to: bytes.count, by: 37) {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
    var random = SplitMix(seed: 3)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<10 {
        damaged[Int.random(in: 16..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: damaged).faults == [])
    }
  }

  /// The first page of the list of free ones names as many others as it can but one.
  @Test func `reads a page of the freelist in which hardly a byte is left`() {
    var bytes = ForeignFile.bytes("databases/rows.sqlite")
    let pageSize = 1024
    let trunk = (Int(bytes[35]) - 1) * pageSize
    bytes.replaceSubrange(trunk + 4..<trunk + 8, with: [0, 0, 0, UInt8((pageSize - 8) / 4 - 1)])
    bytes.replaceSubrange(trunk + pageSize - 4..<trunk + pageSize, with: [1, 1, 1, 1])
    #expect(DocumentRecording(of: bytes).faults == [])
  }

  @Test func `believes no length that a deleted row says it has`() {
    let bytes = ForeignFile.bytes("databases/rows.sqlite")
    let longest: [UInt8] = [0xBF] + [UInt8](repeating: 0xFF, count: 8)
    for start in stride(from: 100, to: bytes.count - 16, by: 29) {
      var damaged = bytes
      damaged.replaceSubrange(start..<start + 14, with: longest + [1, 4, 1, 1, 1])
      #expect(DocumentRecording(of: damaged).faults == [])
    }
  }

  private func fields(
    of database: [UInt8], log: [UInt8]
  ) -> (fields: [String], deleted: String, outcome: ExtractionOutcome) {
    var sink = DocumentRecordingSink()
    sink.context.begin(byteCount: database.count)
    let outcome = DocumentExtractor.extract(
      .binary(.sqlite), database.span, log: log, into: &sink)
    let deleted = sink.texts.filter { $0.place == "deleted-text" }.map(\.text).joined()
    return (sink.texts.flatMap(\.fields), deleted, outcome)
  }
}
