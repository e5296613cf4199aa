import ContentTypes
import Extraction
import ScanModel
import Testing

@Suite struct DelimitedReaderTests {
  @Test(arguments: [
    // RFC 4180, section 2, rules 1 and 2: the last line break may be missing.
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", ["aaa", "bbb", "ccc", "zzz", "yyy", "xxx"]),
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx", ["aaa", "bbb", "ccc", "zzz", "yyy", "xxx"]),
    // Rule 5: quotes around cells.
    (#""aaa","bbb","ccc"\#r\#nzzz,yyy,xxx"#, ["aaa", "bbb", "ccc", "zzz", "yyy", "xxx"]),
    // Rule 6: line breaks and delimiters in quotes.
    (
      #""aaa","b\#r\#nbb","c,cc"\#r\#nzzz,yyy,xxx"#,
      ["aaa", "b\r\nbb", "c,cc", "zzz", "yyy", "xxx"]
    ),
    // Rule 7: doubled quotes stay as they are written.
    (#""aaa","b""bb","ccc""#, ["aaa", #"b""bb"#, "ccc"]),
    (#""""quoted""",x"#, [#"""quoted"""#, "x"]),
    (#"",","""","\#n""#, [",", "\"\"", "\n"]),
    // Empty cells are no fields.
    (",a,,b,\n,,\n\"\",c", ["a", "b", "c"]),
    ("", []),
  ])
  func `splits as RFC 4180 says`(document: String, values: [String]) throws {
    #expect(try read(document, ",").fields.map(\.text) == values)
  }

  @Test(arguments: [
    // Spaces around cells and around quotes.
    ("  a ; b\t;\tc  ; \"d; e\"  ;\" f \"", ["a", "b", "c", "d; e", "f"]),
    // A quote within a cell is a character; one without a partner is so too.
    ("15\" buis;a\"b\"c;x", ["15\" buis", "a\"b\"c", "x"]),
    ("\"open;b\nc;d", ["\"open", "b", "c", "d"]),
    ("\"a\" b;c", ["\"a\" b", "c"]),
    // Excel writes text that looks like a number as a formula.
    ("=\"012345678\";=\"\";=1+1;\"=\"\"0123\"\"\"", ["012345678", "=1+1", "0123"]),
    // An apostrophe makes text of a number, or is part of a name.
    (
      "'0612345678;'t Hart;'s-Gravenhage;'NL99;'x'",
      ["0612345678", "'t Hart", "'s-Gravenhage", "NL99", "x"]
    ),
  ])
  func `is lenient with what programs write`(document: String, values: [String]) throws {
    #expect(try read(document, ";").fields.map(\.text) == values)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `counts records as a spreadsheet does`(lineBreak: String) throws {
    let document = ["titel", "", "a;\"x\(lineBreak)y\"", "", "b;c", ""].joined(separator: lineBreak)
    let fields = try read(document, ";").fields
    #expect(fields.map(\.row) == [1, 3, 3, 5, 5])
    #expect(fields.map(\.column) == [1, 1, 2, 1, 2])
  }

  @Test(arguments: Delimiter.allCases)
  func `splits at the delimiter it was given`(delimiter: Delimiter) throws {
    let character = Character(Unicode.Scalar(delimiter.rawValue))
    let document = "naam|bsn,plaats;straat\thuisnummer"
    let parts = document.split(separator: character).map(String.init)
    #expect(try read(document, character).fields.map(\.text) == parts)
  }

  @Test func `passes the text on as it is`() throws {
    let document = "\u{FEFF}sep=;\r\n naam ;\"b\"\"sn\"\r\nJan;=\"999999990\"\rx\n\n"
    #expect(try read(document, ";").text == String(document.dropFirst()))
  }

  @Test func `labels cells with their header`() throws {
    let document = """
      Cliëntnr;"BSN" ; Naam
      1;123456782;Jansen;extra
      2;;"De Vries; J"
      """
    #expect(
      try read(document, ";").fieldDescriptions == [
        "–=Cliëntnr @1:1", "–=BSN @1:2", "–=Naam @1:3",
        "Cliëntnr=1 @2:1", "BSN=123456782 @2:2", "Naam=Jansen @2:3", "–=extra @2:4",
        "Cliëntnr=2 @3:1", "Naam=De Vries; J @3:3",
      ])
  }

  @Test func `takes the header of a next table after a blank line`() throws {
    let document = """
      klant,bsn
      Jansen,123456782

      leverancier,rekening,telefoon
      Bakker,NL91ABNA0417164300,0612345678

      Vrij,111222333
      """
    let labels = try read(document, ",").fields.filter { $0.row > 4 || $0.row == 2 }.map(\.label)
    #expect(
      labels == ["klant", "bsn", "leverancier", "rekening", "telefoon", "leverancier", "rekening"])
  }

  @Test func `passes on what was read before reading failed`() {
    let rows = "naam;bsn\n" + String(repeating: "Jan;999999990\n", count: 40_000)
    var text = DecodedText(
      head: [], rest: ChunkedSource(Array(rows.utf8), failsAt: 400_000), encoding: .utf8)
    var sink = RecordingSink()
    var reader = DelimitedReader(delimiter: Delimiter.semicolon.rawValue)
    do {
      _ = try reader.read(&text, into: &sink)
      Issue.record("the failure was kept back")
    } catch {
      #expect(error == ReadFailure(errorNumber: 5))
    }
    #expect(sink.bytes.count >= 400_000)
    #expect(sink.fields.filter { $0.label == "bsn" && $0.text == "999999990" }.count > 28_000)
  }

  @Test func `stops when the run is interrupted`() throws {
    let rows = String(repeating: "Jan;999999990\n", count: 100_000)
    var text = DecodedText(head: [], rest: ChunkedSource(Array(rows.utf8)), encoding: .utf8)
    var sink = RecordingSink()
    sink.cancelsAfter = 1
    var reader = DelimitedReader(delimiter: Delimiter.semicolon.rawValue)
    #expect(try reader.read(&text, into: &sink) == .partial(.interrupted))
    #expect(sink.blockCount == 1)
  }
}

// MARK: Dutch exports

extension DelimitedReaderTests {
  @Test func `reads an export of a HIS`() throws {
    let document = #"""
      sep=;
      "Patiëntenlijst praktijk De Linde";;;;
      "Aangemaakt op: 12-03-2024 10:15";;;;

      "PATNR";"Naam patiënt";"Geb.datum";"BSN";"Verzekering"
      "100234";"Jansen-de Boer, A.B.";"01-02-1950";"123456782";"Zorgkantoor ""Noord"""
      "100235";"Yıldız, E.";"17-11-1988";"111222333";"Memo:\#r\#nbelt terug"
      """#
    let fields = try read(document, ";").fields
    #expect(fields.filter { $0.row < 6 }.allSatisfy { $0.label == nil })
    #expect(
      fields.filter { $0.label == "BSN" }.map(\.description) == [
        "BSN=123456782 @6:4", "BSN=111222333 @7:4",
      ])
    #expect(fields.last?.description == "Verzekering=Memo:\r\nbelt terug @7:5")
  }

  @Test func `reads a payroll export`() throws {
    let document = """
      Werkgever\tPersnr\tBurgerservicenummer\tIBAN\tBruto loon\tIngangsdatum
      12345\t00017\t999999990\tNL91 ABNA 0417 1643 00\t3.250,00\t1-1-2024
      12345\t00018\t100600503\tNL91 ABNA 0417 1643 00\t-12,50\t1-2-2024
      """
    let fields = try read(document, "\t").fields
    #expect(
      fields.filter { $0.label == "Burgerservicenummer" }.map(\.text) == ["999999990", "100600503"])
    #expect(fields.filter { $0.label == "Bruto loon" }.map(\.text) == ["3.250,00", "-12,50"])
  }

  @Test(arguments: [
    ("'id','naam'\n'1','Smit, J.'\n'2','d''Arc'\n", ",", ["1", "Smit, J.", "2", "d''Arc"]),
    ("id;naam\n'1';'Smit; J.'\n2;'Hart'\n", ";", ["1", "Smit; J.", "2", "Hart"]),
    ("id;naam\n1;'t Hart\n2;'s-Heer\n", ";", ["1", "'t Hart", "2", "'s-Heer"]),
    ("id^naam\n1^Smit\n", "^", ["1", "Smit"]),
    ("id\u{1F}naam\u{1E}1\u{1F}Jan\nPiet\u{1E}", "\u{1F}", ["1", "Jan Piet"]),
  ])
  func `reads other quotes and separators`(
    document: String, delimiter: Character, values: [String]
  ) throws {
    let fields = try read(document, delimiter).fields
    #expect(fields.filter { $0.label != nil }.map(\.text) == values)
  }

  @Test func `reads a CRM export`() throws {
    let document = #"""
      "contact_id","first_name","last_name","email","phone","notes"
      "c-1","Piet","de Wit","piet@example.nl","'0612345678","Belde 2x, ""spoed"", zie mail
      tweede regel, nog een"
      "c-2","Anna","Smit","anna@example.nl","=""0201234567""",""
      """#
    let fields = try read(document, ",").fields
    #expect(fields.filter { $0.label == "phone" }.map(\.text) == ["0612345678", "0201234567"])
    #expect(
      fields.filter { $0.row == 3 }.map(\.label) == [
        "contact_id", "first_name", "last_name", "email", "phone",
      ])
  }
}
