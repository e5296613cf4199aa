import Extraction
import ScanModel
import Testing

@Suite struct MarkupReaderXMLTests {
  @Test(
    arguments: [
      ("<a><b>1</b></a>", ["a.b=1 @1:0"]),
      (
        "<ns:client xmlns:ns=\"urn:x\">\n  <ns:bsn>123456782</ns:bsn>\n</ns:client>",
        [
          "client.ns=urn:x @1:0", "client.bsn=123456782 @2:0",
        ]
      ),
      ("<a>\n<b\n  c='1'\n  d = \"2\"/></a>", ["b.c=1 @3:0", "b.d=2 @4:0"]),
      ("<a>\n\n  x\n  y \n</a>", ["a=x\n  y @3:0"]),
      ("<bsn xsi:nil=\"true\"/>", ["bsn.nil=true @1:0"]),
      ("<a>x &lt;y&gt; &amp; &#65;&#x20AC;&quot;&apos;</a>", ["a=x <y> & A€\"' @1:0"]),
      ("<a b='&lt;&#64;'/>", ["a.b=<@ @1:0"]),
      (
        "<a>&eacute; &onbekend; &#0; &#xD800; &#x110000; &</a>",
        [
          "a=&eacute; &onbekend; &#0; &#xD800; &#x110000; & @1:0"
        ]
      ),
      ("<a>1<![CDATA[<b>2</b>]] ]]>3</a>", ["a=1<b>2</b>]] 3 @1:0"]),
      ("<a>x<b>y</b>z</a>", ["a=x @1:0", "a.b=y @1:0", "a=z @1:0"]),
      ("", []),
      ("  \n ", []),
      ("alleen tekst", ["–=alleen tekst @1:0"]),
    ] as [(String, [String])])
  func `makes a field of every text and attribute`(document: String, fields: [String]) {
    let recording = read(document)
    #expect(recording.fieldDescriptions == fields)
    #expect(recording.outcome == .complete)
  }

  @Test(
    arguments: [
      // A FHIR resource: what identifies the number stands before it on its line.
      (
        """
        <Patient xmlns="http://hl7.org/fhir">
          <identifier>
            <system value="http://fhir.nl/fhir/NamingSystem/bsn"/>
            <value value="999999990"/>
          </identifier>
          <name><family value="Jansen"/></name>
        </Patient>
        """,
        "http://hl7.org/fhir\nhttp://fhir.nl/fhir/NamingSystem/bsn\t999999990\nJansen",
        ["Patient.xmlns", "system.value", "value.value", "family.value"]
      ),
      // StUF: prefixed elements, nested records.
      (
        """
        <BG:object StUF:entiteittype="NPS"><BG:inp.bsn>123456782</BG:inp.bsn>
        <BG:geslachtsnaam>Jansen</BG:geslachtsnaam><BG:verblijfsadres>
        <BG:aoa.postcode>9999XX</BG:aoa.postcode></BG:verblijfsadres></BG:object>
        """,
        "NPS\t123456782\tJansen\n9999XX",
        [
          "object.entiteittype", "object.inp.bsn", "object.geslachtsnaam",
          "verblijfsadres.aoa.postcode",
        ]
      ),
      // HL7v3: the number is in attributes.
      (
        """
        <patient><id root="2.16.840.1.113883.2.4.6.3" extension="123456782"/><code code="P"/></patient>
        """,
        "2.16.840.1.113883.2.4.6.3\t123456782\tP", ["id.root", "id.extension", "code.code"]
      ),
      (
        "<r><field name=\"bsn\">123456782</field><field name=\"n\">x</field></r>",
        "bsn\t123456782\tn\tx", ["field.name", "r.bsn", "field.name", "r.field"]
      ),
      (
        "<l><r id=\"1\"><a>2</a></r><r id=\"3\"><a>4</a></r></l>", "1\t2\n3\t4",
        ["r.id", "r.a", "r.id", "r.a"]
      ),
      (
        "<r><a>1</a><!-- bsn\n2 --><b>3</b><?pi 4?></r>", "1\nbsn\n2\n3\npi 4",
        ["r.a", "–", "r.b", "–"]
      ),
      ("<r><a>1<!-- 2 -->3</a></r>", "13\n2", ["r.a", "–"]),
    ] as [(String, String, [String])])
  func `keeps leaves side by side and records on lines`(
    document: String, text: String, labels: [String]
  ) {
    let recording = read(document)
    #expect(recording.text == text)
    #expect(recording.fields.map { $0.label ?? "–" } == labels)
  }

  @Test func `gives names that may be values as fields, and hides them in labels`() {
    #expect(
      read("<a><n123456782 x12345='1'>2</n123456782><jan@voorbeeld.nl></a>").fieldDescriptions == [
        "a=n123456782 @1:0", "–=x12345 @1:0", "….…=1 @1:0", "a.…=2 @1:0",
        "a=jan@voorbeeld.nl @1:0",
      ])
  }

  @Test func `reads a DTD as text and expands nothing of it`() {
    let document = """
      <?xml version="1.0"?>
      <!DOCTYPE lolz SYSTEM "file:///etc/passwd" [
        <!ENTITY lol "bsn 123456782">
        <!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
        <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;"> <!-- ] -->
        <!ENTITY xxe SYSTEM "file:///etc/passwd">
      ] >
      <lolz>&lol2;&xxe;</lolz>
      """
    let recording = read(document)
    #expect(recording.fields.map(\.text).contains("<!ENTITY lol \"bsn 123456782\">"))
    #expect(recording.fields.last?.description == "lolz=&lol2;&xxe; @8:0")
    #expect(recording.text.utf8.count < document.utf8.count)
  }

  @Test(
    arguments: [
      ("<a><b>1</c></a><d>2</d>", ["a.b=1", "d=2"]),
      ("<a><b>1<b>2</a><d>3</d>", ["a.b=1", "b.b=2", "d=3"]),
      ("</a>1", ["–=1"]),
      ("<a>1 < 2 <3 <- </ x <", ["a=1 < 2 <3 <- </ x <"]),
      ("<a>x<b 123456782", ["a=x<b 123456782"]),
      ("<a>x<b <c>1</c>", ["a=x<b", "a.c=1"]),
      ("<a><!-- 123456782", ["a=<!-- 123456782"]),
      ("<a><![CDATA[1", ["a=1"]),
      ("<a b=\"1>2</a>", ["–=<a b=\"1>2"]),
      ("<a b=1 c>2</a>", ["a.b=1", "–=c", "a=2"]),
      ("<a b=1/><c>2</c 345>", ["a.b=1", "c=2", "–=345"]),
      ("<!DOCTYPE a [ 1", ["–=DOCTYPE a", "–=1"]),
      ("<!x", ["–=<!x"]),
      ("<?x", ["–=<?x"]),
      ("&", ["–=&"]),
      ("&#", ["–=&#"]),
    ] as [(String, [String])])
  func `reads what is not well-formed`(document: String, fields: [String]) {
    #expect(read(document).fields.map(\.labelled) == fields)
  }

  @Test func `reads a tag of more than 64 KB as text`() {
    let long = String(repeating: "x", count: 70_000)
    let recording = read("<a b=\"\(long)\">1</a><c>2</c>", chunkByteCounts: [1 << 12])
    #expect(recording.fields.map(\.labelled) == ["–=<a b=\"\(long)\">1", "c=2"])
    let comment = read("<a><!--\(long)--><b>1</b></a>", chunkByteCounts: [1 << 12])
    #expect(comment.fields.map(\.labelled) == ["a=<!--\(long)-->", "a.b=1"])
  }

  @Test func `keeps a field together over many blocks`() {
    let long = String(repeating: "lange tekst ", count: 100_000) + "einde"
    let recording = read("<a><b>\(long)</b><c>1</c></a>", chunkByteCounts: [1 << 12])
    #expect(recording.fields.map(\.labelled) == ["a.b=\(long)", "a.c=1"])
  }

  @Test func `cuts long white space short`() {
    let space = String(repeating: " \n", count: 50_000)
    let recording = read("<a>\(space)1\(space)2\(space)</a>", chunkByteCounts: [1 << 12])
    #expect(recording.fields.map(\.row) == [50_001])
    #expect(recording.text.utf8.count < 300)
  }
}

/// Reads `document` whole, and again in chunks to see that it makes no difference.
private func read(_ document: String, chunkByteCounts: [Int] = [1, 2, 3, 7, 64]) -> Recording {
  .markup(Array(document.utf8), isHTML: false, chunkByteCounts: chunkByteCounts)
}

extension Recording {
  /// Reads `document` whole, and again in chunks to see that it makes no difference.
  static func markup(_ document: [UInt8], isHTML: Bool, chunkByteCounts: [Int]) -> Recording {
    func record(_ chunkByteCount: Int) -> Recording {
      do {
        return try Recording(of: document, chunkByteCount: chunkByteCount) {
          text, sink throws(ReadFailure) in
          var reader = MarkupReader(isHTML: isHTML)
          return try reader.read(&text, into: &sink)
        }
      } catch {
        fatalError("a source without failures failed")
      }
    }
    let whole = record(1 << 16)
    #expect(whole.faults.isEmpty)
    for chunkByteCount in chunkByteCounts { #expect(record(chunkByteCount) == whole) }
    return whole
  }
}
