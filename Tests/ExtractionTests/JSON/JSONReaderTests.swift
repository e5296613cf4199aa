import ContentTypes
import Extraction
import ScanModel
import Testing

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      (#"{"bsn":"123456782","naam":"Jansen"}"#, ["bsn=123456782 @1:0", "naam=Jansen @1:0"]),
      (#"{"client":{"bsn":123456782}}"#, ["client.bsn=123456782 @1:0"]),
      (#"{"a":{"b":{"c":1}}}"#, ["b.c=1 @1:0"]),
      (#"{"tel":["0612345678","0201234567"]}"#, ["tel=0612345678 @1:0", "tel=0201234567 @1:0"]),
      (
        #"{"client":{"tel":[{"nr":"0612345678"}]}}"#, ["tel.nr=0612345678 @1:0"]
      ),
      (
        "{\n \"a\": true,\r\n \"b\":\n null, \"c\": -1.50e3}",
        [
          "a=true @2:0", "b=null @4:0", "c=-1.50e3 @4:0",
        ]
      ),
      ("[12345678, 012345678]", ["–=12345678 @1:0", "–=012345678 @1:0"]),
      (#""alleen dit""#, ["–=alleen dit @1:0"]),
      ("", []),
      (#"{"leeg":"","":"x"}"#, ["–=x @1:0"]),
    ] as [(String, [String])])
  func `makes a field of every value, labelled by its keys`(document: String, fields: [String]) {
    let recording = read(document)
    #expect(recording.fieldDescriptions == fields)
    #expect(recording.outcome == .complete)
  }

  @Test(arguments: [
    // A table.
    (
      #"{"csv":"naam;bsn\nJansen;123456782\nPietersen;999999990\n","a":1}"#,
      [
        "csv=naam @1:0", "csv=bsn @1:0", "naam=Jansen @1:0", "bsn=123456782 @1:0",
        "naam=Pietersen @1:0", "bsn=999999990 @1:0", "a=1 @1:0",
      ]
    ),
    // JSON.
    (
      #"{"log":"{\"bsn\":\"123456782\",\"naam\":\"Jansen van Dam\"}"}"#,
      ["bsn=123456782 @1:0", "naam=Jansen van Dam @1:0"]
    ),
    // `Geachte heer Jansen, uw nummer is 1.`, by base64 of coreutils.
    (
      #"{"encoding":"base64","text":"R2VhY2h0ZSBoZWVyIEphbnNlbiwgdXcgbnVtbWVyIGlzIDEu"}"#,
      ["encoding=base64 @1:0", "text=Geachte heer Jansen, uw nummer is 1. @1:0"]
    ),
    (
      #"["data:text/plain;base64,R2VhY2h0ZSBoZWVyIEphbnNlbiwgdXcgbnVtbWVyIGlzIDEu"]"#,
      ["–=Geachte heer Jansen, uw nummer is 1. @1:0"]
    ),
    // `{"alg":"none"}` and `{"name":"Jan Jansen","bsn":1}`.
    (
      #"{"t":"eyJhbGciOiJub25lIn0.eyJuYW1lIjoiSmFuIEphbnNlbiIsImJzbiI6MX0.x-_1"}"#,
      ["alg=none @1:0", "name=Jan Jansen @1:0", "bsn=1 @1:0"]
    ),
    // What is nothing but itself.
    (
      #"["d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e"]"#,
      ["–=d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e @1:0"]
    ),
  ])
  func `reads a string that is a text of its own`(document: String, fields: [String]) {
    let recording = read(document)
    #expect(recording.fieldDescriptions == fields)
    #expect(recording.outcome == .complete)
  }

  @Test(
    arguments: [
      (#"["\u0031\u00e9\u20AC"]"#, "1é€"),
      (#"["\ud83d\ude00!"]"#, "😀!"),
      (#"["a\/b\\c\"d\n\te"]"#, "a/b\\c\"d\n\te"),
      (#"["\ud83d x \ude00 \uZZZZ \q \u12"]"#, #"\ud83d x \ude00 \uZZZZ \q \u12"#),
      (#"["{\"bsn\":\"123456782\"}"]"#, #"{"bsn":"123456782"}"#),
      (#"["ends with \"#, #"ends with \"#),
      (#"["ends with \u00"#, #"ends with \u00"#),
    ] as [(String, String)])
  func `decodes escapes and leaves wrong ones as written`(document: String, value: String) {
    #expect(read(document).fields.map(\.text) == [value])
  }

  @Test(
    arguments: [
      (
        #"{"identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"999999990"}]}"#,
        "http://fhir.nl/fhir/NamingSystem/bsn\t999999990"
      ),
      (#"[{"naam":"BSN","waarde":"123456782"},{"naam":"Plaats"}]"#, "BSN\t123456782\nPlaats"),
      (#"{"a":1,"b":{"c":2,"d":3},"e":4}"#, "1\n2\t3\n4"),
      (#"{"a":["x","y"],"b":"z"}"#, "x\ty\tz"),
      (#"[[1,2],[3,4]]"#, "1\t2\n3\t4"),
      ("{\"a\":1}\n{\"a\":2}\n3\n4", "1\n2\n3\n4"),
      // Lines of one text.
      (#"{"text":["  bsn  op\n", "1  2\n","3"],"x":"y"}"#, "  bsn  op\n1  2\n3\ty"),
      (#"{"a":"x\n","b":["y"],"c":["z\n"],"d":1}"#, "x\n\ty\tz\n\t1"),
    ] as [(String, String)])
  func `puts values of one object side by side and objects on lines`(
    document: String, text: String
  ) {
    #expect(read(document).text == text)
  }

  @Test(
    arguments: [
      (
        #"[["bsn","naam"],["123456782","Jansen"],[999999990,null]]"#,
        [
          "–=bsn @1:0", "–=naam @1:0", "bsn=123456782 @1:0", "naam=Jansen @1:0",
          "bsn=999999990 @1:0",
          "naam=null @1:0",
        ]
      ),
      (
        #"{"columns":["bsn","naam"],"index":[0],"data":[["123456782","Jansen"]]}"#,
        [
          "columns=bsn @1:0", "columns=naam @1:0", "index=0 @1:0", "bsn=123456782 @1:0",
          "naam=Jansen @1:0",
        ]
      ),
      (
        #"{"blad":[["bsn","naam"],["123456782","Jansen","extra"]]}"#,
        [
          "blad=bsn @1:0", "blad=naam @1:0", "bsn=123456782 @1:0", "naam=Jansen @1:0",
          "blad=extra @1:0",
        ]
      ),
      // The first row holds what may be a value: no header.
      (
        #"{"rij":[["123456782","Jansen"],["999999990","Pieters"]]}"#,
        [
          "rij=123456782 @1:0", "rij=Jansen @1:0", "rij=999999990 @1:0", "rij=Pieters @1:0",
        ]
      ),
      (#"{"xy":[[1,2],[3,4]]}"#, ["xy=1 @1:0", "xy=2 @1:0", "xy=3 @1:0", "xy=4 @1:0"]),
    ] as [(String, [String])])
  func `labels rows by the names of their columns`(document: String, fields: [String]) {
    #expect(read(document).fieldDescriptions == fields)
  }

  @Test func `gives keys that may be values as fields, and hides them in labels`() {
    let long = String(repeating: "k", count: 61)
    let document = """
      {"123456782":{"naam":"Jansen"},"x@voorbeeld.nl":1,"\(long)":2,"adres123":3}
      """
    #expect(
      read(document).fieldDescriptions == [
        "–=123456782 @1:0", "….naam=Jansen @1:0", "–=x@voorbeeld.nl @1:0", "…=1 @1:0",
        "–=\(long) @1:0", "…=2 @1:0", "adres123=3 @1:0",
      ])
  }

  @Test(
    arguments: [
      ("{bsn: '123456782', naam: `Jansen`,}", ["bsn=123456782", "naam=Jansen"]),
      ("var data = {\"bsn\": 123456782};", ["–=var data =", "bsn=123456782"]),
      ("cb({\"bsn\":1});", ["–=cb(", "bsn=1"]),
      (
        #"{"_id":ObjectId("65"),"geb":ISODate("1980-01-01"),"n":NumberLong(123456782),"x":1}"#,
        [
          "_id=ObjectId(", "_id=65", "geb=ISODate(", "geb=1980-01-01", "n=NumberLong(",
          "n=123456782", "x=1",
        ]
      ),
      (
        "// oud: 123456782\n{\"a\":1, /* b\nc */ \"d\":2}",
        ["–= oud: 123456782", "a=1", "–= b\nc ", "d=2"]
      ),
      ("{\"a\":1}{\"a\":2} [3]", ["a=1", "a=2", "–=3"]),
      ("[1,,2,]", ["–=1", "–=2"]),
      ("{\"a\":1 \"b\":2}", ["a=1", "b=2"]),
      ("{\"pad\":http://x/y}", ["pad=http://x/y"]),
      ("}]{\"a\":1}", ["a=1"]),
    ] as [(String, [String])])
  func `reads what is not quite JSON`(document: String, fields: [String]) {
    let recording = read(document)
    #expect(recording.fields.map(\.labelled) == fields)
    #expect(recording.outcome == .complete)
  }

  @Test(
    arguments: [
      ("{\"a\":{\"b\":[\"c", ["a.b=c"]),
      ("{\"a\":\"b\",\"c", ["a=b", "–=c"]),
      ("{\"a\":12", ["a=12"]),
      ("[{\"a\":1},{\"a\":2}", ["a=1", "a=2"]),
    ] as [(String, [String])])
  func `reads what broke off, and says so`(document: String, fields: [String]) {
    let recording = read(document)
    #expect(recording.fields.map(\.labelled) == fields)
    #expect(recording.outcome == .partial(.malformed))
    // Lines of a log may open what they do not close.
    #expect(read(document, isLines: true).outcome == .complete)
  }

  @Test func `reads on as text where the structure is lost, and says so`() {
    let recording = read("{\"naam\":\"Jansen, \"bsn\":\"123456782\"}\nBSN 1234 56 782 (020) 123")
    #expect(recording.outcome == .partial(.malformed))
    let all = recording.fields.map(\.text).joined(separator: "|")
    #expect(all.contains("Jansen"))
    #expect(all.contains("123456782"))
    #expect(all.contains("BSN 1234 56 782 (020) 123"))
    #expect(read("{\"a\":[1}, {\"b\":2}").outcome == .partial(.malformed))
  }

  @Test func `begins anew with every line of NDJSON`() {
    let document = """
      {"a":{"b":"afgebroken
      {"bsn":"123456782"}
      {"c":[1,
      {"bsn":"999999990"}
      """
    let recording = read(document, isLines: true)
    #expect(
      recording.fieldDescriptions == [
        "a.b=afgebroken @1:0", "bsn=123456782 @2:0", "c=1 @3:0", "bsn=999999990 @4:0",
      ])
    #expect(recording.outcome == .partial(.malformed))
  }

  @Test func `takes lines of text among those of NDJSON as they are`() {
    let document = """
      {"bsn":"123456782"}
      2026-01-01 INFO [exec-8] Jansen, Dorpsstraat 12, 1234 AB Ede\r
      2026-01-01 INFO {"bsn":"999999990"}

      tel 06-12345678
      """
    let recording = read(document, isLines: true)
    #expect(
      recording.fieldDescriptions == [
        "bsn=123456782 @1:0",
        "–=2026-01-01 INFO [exec-8] Jansen, Dorpsstraat 12, 1234 AB Ede @2:0",
        "–=2026-01-01 INFO @3:0", "bsn=999999990 @3:0", "–=tel 06-12345678 @5:0",
      ])
    #expect(recording.outcome == .complete)
  }

  @Test func `takes a line as text up to a length, in whatever pieces it comes`() {
    for length in [16 << 10, (16 << 10) + 1] {
      let line = String(repeating: ",", count: length - 1)
      let recording = read(
        "{\"a\":1}\nb\(line)\n{\"a\":2}", isLines: true, chunkByteCounts: [4096, 9999])
      #expect(recording.fields.contains { $0.text == "b" + line } == (length == 16 << 10))
    }
  }

  @Test func `reads a string of many blocks as one field`() {
    let long = String(repeating: "lange tekst ", count: 100_000)
    let recording = read(
      "{\"n\":\"\(long)\",\"bsn\":\"123456782\"}", chunkByteCounts: [1 << 12])
    #expect(recording.fields.map(\.labelled) == ["n=\(long)", "bsn=123456782"])
  }

  @Test func `reads a document of many blocks in chunks of any size alike`() {
    let rows = (0..<9000).map { "[\"\($0)\", \"Jan \\u00e9 Tester\"]" }
    let document = "[[\"nummer\",\"naam\"],\n\(rows.joined(separator: ",\n"))]"
    let recording = read(document, chunkByteCounts: [777, 10_000])
    #expect(recording.fields.count { $0.label == "nummer" } == 9000)
    #expect(recording.fields.last?.description == "naam=Jan é Tester @9001:0")
  }

  @Test func `pushes what it has when the run is interrupted or reading fails`() throws {
    let document = Array("[\(String(repeating: "\"123456782\",", count: 200_000))]".utf8)
    var reader = JSONReader(isLines: false)
    var decoded = DecodedText(
      head: [], rest: ChunkedSource(document, failsAt: 1 << 20), encoding: .utf8)
    var sink = RecordingSink()
    sink.cancelsAfter = 1
    #expect(try reader.read(&decoded, into: &sink) == .partial(.interrupted))
    var other = DecodedText(head: [], rest: ChunkedSource(document, failsAt: 999), encoding: .utf8)
    var otherSink = RecordingSink()
    #expect(throws: ReadFailure(errorNumber: 5)) { try reader.read(&other, into: &otherSink) }
    // The first chunk of 65,536 bytes holds 5,461 values of 12 bytes and the start of one.
    let count = otherSink.fields.count
    #expect(count == 5462)
  }
}

@Suite struct JSONReaderHostileTests {
  @Test(arguments: ["{", "[", "\"", "'", "\\", ":", ",", "/", "/*", "}", "{\"a\":", "[[", "\"\\u"])
  func `survives a megabyte of`(part: String) {
    let document = String(repeating: part, count: (1 << 20) / part.utf8.count)
    _ = read(document, chunkByteCounts: [1000])
  }

  @Test func `reads nesting of any depth`() {
    let depth = 200_000
    let arrays =
      String(repeating: "[", count: depth) + "\"123456782\"" + String(repeating: "]", count: depth)
    let recording = read(arrays + "\n{\"a\":1}", chunkByteCounts: [1000])
    #expect(recording.fields.map(\.labelled) == ["–=123456782", "a=1"])
    #expect(recording.outcome == .partial(.malformed))
    let objects = String(repeating: "{\"a\":", count: depth) + "123456782"
    #expect(read(objects, chunkByteCounts: []).fields.last?.text == "123456782")
  }

  @Test func `loses no digit where the document is cut`() {
    let document = """
      {"bsn":"123456782","x":[["bsn","naam"],["1",2.5,null]],'k':a 3 b,/* 4 */"d":{"5678":9}} // 0
      """.utf8
    for end in document.indices {
      let part = Array(document[..<end])
      #expect(read(part).text.utf8.filter(\.isDigit) == part.filter(\.isDigit))
    }
  }

  @Test func `reads random marks in chunks of any size alike`() {
    var generator = SplitMix(seed: 7)
    let parts = [
      "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "\\u00e9", "\n", " ", "a", "12", "/", "*",
      "//", "(", ")", "é", "null", "\"bsn\":", "@",
    ]
    for _ in 0..<300 {
      let document = (0..<40).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      _ = read(document)
      _ = read(document, isLines: true)
    }
  }
}

/// Reads `document` whole, and again in chunks to see that it makes no difference.
private func read(
  _ document: String, isLines: Bool = false, chunkByteCounts: [Int] = [1, 2, 3, 7, 64]
) -> Recording {
  read(Array(document.utf8), isLines: isLines, chunkByteCounts: chunkByteCounts)
}

private func read(
  _ document: [UInt8], isLines: Bool = false, chunkByteCounts: [Int] = [1, 2, 3, 7, 64]
) -> Recording {
  func record(_ chunkByteCount: Int) -> Recording {
    do {
      return try Recording(of: document, chunkByteCount: chunkByteCount) {
        text, sink throws(ReadFailure) in
        var reader = JSONReader(isLines: isLines)
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

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}

extension RecordingSink.Field {
  /// The field as `label=text`.
  var labelled: String { "\(label ?? "–")=\(text)" }
}
