import ContentTypes
import Foundation
import ScanModel
import Testing

@testable import Extraction

@Suite struct HL7ReaderTests {
  private static let admission = [
    #"MSH|^~\&|HIS|PRK|ZIS|LB|20240601101500||ADT^A08|900000123|P|2.4"#,
    "PID|1||705950871^^^ZIS^PI~999990019^^^NLMINBIZA^NNNLD||Vries&de&Vries^Jan^P^^dr.^^L||"
      + "19600102000000|M|||Dorpsstraat 12&Dorpsstraat&12^^Ede^^6711AB^NL^M||"
      + #"0318 555 123^PRN^PH~^NET^Internet^jan@voorbeeld.example|^WPN^PH^^31^20^5550123"#,
    "NK1|1|Bakker^Sanne||Laan&Laan&7^bis^Velp",
    "PV1|1|O|POLI^2||||12345678^Arts^A^^^^^^VEKTIS",
    "IN1|1|^Basis|3332^^^VEKTIS^UZOVI|||||||||||||||||||||||||||||||||VZ-1",
  ]

  private static let fields = [
    "–=HIS @1:0", "–=PRK @1:0", "–=ZIS @1:0", "–=LB @1:0", "–=20240601101500 @1:0",
    "–=ADT @1:0", "–=A08 @1:0", "kenmerk=900000123 @1:0", "–=P @1:0", "–=2.4 @1:0",
    "–=1 @2:0",
    "patientnummer=705950871 @2:0", "–=ZIS @2:0", "–=PI @2:0",
    "bsn=999990019 @2:0", "–=NLMINBIZA @2:0", "–=NNNLD @2:0",
    "naam=dr. Jan P de Vries @2:0", "–=L @2:0",
    "geboortedatum=19600102 @2:0", "geslacht=M @2:0",
    "adres=Dorpsstraat 12, 6711AB Ede, NL @2:0", "–=M @2:0",
    "telefoon=0318 555 123 @2:0", "–=PRN @2:0", "–=PH @2:0",
    "email=jan@voorbeeld.example @2:0", "–=NET @2:0", "–=Internet @2:0",
    "telefoon=+31 20 5550123 @2:0", "–=WPN @2:0", "–=PH @2:0",
    "–=1 @3:0", "naam=Sanne Bakker @3:0", "adres=Laan 7, bis, Velp @3:0",
    "–=1 @4:0", "–=O @4:0", "–=POLI @4:0", "–=2 @4:0",
    "agb=12345678 @4:0", "naam=A Arts @4:0", "–=VEKTIS @4:0",
    "–=1 @5:0", "–=Basis @5:0", "uzovi=3332 @5:0", "–=VEKTIS @5:0", "–=UZOVI @5:0",
    "polisnummer=VZ-1 @5:0",
  ]

  @Test(arguments: ["\r", "\n", "\r\n"])
  func `gives values a field that their place names`(lineEnd: String) throws {
    let message = Array(Self.admission.joined(separator: lineEnd).utf8)
    for chunkByteCount in ChunkedSource.sizes {
      let recording = try read(message, chunkByteCount)
      #expect(recording.fieldDescriptions == Self.fields)
      #expect(recording.outcome == .complete)
      #expect(recording.faults == [])
    }
  }

  @Test func `counts the lines between messages and takes off their frames`() throws {
    let header = #"MSH|^~\&|A"#
    let messages = "\u{0B}\(header)\rPID|1||1\r\u{1C}\r\n\n\(header)\nPID|1||2\n"
    #expect(
      try read(Array(messages.utf8)).fieldDescriptions == [
        "–=A @1:0", "–=1 @2:0", "patientnummer=1 @2:0", "–=A @5:0", "–=1 @6:0",
        "patientnummer=2 @6:0",
      ])
  }

  @Test func `reads the marks that the message tells`() throws {
    let message = "MSH#*%!$#A\nPID#1##5*x%6##Jansen*Piet\nNTE#1#L#twee!F!drie$vier\n"
    #expect(
      try read(Array(message.utf8)).fieldDescriptions == [
        "–=A @1:0", "–=1 @2:0", "patientnummer=5 @2:0", "–=x @2:0", "patientnummer=6 @2:0",
        "naam=Piet Jansen @2:0", "–=1 @3:0", "–=L @3:0", "–=twee#drie @3:0", "–=vier @3:0",
      ])
  }

  @Test(arguments: [
    (#"a\F\b\S\c\T\d\R\e\E\f"#, #"a|b^c&d~e\f"#),
    (#"regel 1\.br\regel 2"#, "regel 1\nregel 2"),
    (#"\H\vet\N\ \X6A616E\"#, "vet jan"),
    (#"C:\map"#, #"C:\map"#),
  ])
  func `reads escapes as what they stand for`(written: String, meant: String) throws {
    let message = "MSH|^~\\&|A\nNTE|||\(written)\n"
    #expect(try read(Array(message.utf8)).fields.last?.text == meant)
  }

  @Test func `reads observations by their type and names them`() throws {
    let message = [
      #"MSH|^~\&|A"#, "OBX|1|XPN|C1^Contactpersoon||Smit^Els",
      "OBX|2|ST|BSN^Burgerservicenummer||999990019", "OBX|3|TX|||Vrije tekst~en meer",
      "OBX|4|ED|VERSLAG||ZIS^TEXT^plain^Base64^RGFnIEphbiBkZSBWcmllcywgYWxsZXMgZ29lZD8=",
    ].joined(separator: "\r")
    let fields = try read(Array(message.utf8)).fieldDescriptions
    #expect(
      fields.filter { !["–=1", "–=2", "–=3", "–=4"].contains($0.prefix(3)) } == [
        "–=A @1:0", "–=XPN @2:0", "–=C1 @2:0", "–=Contactpersoon @2:0", "naam=Els Smit @2:0",
        "–=ST @3:0", "–=BSN @3:0", "–=Burgerservicenummer @3:0",
        "Burgerservicenummer=999990019 @3:0", "–=TX @4:0", "–=Vrije tekst @4:0", "–=en meer @4:0",
        "–=ED @5:0", "–=VERSLAG @5:0", "VERSLAG=Dag Jan de Vries, alles goed? @5:0", "–=ZIS @5:0",
        "–=TEXT @5:0", "–=plain @5:0", "–=Base64 @5:0",
      ])
  }

  @Test func `says that a document in a message was not read`() throws {
    let message = [#"MSH|^~\&|A"#, "OBX|1|ED|||A^AP^PDF^Base64^JVBERi0xLjcK5eXl5Q=="]
    let recording = try read(Array(message.joined(separator: "\r").utf8))
    #expect(recording.outcome == .partial(.encodedParts))
    #expect(!recording.text.contains("JVBER"))
  }

  @Test func `reads documents in a message as members`() throws {
    let letter = Data(#"{\rtf1 BSN: 999990019}"#.utf8).base64EncodedString()
    let message = [
      #"MSH|^~\&|A"#, "OBX|1|ED|VERSLAG^Brief||A^AP^RTF^Base64^\(letter)",
      "OBX|2|ST|X||gewoon",
    ].joined(separator: "\r")
    let recording = DocumentRecording(of: Array(message.utf8))
    #expect(recording.outcome == "hl7 complete")
    #expect(recording.fields().contains("X=gewoon"))
    #expect(recording.members == ["Brief.rtf rtf complete", "hl7 complete"])
  }

  @Test func `keeps a name of one's own and that of a partner`() throws {
    let message = "MSH|^~\\&|A\nPID|||||Jansen-de Vries&de&Vries&&Jansen^Els\n"
    #expect(
      try read(Array(message.utf8)).fieldDescriptions.dropFirst() == [
        "naam=Els Jansen-de Vries @2:0"
      ])
    let other = "MSH|^~\\&|A\nPID|||||Jansen&de&Vries&van der&Berg^Els\n"
    #expect(
      try read(Array(other.utf8)).fieldDescriptions.dropFirst() == [
        "naam=Els Jansen @2:0", "naam=de Vries @2:0", "naam=van der Berg @2:0",
      ])
  }

  @Test func `reads whole what is no segment`() throws {
    let message = "MSH|^~\\&|A\nzomaar een regel\nZZ\nZPI|1|x^y\n"
    #expect(
      try read(Array(message.utf8)).fieldDescriptions == [
        "–=A @1:0", "–=zomaar een regel @2:0", "–=ZZ @3:0", "–=1 @4:0", "–=x @4:0", "–=y @4:0",
      ])
  }

  @Test func `parts no character in a birth date or by the marks that are told`() throws {
    let date = try read(Array("MSH|^~\\&|A\nPID|||||||1960éééé\n".utf8))
    #expect(date.fields.last?.text == "1960éééé")
    let marks = try read(Array("MSH|ÊË|é\nPID|||1Ê2\n".utf8))
    #expect(date.faults + marks.faults == [])
  }

  @Test func `survives hostile bytes`() throws {
    var generator = SplitMix(seed: 5)
    let alphabet = #"MSHPIDOBX|^~\&E19 "# + "\r\n\u{0B}"
    for _ in 0..<60 {
      let rest = (0..<2000).map { _ in alphabet.utf8.randomElement(using: &generator) ?? 0 }
      let document = Array("MSH|^~\\&|A\r".utf8) + rest
      let whole = try read(document)
      #expect(whole.faults == [])
      #expect(try read(document, 7) == whole)
    }
  }

  private func read(_ document: [UInt8], _ chunkByteCount: Int = 1 << 16) throws -> Recording {
    try Recording(of: document, chunkByteCount: chunkByteCount) { text, sink throws(ReadFailure) in
      var reader = HL7Reader()
      return try reader.read(&text, into: &sink)
    }
  }
}
