import Glibc
import Testing

@Suite struct OutlookMessageReaderTests {
  @Test func `names sender, recipients and what else is in the headers`() throws {
    let recording = DocumentRecording(of: try Self.fixture("message.msg"))
    #expect(
      recording.fields(at: "mail-headers") == [
        "subject=Afspraak dossier", "sender=Jan Tester", "sender=/O=ORG/CN=JAN",
        "sender=jan@example.nl", "date=2021-03-04", "to=Piet Tester", "to=/O=ORG/CN=PIET",
        "to=piet@example.nl", "bcc=Kees Tester", "bcc=/O=ORG/CN=KEES", "bcc=kees@example.nl",
        "Received=from a by b", "From=\"Jan Tester\" <jan@example.nl>", "X-Nummer=12",
      ])
    #expect(
      recording.fields(at: "properties") == [
        "reply to=Antwoord", "reply to=antwoord@example.nl", "x-dossier=A-2021", "location=Zaal 3",
      ])
    #expect(recording.faults == [])
  }

  @Test func `reads HTML where it says more than the plain text`() throws {
    let recording = DocumentRecording(of: try Self.fixture("message.msg"))
    #expect(recording.text().hasPrefix("Beste Piet,\r\nBSN 999990019"))
    #expect(recording.fields().contains("café x"))
    #expect(recording.fields().contains { $0.contains("extra@example.nl") })
  }

  @Test func `gives attachments as members, and books what is protected`() throws {
    let recording = DocumentRecording(of: try Self.fixture("message.msg"))
    #expect(
      recording.members == [
        "gegevens bij brief.txt text complete", "Doorgestuurd msg complete", "msg encrypted",
      ])
    #expect(recording.missing == ["encrypted message.rpmsg"])
    #expect(recording.text(at: "gegevens bij brief.txt") == "Nummer 999999990")
    #expect(recording.text(at: "Doorgestuurd") == "Tekst binnen")
    #expect(recording.fields(at: "Doorgestuurd/mail-headers") == ["subject=Binnen"])
    #expect(recording.fields(at: "Doorgestuurd/properties") == ["location=Zaal 4"])
  }

  @Test func `reads texts of 8 bits and a body that is RTF only`() throws {
    let recording = DocumentRecording(of: try Self.fixture("narrow.msg"))
    #expect(recording.fields(at: "mail-headers") == ["subject=Письмо"])
    #expect(recording.fields() == ["Москва 999990019"])
    #expect(recording.outcome == "msg complete")
  }

  @Test func `names the properties of a contact`() throws {
    let recording = DocumentRecording(of: try Self.fixture("contact.msg"))
    #expect(
      Set(recording.fields(at: "properties")) == [
        "given name=Jan", "surname=Tester", "mobile phone=06 12345678",
        "government ID number=999990019", "birthday=1980-02-29", "e-mail=jan@example.nl",
        "file as=Tester, Jan", "work postal code=1234 AB",
      ])
  }

  @Test(arguments: ["message.msg", "narrow.msg", "contact.msg"])
  func `survives a cut at any place and any byte being another one`(name: String) throws {
    let bytes = try Self.fixture(name)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(DocumentRecording(of: Array(bytes[..<end])).faults == [])
    }
    var random = SplitMix(seed: 11)
    for _ in 0..<1500 {
      var broken = bytes
      for _ in 0..<8 {
        let place = Int.random(in: 8..<bytes.count, using: &random)
        broken[place] = UInt8.random(in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: broken).faults == [])
    }
  }

  private static func fixture(_ name: String) throws -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let file = try #require(fopen("/\(folder)/Fixtures/message/\(name)", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }
}
