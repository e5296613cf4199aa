import Extraction
import Testing

@Suite struct MailReaderHostileTests {
  private static let message = Array(
    """
    From jan@voorbeeld.example Mon Jan  1 10:00:00 2024
    From: =?utf-8?B?Wm/Dqw==?= <zoe@voorbeeld.example>
    Subject: =?iso-2022-jp?B?GyRCOzNFREJATzobKEI=?= =?utf-8?Q?Zo=C3=AB?=
    Content-Type: multipart/mixed; boundary="b"; x*0*=utf-8''%C3; x*1*=%AB

    --b
    Content-Type: text/plain; format=flowed; charset=gb18030
    Content-Transfer-Encoding: quoted-printable

    a =
    =D6=D0
    begin 644 x
    #0V%T
    `
    end
    --b
    Content-Type: message/rfc822

    Subject: x

    y
    --b--

    """.utf8)

  private static let marks = Array("\r\n=?\"-:; ".utf8)

  private static let documents = [
    message, ForeignFile.bytes("mail/opaque.eml"), ForeignFile.bytes("mail/opaque-stream.eml"),
  ]

  @Test(arguments: documents.indices)
  func `survives being cut anywhere`(index: Int) {
    let document = Self.documents[index]
    #expect(!document.isEmpty)
    for count in document.indices {
      let mail = DocumentRecording(of: Array(document[..<count]))
      #expect(mail.faults.isEmpty)
    }
  }

  @Test func `survives bytes that were changed`() {
    var random = SplitMix(seed: 1)
    for document in Self.documents {
      for _ in 0..<500 {
        var changed = document
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          let position = Int.random(in: changed.indices, using: &random)
          let byte = UInt8.random(in: 0...255, using: &random)
          let mark = Self.marks[Int(byte) % Self.marks.count]
          changed[position] = Bool.random(using: &random) ? byte : mark
        }
        let mail = DocumentRecording(of: changed)
        #expect(mail.faults.isEmpty)
      }
    }
  }

  @Test(arguments: ["=?a?q?", "(", "a;", ";a*0=", "\"", "=?utf-8?B?"])
  func `reads long headers in good time`(piece: String) {
    let header = String(repeating: piece, count: 100_000)
    let mail = DocumentRecording(
      of: Array("From: a@b.example\nContent-Type: \(header)\nSubject: x\n\nTekst".utf8))
    #expect(mail.text().hasSuffix("Tekst"))
  }
}
