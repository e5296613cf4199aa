import Extraction
import Foundation
import Testing

@Suite struct ContentLineReaderTests {
  private func read(_ lines: String...) -> DocumentRecording {
    DocumentRecording(of: Array(lines.joined(separator: "\r\n").utf8))
  }

  @Test func `a title and a role are what somebody does`() {
    let card = "BEGIN:VCARD\nTITLE:planner\nROLE;CHARSET=UTF-8:kok\nEND:VCARD\n"
    #expect(
      DocumentRecording(of: Array(card.utf8)).fields()
        == ["TITLE.job title=planner", "ROLE.job title=kok"])
  }

  @Test func `makes fields of the values of a vCard`() {
    let card = read(
      "BEGIN:VCARD", "VERSION:3.0", "N:Vries;Zoë;Anna;Mw.;", "FN:Zoë de Vries",
      "BDAY:1985-04-12", "item1.TEL;TYPE=CELL,VOICE:06-12345678",
      "ADR;TYPE=HOME:;;Dorpsstraat 1;Ede;;6711 AA;Nederland", "EMAIL:zoe@voorbeeld",
      " .example", "NOTE:een\\, twee\\nbsn 999990", " 019", "END:VCARD", "")
    #expect(
      card.fields() == [
        "VERSION=3.0", "N=Mw. Zoë Anna Vries", "FN=Zoë de Vries", "BDAY=1985-04-12",
        "TEL=06-12345678", "ADR=Dorpsstraat 1, Ede, 6711 AA, Nederland",
        "EMAIL=zoe@voorbeeld.example", "NOTE=een, twee\nbsn 999990019",
      ])
    #expect(card.outcome == "vcard complete")
  }

  @Test func `reads vCard 2-1 with its encodings, without pictures`() {
    let card = read(
      "BEGIN:VCARD", "VERSION:2.1",
      "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Zo=EB de=", " Vries",
      "LABEL;QUOTED-PRINTABLE:Dorpsstraat 1=0D=0A6711=", "=20AA Ede",
      "PHOTO;BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD", " 999990019AAAA", "", "TEL;HOME:0318-123456",
      "END:VCARD")
    #expect(
      card.fields() == [
        "VERSION=2.1", "FN=Zoë de Vries", "LABEL=Dorpsstraat 1\r\n6711 AA Ede", "TEL=0318-123456",
      ])
    #expect(card.outcome == "vcard complete")
  }

  @Test func `reads the parameters of calendars that hold values`() {
    let calendar = read(
      "BEGIN:VCALENDAR", "BEGIN:VEVENT",
      "ATTENDEE;ROLE=REQ-PARTICIPANT;CN=\"Vries, Zoë: de\";RSVP=TRUE:mailto:zoe@voorbeeld.example",
      "DESCRIPTION:Gesprek\\; bsn 9999", "\t90019", "END:VEVENT", "END:VCALENDAR")
    #expect(
      calendar.fields() == [
        "ATTENDEE=mailto:zoe@voorbeeld.example", "CN=Vries, Zoë: de",
        "DESCRIPTION=Gesprek; bsn 999990019",
      ])
  }

  @Test func `says where attachments are not read`() {
    let calendar = read(
      "BEGIN:VCALENDAR", "ATTACH;ENCODING=BASE64;VALUE=BINARY:JVBERi0xLjQK", "END:VCALENDAR")
    #expect(calendar.outcome == "ical encoded-parts")
  }

  @Test func `a picture is read behind the text, or is that of the person`() {
    let picture = Data(ForeignFile.bytes("images/metadata.jpg")).base64EncodedString()
    let calendar = read(
      "BEGIN:VCALENDAR", "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + picture, "END:VCALENDAR")
    #expect(calendar.outcome == "ical complete")
    let card = read(
      "BEGIN:VCARD", "VERSION:2.1", "X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:", " " + picture,
      "",
      "END:VCARD")
    #expect(card.outcome == "vcard complete")
  }

  @Test(arguments: ChunkedSource.sizes)
  func `does not depend on where reads end`(size: Int) throws {
    let card = Array(
      "BEGIN:VCARD\r\nFN;QUOTED-PRINTABLE:Zo=C3=\r\n=AB\r\nNOTE:een\r\n  twee\r\nzonder naam\r\n"
        .utf8)
    let recording = try Recording(of: card, chunkByteCount: size) {
      text, sink throws(ReadFailure) in
      var reader = ContentLineReader()
      return try reader.read(&text, into: &sink)
    }
    #expect(
      recording.fieldDescriptions == ["FN=Zoë @2:0", "NOTE=een twee @4:0", "–=zonder naam @6:0"])
    #expect(recording.faults.isEmpty)
  }
}
