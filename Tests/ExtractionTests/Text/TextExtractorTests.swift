import ContentTypes
import ScanModel
import Testing

@testable import Extraction

@Suite struct TextExtractorTests {
  @Test(
    arguments: [
      ("Het BSN is 123456782.\n", "text", nil),
      ("naam;bsn\nJan;123456782\nPiet;999999990\n", "csv", "bsn"),
      ("naam\tbsn\nJan\t123456782\nPiet\t999999990\n", "tsv", "bsn"),
      ("{\"klant\": {\"bsn\": \"123456782\"}}", "json", "klant.bsn"),
      ("{\"bsn\": \"123456782\"}\n{\"bsn\": \"999999990\"}\n", "ndjson", "bsn"),
      ("<?xml version=\"1.0\"?><klant><bsn>123456782</bsn></klant>", "xml", "klant.bsn"),
      ("INSERT INTO klant (naam, bsn) VALUES ('Jan', '123456782');\n", "sql", "bsn"),
      ("BEGIN:VCARD\nFN:Jan\nNOTE:123456782\nEND:VCARD\n", "vcard", "NOTE"),
    ] as [(String, String, String?)])
  func `reads a document by the form that detection gives it`(
    document: String, id: String, label: String?
  ) throws {
    let bytes = Array(document.utf8)
    let type = ContentType.detect(head: bytes.span, isWhole: true)
    #expect(type.id == id)
    guard case .text(let form, let encoding) = type else { return }
    var extractor = TextExtractor()
    for headByteCount in [0, 5, bytes.count] {
      let rest = ChunkedSource(Array(bytes.dropFirst(headByteCount)))
      var sink = RecordingSink()
      let outcome = try extractor.extract(
        form: form, encoding: encoding, head: Array(bytes.prefix(headByteCount)), rest: rest,
        into: &sink)
      #expect(outcome == .complete)
      #expect(sink.faults == [])
      #expect(sink.text.contains("123456782"))
      #expect(sink.fields.first { $0.text == "123456782" }?.label == label)
    }
  }

  @Test(arguments: [
    (TextForm.mail, "Content-Transfer-Encoding: base64\n\nSmFu"),
    (.mbox, "\nContent-transfer-encoding: base64\n"),
    (.rtf, "{\\rtf1 Jan}"),
  ])
  func `says that encoded parts were not read`(form: TextForm, document: String) throws {
    var extractor = TextExtractor()
    var sink = RecordingSink()
    let outcome = try extractor.extract(
      form: form, encoding: .utf8, head: Array(document.utf8), rest: ChunkedSource([]),
      into: &sink)
    #expect(outcome == .partial(.encodedParts))
    #expect(sink.text == document)
  }

  @Test func `keeps nothing of a text for the next one`() throws {
    let long = String(repeating: "naam;bsn\nJan;123456782\n", count: 40_000)
    let documents: [(TextForm, String)] = [
      (.delimited(.semicolon), long), (.running, "Zoë"), (.json, "{\"bsn\": 1}"),
      (.xml, "<a><bsn>1</bsn></a>"), (.sql, "INSERT INTO a (bsn) VALUES (1);"), (.running, ""),
      (.delimited(.tab), "naam\tbsn\nJan\t1\n"), (.html, "<p>bsn</p>"), (.running, long),
    ]
    var extractor = TextExtractor()
    for (form, document) in documents + documents.reversed() {
      var fresh = TextExtractor()
      var used = RecordingSink()
      var unused = RecordingSink()
      let head = Array(document.utf8.prefix(1 << 16))
      let rest = Array(document.utf8.dropFirst(head.count))
      _ = try extractor.extract(
        form: form, encoding: .utf8, head: head, rest: ChunkedSource(rest), into: &used)
      _ = try fresh.extract(
        form: form, encoding: .utf8, head: head, rest: ChunkedSource(rest), into: &unused)
      #expect(used.text == unused.text)
      #expect(used.fields == unused.fields)
      #expect(used.faults == [])
    }
  }
}
