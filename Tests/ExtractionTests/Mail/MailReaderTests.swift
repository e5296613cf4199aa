import ContentTypes
import Extraction
import Testing

@Suite struct MailReaderTests {
  private static let head =
    "From: Zo <zo@voorbeeld.example>\r\nSubject: Proef\r\nMIME-Version: 1.0\r\n"

  private func read(_ rest: String, head: String = head) -> DocumentRecording {
    DocumentRecording(of: Array((head + rest).utf8))
  }

  @Test(arguments: [
    ("=?ISO-8859-1?Q?a?=", "a"),
    ("=?ISO-8859-1?Q?a?= b", "a b"),
    ("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"),
    ("=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=", "ab"),
    ("=?ISO-8859-1?Q?a?=\r\n    =?ISO-8859-1?Q?b?=", "ab"),
    ("=?ISO-8859-1?Q?a_b?=", "a b"),
    ("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b"),
    // RFC 2047, 8
    ("=?ISO-8859-1?Q?Andr=E9?= Pirard", "André Pirard"),
    ("=?ISO-8859-1*nl?Q?Zo=EB?=", "Zoë"),
    // A character broken apart between two words.
    ("=?utf-8?B?Wm/D?= =?utf-8?B?qw==?=", "Zoë"),
    ("=?iso-2022-jp?B?GyRCOzNFREJATzobKEI=?=", "山田太郎"),
    // What they are said to be in, they are not.
    ("=?us-ascii?Q?Zo=C3=AB?=", "Zoë"),
    ("=?utf-8?Q?Zo=EB?=", "Zoë"),
    ("=?unknown-8bit?Q?Zo=EB?=", "Zoë"),
    ("=?utf-8?Q?open", "=?utf-8?Q?open"),
    ("\u{EB} zonder codering", "ë zonder codering"),
  ])
  func `decodes the words of headers`(subject: String, expected: String) {
    let mail = read("X-Proef: \(subject)\r\n\r\nTekst\r\n")
    #expect(mail.fields(at: "mail-headers").contains("X-Proef=\(expected)"))
  }

  @Test func `reads every header, folded and in raw bytes`() {
    var document = Array("Received: from a\r\n\tby b\r\nTo: jan@voorbeeld.example,\r\n".utf8)
    document += Array(" piet@voorbeeld.example\r\nSubject: Zo".utf8)
    document.append(0xEB)
    document += Array("\r\nX-Nummer:999990019\r\n\r\nTekst".utf8)
    let mail = DocumentRecording(of: document)
    #expect(
      mail.fields(at: "mail-headers") == [
        "Received=from a by b", "To=jan@voorbeeld.example, piet@voorbeeld.example", "Subject=Zoë",
        "X-Nummer=999990019",
      ])
    #expect(mail.text() == "Tekst")
    #expect(mail.faults.isEmpty)
  }

  @Test(arguments: [
    ("quoted-printable", "999990=\r\n019 Zo=C3=AB =3D=3d a=b", "999990019 Zoë == a=b"),
    ("QUOTED-PRINTABLE", "999990= \t\n019", "999990019"),
    ("base64", "OTk5OTkw\r\nMDE5\r\n", "999990019"),
    ("base64", "OTk5OTkwMDE", "99999001"),
    (
      "base64", "OTk5OTkwMDE5\r\n\r\n____\r\nAfmelden: zie bsn\r\n",
      "999990019\n____\r\nAfmelden: zie bsn\r\n"
    ),
    ("base64", "Zo de Vries, 999990019", "Zo de Vries, 999990019"),
    ("\"base64\";", "OTk5OTkwMDE5", "999990019"),
    ("8bit", "999990019", "999990019"),
    ("plain", "999990019", "999990019"),
  ])
  func `decodes bodies`(encoding: String, body: String, expected: String) {
    let mail = read("Content-Transfer-Encoding: \(encoding)\r\n\r\n\(body)")
    #expect(mail.text() == expected)
  }

  private static let bodies: [(charset: String, bytes: [UInt8], text: String)] = [
    ("iso-8859-1", [0x80, 0x20, 0xEB], "€ ë"),
    ("iso-8859-1", Array("Zoë".utf8), "Zoë"),
    ("utf-8", [0x5A, 0x6F, 0xEB], "Zoë"),
    ("unknown-8bit", [0x5A, 0x6F, 0xEB], "Zoë"),
    ("koi8-r", [0xE9, 0xD7, 0xC1, 0xCE], "Иван"),
    ("shift_jis", [0x8E, 0x52, 0x93, 0x63, 0x91, 0xBE, 0x98, 0x59], "山田太郎"),
    ("big5", [0xA4, 0xFD, 0xA4, 0x70, 0xA9, 0xFA], "王小明"),
  ]

  @Test(arguments: bodies)
  func `decodes the charset of bodies, also a wrong one`(
    charset: String, body: [UInt8], expected: String
  ) {
    let head = Self.head + "Content-Type: text/plain; charset=\(charset)\r\n\r\n"
    #expect(DocumentRecording(of: Array(head.utf8) + body).text() == expected)
  }

  @Test func `a message whose last part has no end may lack parts`() {
    let open = "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\neen\r\n"
    #expect(DocumentRecording(of: Array(open.utf8)).missing == ["malformed "])
    #expect(DocumentRecording(of: Array((open + "--b--\r\n").utf8)).missing.isEmpty)
    let inner =
      "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
      + "Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\neen\r\n--b--\r\n"
    #expect(DocumentRecording(of: Array(inner.utf8)).missing.isEmpty)
  }

  @Test(arguments: [
    ("format=flowed", "een \r\ntwee\r\ndrie\r\n", "een twee\ndrie\n"),
    ("format=flowed; delsp=yes", "999990 \r\n019\r\n", "999990019\n"),
    ("format=flowed", "> een \r\n> twee\r\n>> drie \r\n\r\n", "> een twee\n>> drie \n\n"),
    ("format=flowed", " From \r\n", "From "),
    ("format=flowed", "a \r\n-- \r\nNaam\r\n", "a \n-- \nNaam\n"),
    ("format=fixed", "een \r\ntwee", "een \r\ntwee"),
  ])
  func `joins the lines of flowed text`(parameters: String, body: String, expected: String) {
    #expect(read("Content-Type: text/plain; \(parameters)\r\n\r\n\(body)").text() == expected)
  }

  @Test func `reads all alternatives, and pages as pages`() {
    let mail = read(
      """
      Content-Type: multipart/alternative; boundary="b 1"\r
      \r
      Vooraf\r
      --b 1\r
      \r
      Kaal 1\r
      --b 1  \r
      Content-Type: text/html; charset=iso-8859-1\r
      Content-Transfer-Encoding: quoted-printable\r
      \r
      <p>Zo=EB <a href=3D"mailto:zoe@voorbeeld.example">post</a></p>\r
      --b 1--\r
      Achteraf\r

      """)
    #expect(mail.text().contains("Kaal 1"))
    #expect(mail.text().contains("Vooraf"))
    #expect(mail.text().contains("Achteraf"))
    #expect(mail.fields().contains("Zoë post"))
    #expect(mail.fields().contains { $0.hasSuffix("zoe@voorbeeld.example") })
    #expect(mail.outcome == "mail complete")
  }

  @Test(arguments: [
    // No end, a wrong boundary, none at all, and one that begins like that of the other.
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\neen\r\n--b\r\n\r\ntwee",
    "Content-Type: multipart/mixed; boundary=x\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\neen\r\n"
      + "--b\r\n\r\ntwee\r\n--b--",
    "Content-Type: multipart/mixed\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\neen\r\n"
      + "--b\r\n\r\ntwee\r\n--b--",
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
      + "Content-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\neen\r\n--b\r\n\r\ntwee",
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n--b\r\n\r\neen\r\n--b--\r\n"
      + "--b\r\n\r\ntwee",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n\neen\n--b\n\ntwee\n--b--\n",
  ])
  func `reads parts between broken boundaries`(rest: String) {
    #expect(read(rest).texts.filter { $0.place == "" }.map(\.text) == ["een", "twee"])
  }

  @Test(arguments: [
    ("Content-Disposition: attachment; filename=\"a b.csv\"", "a b.csv"),
    ("Content-Disposition: attachment; filename=a b.csv", "a b.csv"),
    ("Content-Disposition: attachment; filename=\"a b.csv", "a b.csv"),
    ("Content-Type: text/csv; name==?utf-8?Q?Zo=C3=AB=2Ecsv?=", "Zoë.csv"),
    ("Content-Disposition: attachment; filename*=UTF-8''Zo%C3%AB.csv", "Zoë.csv"),
    ("Content-Disposition: attachment; filename*=iso-8859-1'nl'Zo%EB.csv", "Zoë.csv"),
    (
      "Content-Disposition: attachment; filename*1=\"ij%20st.csv\"; filename*0*=utf-8''L%C3%AB",
      "Lëij%20st.csv"
    ),
    (
      "Content-Disposition: attachment;\r\n filename*0=\"lan\";\r\n filename*1=\"g.csv\"",
      "lang.csv"
    ),
    ("Content-Disposition: attachment; filename=\"a.csv\"; filename*=utf-8''%C3%AB.csv", "ë.csv"),
    ("Content-Type: text/csv", "part-2"),
  ])
  func `names attachments`(header: String, expected: String) {
    let mail = read(
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\(header)\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\nbmFhbTtic24KWm87OTk5OTkwMDE5CkphOzk5OTk5OTk5MAo=\r\n"
        + "--b--\r\n")
    #expect(mail.members == ["\(expected) csv complete", "mail complete"])
    #expect(mail.fields(at: expected).contains("bsn=999990019"))
  }

  @Test func `reads messages in messages`() {
    let mail = read(
      """
      Content-Type: multipart/digest; boundary=b\r
      \r
      --b\r
      \r
      From: piet@voorbeeld.example\r
      Subject: Binnen\r
      \r
      Dieper\r
      --b\r
      Content-Type: message/rfc822; name=brief\r
      \r
      To: jan@voorbeeld.example\r
      \r
      Nog een\r
      --b--\r

      """)
    #expect(mail.fields(at: "part-2/mail-headers").first == "From=piet@voorbeeld.example")
    #expect(mail.text(at: "part-2") == "Dieper")
    #expect(mail.fields(at: "brief/mail-headers") == ["To=jan@voorbeeld.example"])
    #expect(mail.faults.isEmpty)
  }

  @Test func `books messages that lie too deep`() {
    var rest = "\r\n\r\nDiepst"
    for _ in 0..<100 { rest = "Content-Type: message/rfc822\r\n\r\n" + rest }
    let mail = read(rest)
    #expect(mail.missing.count == 1)
    #expect(mail.missing.first?.hasPrefix("limit") == true)
  }

  @Test func `stops at parts that lie too deep`() {
    var rest = ""
    for depth in 0..<200 {
      rest += "Content-Type: multipart/mixed; boundary=b\(depth)\r\n\r\n--b\(depth)\r\n"
    }
    #expect(read(rest + "\r\nDiepst").outcome == "mail limit")
  }

  @Test func `reads reports of delivery as fields`() {
    let mail = read(
      "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a.example\r\n\r\n"
        + "Final-Recipient: rfc822; jan@voorbeeld.example\r\nStatus: 5.1.1\r\n")
    #expect(
      mail.fields() == [
        "Reporting-MTA=dns; a.example", "Final-Recipient=rfc822; jan@voorbeeld.example",
        "Status=5.1.1",
      ])
  }

  @Test func `takes files out of texts`() {
    // The line of uuencode is that of the standard's own example for `Cat`.
    let uuencoded = read("\r\nVoor\r\nbegin 644 kat.txt\r\n#0V%T\r\n`\r\nend\r\nNa\r\n")
    #expect(uuencoded.text() == "Voor\r\nNa\r\n")
    #expect(uuencoded.text(at: "kat.txt") == "Cat")
    var yEnc = Array((Self.head + "\r\n=ybegin line=128 size=4 name=k.txt\r\n").utf8)
    // `Cat ` and 42 for each.
    yEnc += [0x6D, 0x8B, 0x9E, 0x4A]
    yEnc += Array("\r\n=yend size=4\r\nNa".utf8)
    let mail = DocumentRecording(of: yEnc)
    #expect(mail.text() == "Na")
    #expect(mail.text(at: "k.txt") == "Cat ")
  }

  @Test(arguments: [
    "begin a new day\r\nand go", "begin 644\r\n", "begin 644 x\r\nlower case\r\n", "=ybegin \r\nx",
  ])
  func `leaves text alone that only begins like a file`(body: String) {
    #expect(read("\r\n" + body).text() == body)
  }

  @Test(arguments: ["opaque.eml", "opaque-stream.eml"])
  func `reads what was signed`(file: String) {
    let mail = DocumentRecording(of: ForeignFile.bytes("mail/" + file))
    #expect(mail.text(at: "smime.p7m").contains("Zoë de Vries, burgerservicenummer 999990019"))
    #expect(mail.missing.isEmpty)
  }

  @Test func `reads signed content outside of mail`() {
    let signed = DocumentRecording(of: ForeignFile.bytes("mail/signed.p7m"))
    #expect(signed.members == ["content mail complete", "p7m complete"])
    #expect(signed.text(at: "content").contains("Zoë de Vries, burgerservicenummer 999990019"))
  }

  @Test func `books what is encrypted`() {
    #expect(
      DocumentRecording(of: ForeignFile.bytes("mail/encrypted.eml")).missing
        == ["encrypted smime.p7m"])
    #expect(
      read("\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n").missing == ["encrypted "])
    let mail = read(
      "Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\n"
        + "Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\n"
        + "Content-Type: application/octet-stream; name=e.asc\r\n\r\n"
        + "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n--b--\r\n")
    #expect(mail.missing == ["encrypted ", "encrypted e.asc"])
  }

  @Test func `reads a message of Apple Mail`() {
    let message = "From: jan@voorbeeld.example\nSubject: Proef\n\nTekst\n"
    let stored =
      "\(message.utf8.count)      \n\(message)<?xml version=\"1.0\"?>\n<plist><a>b</a></plist>"
    let mail = DocumentRecording(of: Array(stored.utf8))
    #expect(mail.text() == "Tekst\n")
    #expect(mail.fields(at: "properties").contains { $0.hasSuffix("=b") })
  }
}
