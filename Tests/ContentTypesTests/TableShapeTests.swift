import Testing

@testable import ContentTypes

@Suite struct TableShapeTests {
  @Test(
    arguments: [
      ("naam,bsn\nJan,123456782\n", .comma),
      ("naam;bsn\r\nJan;123456782\r\n", .semicolon),
      ("naam\tbsn\nJan\t123456782\n", .tab),
      ("naam|bsn\nJan|123456782\n", .pipe),
      ("sep=;\r\nalleen\r\n", .semicolon),
      ("id^naam^bsn\n1^Jan^123456782\n", .caret), ("id~naam~bsn\n1~Jan~123456782\n", .tilde),
      ("id\u{1}naam\u{1}bsn\n1\u{1}Jan\u{1}123456782\n", .startOfHeading),
      ("id\u{1F}naam\u{1F}bsn\n1\u{1F}Jan\u{1F}123456782\n", .unitSeparator),
      ("id\u{1F}naam\u{1E}1\u{1F}Jan\nPiet\u{1E}2\u{1F}An\u{1E}", .unitSeparator),
      ("id||naam||bsn\n1||Jan||123456782\n", .pipe),
      ("'id','naam'\n'1','Smit, J.'\n'2','Vos, A., B.'\n", .comma),
      ("'id';'naam'\n'1';'Smit; J.'\n'2';'Vos'\n", .semicolon),
      ("~~~\ncode\n~~~\n", nil), ("~/a\n~/b\n~/c\n", nil), ("2^3\n4^5\n6^7\n", nil),
      ("sep=,\na,b", .comma),
      ("naam;bsn", nil),  // one record
      ("naam\nJan\nPiet\n", nil),  // one column
      ("123456782\n999999990\n", nil),
      ("bsn;\n123456782;\n999999990;\n", nil),  // one column with a mark behind it
      ("\"naam\",\"bsn\"\n\"Jansen, Jan\",\"123456782\"\n\"Vries; A; B\",\"999999990\"\n", .comma),
      ("naam;nota\nJan;\"eerste regel\ntweede regel\"\nPiet;\"met \"\"quotes\"\"\"\n", .semicolon),
      ("naam;adres\nJan;Dorpsstraat 1, Ede\nPiet;Kade 2, Tiel\nAnna;Laan 3, Ede\n", .semicolon),
      ("id, naam, bsn\n1, Jan, 123456782\n2, Piet, 999999990\n", .comma),
      ("naam, bsn\nJan, 123456782\nPiet, 999999990\n", .comma),
      ("Overzicht 2026\nGemaakt door Jan\n\nnaam;bsn\nJan;1\nPiet;2\nAnna;3\n", .semicolon),
      ("naam;bedrag\nJan;1,50\nPiet;2,75\nAnna;3,00\n", .semicolon),
      ("a;b;c\n1;2;3\n4;5;6\n7;8;9\n1;2;3\nTotaal 5\n", .semicolon),
      ("datum;niveau;bericht\n2026-01-01 12:00;INFO;a\n2026-01-01 12:01;INFO;b\n", .semicolon),
      ("2026-01-01 12:00:00;INFO;a\n2026-01-01 12:00:01;INFO;b\n", .semicolon),
      ("naam;voorletters;plaats\nJan;;\nPiet;;Ede\n", .semicolon),
    ] as [(String, Delimiter?)])
  func `finds the delimiter of a table`(text: String, delimiter: Delimiter?) {
    #expect(form(text) == delimiter.map { .delimited($0) } ?? .running)
  }

  @Test(arguments: [
    """
    Geachte heer, mevrouw,

    Hierbij stuur ik u, zoals besproken, de stukken.
    Ik hoor graag van u, en groet u vriendelijk,

    Jan Jansen
    """,
    "Eerst dit, dan dat.\nEen zin, en nog een.\nTot slot, het einde.\n",
    "Appels, peren en meer.\nNoten, zaden en zo.\n",
    "1,50\n2,75\n13,00\n",
    "NAAM          SALARIS  UREN\nDE WIT, A.   2.345,67\nBAKKER, C.   1.999,00\n"
      + "VISSER, P.   2.001,00\n",
    "Zo is het; en niet anders.\nDat weet iedereen.\nOf bijna iedereen; niet allen.\nEn verder.\n",
  ])
  func `takes prose with commas for running text`(text: String) {
    #expect(form(text) == .running)
  }

  @Test(arguments: [
    "2026-01-01 12:00:00,123 INFO gestart\n2026-01-01 12:00:01,456 WARN traag\n",
    "2026-01-01 12:00:00.1 | INFO | a:b:1 - x\n2026-01-01 12:00:01.2 | INFO | a:b:2 - y\n",
    "Jan  1 12:00:00 host app[1]: een, twee\nJan  1 12:00:01 host app[1]: drie, vier\n",
    """
    192.0.2.1 - - [01/Jan/2026:12:00:00 +0100] "GET / HTTP/1.1" 200 1 "-" "A (B, like C)"
    192.0.2.2 - - [01/Jan/2026:12:00:01 +0100] "GET / HTTP/1.1" 200 1 "-" "A (B, like C)"
    """,
    "[2026-01-01T12:00:00Z] ERROR fout; opnieuw\n[2026-01-01T12:00:01Z] ERROR fout; opnieuw\n",
    "2026-01-01 12:00 Jan meldt zich, dag\n2026-01-01 12:01 Piet meldt zich, dag\n",
  ])
  func `takes logs for running text`(text: String) {
    #expect(form(text) == .running)
  }

  @Test(arguments: [
    "| naam | bsn |\n|---|---|\n| Jan | 123456782 |\n| Piet | 999999990 |\n",
    " naam | bsn \n------+-----\n Jan  | 1\n Piet | 2\n",
    "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n+---+---+\n",
    "\tif a {\n\t  b\n\tc\n\td\n",
    "int a = 1;\nint b = 2;\nreturn a;\n",
    "a {\n  color: red;\n  border: 0;\n  margin: 1;\n}\n",
    "cat a | sort\n",
  ])
  func `takes drawn tables and code for running text`(text: String) {
    #expect(form(text) == .running)
  }

  @Test func `does not count a record that the end of the head cuts`() {
    let text = "a;b;c\n1;2;3\n4"
    #expect(detect(text, isWhole: false) == .text(.delimited(.semicolon), .utf8))
  }

  @Test func `survives quotes that are never closed`() {
    let text = "naam;bsn\n" + String(repeating: "\"Jan;123456782\n", count: 5000)
    _ = detect(text)
    _ = detect(String(repeating: "\"", count: 1 << 16))
    _ = detect(String(repeating: ";\"", count: 1 << 15))
    _ = detect(String(repeating: ",", count: 1 << 16))
  }

  private func form(_ text: String) -> TextForm? {
    guard case .text(let form, .utf8) = detect(text) else { return nil }
    return form
  }
}
