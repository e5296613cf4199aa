import Testing

@testable import ContentTypes

@Suite struct TextFormDetectionTests {
  @Test(
    arguments: [
      ("{\\rtf1\\ansi Jan}", .rtf),
      (flat("office", "text"), .fodt),
      (flat("office", "text-template"), .fodt),
      (flat("o", "spreadsheet"), .fods),
      (flat("office", "presentation"), .fodp),
      (flat("office", "graphics"), .fodg),
      ("<?xml version=\"1.0\"?><document><a/></document>", .xml),
      (
        "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">",
        .wordXML
      ),
      (
        "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><a/>",
        .workbookXML
      ),
      (
        "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part/>",
        .flatPackage
      ),
      ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:x\"><a/></Workbook>", .xml),
      ("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a</text></svg>", .svg),
      ("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"x\" \"y\"><svg/>", .svg),
      ("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jan\r\nEND:VCARD\r\n", .vcard),
      ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", .ical),
      ("dn: cn=Jan,dc=example,dc=nl\ncn: Jan\n", .ldif),
      ("# export\nversion: 1\n\ndn: cn=Jan\ncn: Jan\n", .ldif),
      ("From jan@example.nl Thu Jan  1 00:00:00 2026\nReceived: by x\nSubject: y\n\nz", .mbox),
    ] as [(String, TextForm)])
  func `knows forms by their first line`(text: String, form: TextForm) {
    #expect(detect(text) == .text(form, .utf8))
  }

  @Test(
    arguments: [
      ("MSH|^~\\&|HIS|LB|ADT^A31\rPID|1||1^^^NL|Jan\rPV1|1|O|POLI\r", .hl7),
      ("\u{0B}MSH|^~\\&|HIS|LB|ADT^A31\nPID|1|2|Jan|3\nPV1|1|O|4|5\n", .hl7),
      ("FHS#*%!$#HIS\nMSH#*%!$#HIS\n", .hl7),
      ("MSH en PID zijn segmenten", .running), ("MSH|naam|straat\nA|b|c\n", .delimited(.pipe)),
      ("UNA:+,? '\nUNB+UNOA:1+5,1'\nUNH+1,2'\n", .edifact),
      ("UNB+UNOC:3+4,1'\nUNH+1,2'\nRFF+BSN,3'\n", .edifact),
      ("UNA|^,! ~UNB^UNOA~", .edifact), ("UNA is een bond", .running),
    ] as [(String, TextForm)])
  func `knows messages of HL7 and EDIFACT`(text: String, form: TextForm) {
    #expect(detect(text) == .text(form, .utf8))
  }

  @Test(arguments: [
    ("From: Jan <jan@example.nl>\r\nTo: piet@example.nl\r\nSubject: hoi\r\n\r\nDag Piet", true),
    ("Received: from a\r\n\tby b; Thu, 1 Jan 2026\r\nMessage-ID: <1@a>\r\n\r\n", true),
    ("X-Eigen: 1\nMIME-Version: 1.0\nSubject: a\n  vervolg\n\ntekst", true),
    ("From: a\nTo: b", true),
    ("Van: Jan\nAan: Piet\nOnderwerp: hoi\n\nDag", false),
    ("From: Jan\nzomaar een regel\nTo: Piet\n\n", false),
    ("Subject: hoi\n\nDag", false),  // one header only
    ("Date: 1\nImportance: high\n\nDag", false),  // none that only mail has
    ("naam: Jan\nplaats: Ede\n\n", false),
    // A message that is one part, as programs keep or send it.
    ("Content-Type: multipart/mixed; boundary=\"B\"\n\n--B\n\nDag\n--B--\n", true),
    ("Content-Type: multipart/mixed;\n\tboundary=B\n\n--B\n\nDag\n--B--\n", true),
    ("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nRGFn\n", true),
    ("Content-Type: text/plain; charset=utf-8\n\nDag", false),
    ("Content-Type: bepaalt de boundary= van een bericht\n", false),
    // A line that is none among many headers.
    (
      "Received: from a\nquite Delivered-To: b\nDate: 1\nFrom: a\nTo: b\nSubject: c\n\nDag",
      true
    ),
  ])
  func `knows mail by its headers`(text: String, isMail: Bool) {
    #expect(detect(text) == .text(isMail ? .mail : .running, .utf8))
  }

  @Test(
    arguments: [
      ("<?xml version=\"1.0\"?>\n<klanten><klant/></klanten>", .xml),
      ("<!-- lijst --><klanten a=\"1\"><klant>Jan</klant></klanten>", .xml),
      ("<?xml version=\"1.0\"?><!DOCTYPE lijst SYSTEM \"x.dtd\"><lijst>", .xml),
      ("<ns:a xmlns:ns=\"urn:x\"/>", .xml),
      ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html/>", .html),
      ("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", .html),
      ("  \n<!DOCTYPE HTML>\n<title>x</title>", .html),
      ("<HTML><BODY>x", .html), ("<table border=1><tr><td>Jan", .html), ("<p>Jan</p>", .html),
      ("uitvoer van het programma\n<html lang=nl><body>", .html),
      ("<jan@example.nl> schreef:\n> hoi", .running),
      ("<naam> hier invullen", .running), ("<- terug", .running), ("<", .running), ("<a", .running),
      ("1 < 2 en </ 3", .running),
    ] as [(String, TextForm)])
  func `tells XML, HTML and text with angle brackets apart`(text: String, form: TextForm) {
    #expect(detect(text) == .text(form, .utf8))
  }

  @Test(
    arguments: [
      ("{\"naam\": \"Jan\", \"bsn\": 123456782}", .json),
      ("[{\"a\": null}, {\"a\": true}]\n", .json), ("{}", .json), ("[]", .json), ("[1, 2]", .json),
      ("{\"a\": \"b\",\n}", .json),  // a comma too many
      ("{\"a\": 1}\n{\"a\": 2}\n", .ndjson), ("[\"a\", 1]\n[\"b\", 2]\n", .ndjson),
      ("{\"a\":\n 1}\n\n{\"a\": 2}", .ndjson),
      ("{\"a\": 1}\n2026-01-01 INFO gestart\n\n{\"a\": 2}\n", .ndjson),
      ("{\"a\": 1}\n2026-01-01 INFO gestart\n", .json), ("{\"a\":\n 1}\nb\n{\"c\": 2}", .json),
      ("{\"a\": 1}{\"a\": 2}", .json),
      ("{ return 1; }", .running), ("{naam: 'Jan'}", .running), ("[naam]\nbsn=1\n", .running),
      ("[1] Zie de noot.", .running), ("[ ] boodschappen\n[x] was", .running),
      ("[2026-01-01 12:00] gestart", .running), ("[INFO] gestart", .running), ("{", .running),
      ("[true] is waar", .running),
      // Empty values tell nothing.
      ("{\n}\n\n{ Letters of the font }\nTYPE Font = array;\n", .running),
      ("{}\n{\"a\": 1}\n", .ndjson), ("{}\n[]\n", .ndjson),
      (String(repeating: "[]", count: 20_000) + "[ ", .running),
    ] as [(String, TextForm)])
  func `tells JSON, lines of JSON and text with brackets apart`(text: String, form: TextForm) {
    #expect(detect(text) == .text(form, .utf8))
  }

  @Test func `knows JSON that the end of the head cuts`() {
    #expect(detect("{\"naam\": \"Ja", isWhole: false) == .text(.json, .utf8))
    #expect(detect("[\"" + String(repeating: "a", count: 999), isWhole: false).id == "json")
    #expect(detect(String(repeating: "[", count: 60_000), isWhole: false).id == "json")
  }

  @Test(arguments: [
    ("INSERT INTO klant (bsn) VALUES ('123456782');\n", true),
    ("-- dump\n/*!40101 SET NAMES utf8 */;\nDROP TABLE x;\nCREATE TABLE `x y` (\n a int);", true),
    ("SET client_encoding = 'UTF8';\n\nCOPY public.klant (id, bsn) FROM stdin;\n1\t2\n\\.\n", true),
    ("insert ignore into `a`.`b` values (1);", true),
    ("USE [klanten]\nGO\nINSERT [dbo].[klant] ([bsn]) VALUES (N'1')\n", true),
    ("BEGIN TRANSACTION;\nCREATE TABLE IF NOT EXISTS \"a b\"(id);", true),
    // Oracle: commands of SQL*Plus before the first statement.
    ("REM INSERTING into HR.K\nSET DEFINE OFF;\nInsert into HR.K (A,B) values ('1','2');", true),
    ("PROMPT Vullen\nSPOOL k.log\nWHENEVER SQLERROR EXIT\ninsert into k (a) values (1);", true),
    ("alter session set nls_date_format='DD-MM-YYYY';\ninsert into k values (1);", true),
    ("INSERT ALL\n  INTO k (a) VALUES (1)\n  INTO k (a) VALUES (2)\nSELECT * FROM dual;", true),
    ("MERGE INTO hr.k m\nUSING (SELECT 'x' AS naam FROM dual) s ON (m.id = s.id)", true),
    ("MERGE INTO k USING l ON k.a = l.a", true), ("MERGE INTO k AS m USING l ON (1=1)", true),
    ("INSERT k (a, b) VALUES (1, N'x')", true), ("INSERT k VALUES (1, N'x')", true),
    ("INSERT k (a, b)\nSELECT 1, 2", true), ("UPSERT INTO k (a) VALUES (1);", true),
    ("UPDATE k SET naam='x', bsn=1 WHERE id=2;", true), ("update k\nset [naam] = 'x'", true),
    ("Insert disk, select drive", false), ("Insert coin (two) into the slot.", false),
    ("Update your settings: set = 1", false), ("REM dit is een batch\necho insert", false),
    ("Merge into the lane, using mirrors", false),
    ("SELECT 1;\n", false), ("Insert into the slot.\nCreate table reservations now", false),
    ("Set de tafel.\nKopieer alles.", false), ("-- alleen commentaar", false), ("/* open", false),
  ])
  func `knows dumps of databases`(text: String, isSQL: Bool) {
    #expect(detect(text) == .text(isSQL ? .sql : .running, .utf8))
  }

  @Test func `looks at text without the colours of terminals`() {
    let line = "\u{1B}[1;33mINFO\u{1B}[0m e-mail \u{1B}[01;31mverstuurd\u{1B}[m\n"
    #expect(detect(line + line + line) == .text(.running, .utf8))
    #expect(detect("\u{1B}[0m{\"a\": 1}") == .text(.json, .utf8))
  }

  @Test func `knows declarations of care by their records`() {
    func record(_ code: String, _ rest: String = "", length: Int = 310) -> String {
      let start = code + rest
      return start + String(repeating: " ", count: length - start.count)
    }
    let records = [
      record("01", "304072"), record("02", "000000000001123456782"),
      record("04", "000000000002123456782Çelik"), record("99", "000001"),
    ]
    for end in ["\r\n", "\n", ""] {
      #expect(detect(records.joined(separator: end)) == .text(.vektis, .utf8))
      #expect(detect(records.joined(separator: end) + end + "\u{1A}").id == "vektis")
      #expect(detect(records.joined(separator: end) + end, isWhole: false).id == "vektis")
    }
    let longer = [record("01", "107080", length: 420), record("02", length: 420)]
    #expect(detect(longer.joined(separator: "\r\n")) == .text(.vektis, .utf8))
    #expect(detect(records[0]) == .text(.running, .utf8))
    #expect(detect(records[0] + "\nen gewone tekst") == .text(.running, .utf8))
    #expect(detect("01304 is geen declaratie") == .text(.running, .utf8))
  }

  @Test(arguments: [
    "\n\n  \t\r\n", " ", "Jan Jansen", "-", "\"", "sep=", "sep=x", "From ", "01", "dn",
  ])
  func `takes what says nothing for running text`(text: String) {
    #expect(detect(text) == .text(.running, .utf8))
    #expect(detect(text, isWhole: false) == .text(.running, .utf8))
  }
}

/// The head of a flat OpenDocument file.
private func flat(_ prefix: String, _ kind: String) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <\(prefix):document xmlns:\(prefix)="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
  \(prefix):mimetype="application/vnd.oasis.opendocument.\(kind)"><\(prefix):body/>
  """
}
