import ContentTypes
import Extraction
import ScanModel
import Testing

@Suite struct MarkupReaderHostileTests {
  @Test(
    arguments: [
      "<", "&", "<a", "<a>", "</a>", "<!--", "<?", "<!", "<!DOCTYPE", "<!DOCTYPE a[", "<![CDATA[",
      "<a b=\"", "<a b='\"", "&#", "&#x", "&nbsp", "]]>", "<script>", "<table>", "<td>", "<th>a",
      "<a x=1 ", "\n", "=", "\"", "<a href='tel:1'>", "x<!--1-->",
    ], [true, false])
  func `survives a long row of`(part: String, isHTML: Bool) {
    let byteCount = part.utf8.count == 1 ? 1 << 20 : 1 << 17
    let document = Array(String(repeating: part, count: byteCount / part.utf8.count).utf8)
    _ = Recording.markup(document, isHTML: isHTML, chunkByteCounts: [])
  }

  @Test(arguments: [true, false])
  func `reads a document of many blocks in chunks of any size alike`(isHTML: Bool) {
    let rows = (0..<9000).map { row in
      "<tr id='\(row)'><td>\(row)</td>\n<td>Jan <b>de</b> Tester&eacute;</td></tr><!-- \(row) -->"
    }
    let head = "<table><tr><th>nummer</th><th>naam</th></tr>\n"
    let document = Array((head + rows.joined() + "</table>").utf8)
    let recording = Recording.markup(document, isHTML: isHTML, chunkByteCounts: [777, 10_000])
    let numbers = recording.fields.filter { $0.label == (isHTML ? "nummer" : "tr.td") }
    #expect(numbers.count == (isHTML ? 9000 : 27_000))
    #expect(recording.fields.last?.row == 9002)
  }

  @Test func `stops when the run is interrupted`() throws {
    let document = Array(String(repeating: "<a>123456782</a>", count: 100_000).utf8)
    var decoded = DecodedText(head: [], rest: ChunkedSource(document), encoding: .utf8)
    var sink = RecordingSink()
    sink.cancelsAfter = 1
    var reader = MarkupReader(isHTML: false)
    #expect(try reader.read(&decoded, into: &sink) == .partial(.interrupted))
  }

  @Test(arguments: ["<a><b>123456782</b>", "<a><b>123456782", "<a><b c=\"1\">123456782</b><b>"])
  func `XML that broke off is told`(document: String) {
    let cut = Recording.markup(Array(document.utf8), isHTML: false, chunkByteCounts: [1000])
    #expect(cut.fields.contains { $0.labelled == "a.b=123456782" })
    #expect(cut.outcome == .partial(.malformed))
    let html = Recording.markup(Array(document.utf8), isHTML: true, chunkByteCounts: [1000])
    #expect(html.outcome == .complete)
    // An element that another one ends is closed.
    let closed = Array("<a><b>123456782</a>".utf8)
    #expect(Recording.markup(closed, isHTML: false, chunkByteCounts: [1000]).outcome == .complete)
  }

  @Test func `reads nesting of any depth`() {
    let depth = 200_000
    let document =
      String(repeating: "<a>", count: depth) + "123456782"
      + String(repeating: "</a>", count: depth) + "<b>1</b>"
    let xml = Recording.markup(Array(document.utf8), isHTML: false, chunkByteCounts: [1000])
    #expect(xml.fields.map(\.labelled) == ["–=123456782", "b=1"])
    #expect(xml.outcome == .partial(.malformed))
    let html = Recording.markup(Array(document.utf8), isHTML: true, chunkByteCounts: [1000])
    #expect(html.fields.map(\.text) == ["1234567821"])
    #expect(html.outcome == .complete)
  }

  @Test(arguments: [true, false])
  func `loses no digit where the document is cut`(isHTML: Bool) {
    let document = """
      <?xml 1?><!DOCTYPE a [<!ENTITY b "2">]><a b="34567" c='8@'>9<!-- 10 --><b title=11>\
      12<br>3&lt;<![CDATA[4]]>5</b><td>6</td><script>7</script><1></a>
      """.utf8
    for end in document.indices {
      let part = Array(document[..<end])
      let recording = Recording.markup(part, isHTML: isHTML, chunkByteCounts: [1, 7])
      // Comments and attributes within a text come behind it.
      let digits = recording.text.utf8.filter(\.isDigit).sorted()
      #expect(digits == part.filter(\.isDigit).sorted())
    }
  }

  @Test(arguments: [true, false])
  func `reads random marks in chunks of any size alike`(isHTML: Bool) {
    var generator = SplitMix(seed: 11)
    let parts = [
      "<", ">", "</", "/>", "<a>", "</a>", "<b c=", "\"", "'", "=", "&", ";", "&lt;", "&#65", " ",
      "\n", "x", "é", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<td>", "<th>", "<tr>",
      "<table>", "</table>", "<p>", "<br>", "<script>", "</script>", "<pre>", "<dt>", "<dd>",
      "<!DOCTYPE x", "[", "]", "<input value=1>", "&nbsp;", "12345",
    ]
    for _ in 0..<300 {
      let document = (0..<40).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      _ = Recording.markup(
        Array(document.utf8), isHTML: isHTML, chunkByteCounts: [1, 2, 3, 7, 64])
    }
  }
}
