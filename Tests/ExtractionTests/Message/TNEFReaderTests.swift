import Testing

@Suite struct TNEFReaderTests {
  // The two packed texts are the examples of MS-OXRTFCP 4.1.
  @Test(
    arguments: [
      (
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d"
          + "0a800fa0", "hello world", "tnef complete"
      ),
      (
        "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0", "WXYZWXYZWXYZWXYZWXYZ",
        "tnef complete"
      ),
      ("15000000090000004d454c41000000007b5c7274663120787d", "x", "tnef complete"),
      // As some writers have it: the length of the text is that of all behind it.
      ("15000000150000004d454c41000000007b5c7274663120787d", "x", "tnef complete"),
    ])
  func `unpacks a body of RTF`(packed: String, text: String, outcome: String) {
    let recording = DocumentRecording(
      of: TNEF.file([TNEF.properties([TNEF.binary(0x1009, [UInt8](hex: packed))])]))
    #expect(recording.fields() == [text])
    #expect(recording.missing == [])
    #expect(recording.outcome == outcome)
  }

  @Test func `tells of packed RTF that is damaged, and gives what is there`() {
    var packed = [UInt8](
      hex: "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    packed[20] = 0x41
    let recording = DocumentRecording(
      of: TNEF.file([TNEF.properties([TNEF.binary(0x1009, packed)])]))
    #expect(recording.missing == ["malformed "])
    #expect(recording.allFields.joined().contains("XYZ"))
  }

  @Test func `reads headers, recipients, bodies and named properties`() {
    let message = TNEF.properties([
      TNEF.unicode(0x0037, "Onderwerp"), TNEF.narrow(0x0C1A, [0x4A, 0xE1, 0x6E]),
      TNEF.unicode(0x0C1F, "jan@example.nl"), TNEF.unicode(0x1000, "BSN 999990019"),
      TNEF.named(0x8001, "x-dossier", "A-1"), TNEF.named(0x8002, 0x8208, "Zaal 3"),
    ])
    let recipient = TNEF.list([
      [0x03, 0, 0x15, 0x0C] + TNEF.number(2), TNEF.unicode(0x3001, "Piet Tester"),
      TNEF.unicode(0x39FE, "piet@example.nl"),
    ])
    let recipients = TNEF.attribute(1, 0x0006_9004, TNEF.number(1) + recipient)
    let codePage = TNEF.attribute(1, 0x0006_9007, TNEF.number(1250) + TNEF.number(0))
    let recording = DocumentRecording(of: TNEF.file([codePage, message, recipients]))
    #expect(
      recording.fields(at: "mail-headers") == [
        "subject=Onderwerp", "sender=Ján", "sender=jan@example.nl", "cc=Piet Tester",
        "cc=piet@example.nl",
      ])
    #expect(recording.text() == "BSN 999990019")
    #expect(recording.fields(at: "properties") == ["x-dossier=A-1", "location=Zaal 3"])
    #expect(recording.outcome == "tnef complete")
  }

  @Test(
    arguments: [
      ("<p>Jan,<br>BSN&nbsp;<b>9999</b>90019</p>", 1), ("<p>Jan, BSN 999990019 Piet</p>", 2),
      ("<html><head><style>p{x:y}</style></head><!--[if]>x<![endif]--><p>jan bsn 999990019", 1),
      ("<p>Jan, BSN 999990019<a href='mailto:jan@example.nl'>!</a>", 2),
    ])
  func `reads HTML only where it shows more than the plain text`(html: String, textCount: Int) {
    let recording = DocumentRecording(
      of: TNEF.file([
        TNEF.properties([
          TNEF.unicode(0x1000, "Jan,\r\nBSN 999990019"), TNEF.binary(0x1013, Array(html.utf8)),
        ])
      ]))
    #expect(recording.texts.count == textCount)
  }

  @Test func `gives attachments as members`() {
    let begin = TNEF.attribute(2, 0x0006_9002, [UInt8](repeating: 0, count: 14))
    let inner = TNEF.file([TNEF.properties([TNEF.unicode(0x1000, "binnen")])])
    let object: [UInt8] = [0x07, 0x03, 0x02, 0] + [UInt8](repeating: 0, count: 12)
    let recording = DocumentRecording(
      of: TNEF.file([
        begin, TNEF.attribute(2, 0x0001_8010, Array("KORT~1.TXT\0".utf8)),
        TNEF.attribute(2, 0x0006_800F, Array("nummer 999999990".utf8)),
        TNEF.attribute(2, 0x0006_9005, TNEF.list([TNEF.unicode(0x3707, "lange naam.txt")])),
        begin,
        TNEF.attribute(
          2, 0x0006_9005,
          TNEF.list([
            TNEF.unicode(0x3001, "bericht"), TNEF.long(0x0D, 0x3701, object + inner),
          ])),
      ]))
    #expect(
      recording.members == [
        "lange naam.txt text complete", "bericht tnef complete", "tnef complete",
      ])
    #expect(recording.text(at: "lange naam.txt") == "nummer 999999990")
    #expect(recording.text(at: "bericht") == "binnen")
  }

  @Test func `survives a cut at any byte and any byte being another one`() {
    let file = TNEF.file([
      TNEF.properties([
        TNEF.unicode(0x0037, "Onderwerp"), TNEF.named(0x8001, "x-dossier", "A-1"),
        TNEF.binary(
          0x1009,
          [UInt8](hex: "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")),
      ]),
      TNEF.attribute(2, 0x0006_9005, TNEF.list([TNEF.unicode(0x3707, "naam")])),
    ])
    for end in 4..<file.count {
      #expect(DocumentRecording(of: Array(file[..<end])).faults == [])
    }
    var random = SplitMix(seed: 3)
    for _ in 0..<5000 {
      var broken = file
      for _ in 0..<3 {
        let place = Int.random(in: 4..<file.count, using: &random)
        broken[place] = UInt8.random(in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: broken).faults == [])
    }
  }
}

/// Builds winmail.dat files (MS-OXTNEF).
private enum TNEF {
  static func number(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  static func file(_ attributes: [[UInt8]]) -> [UInt8] {
    number(0x223E_9F78) + [1, 0] + attributes.flatMap { $0 }
  }

  static func attribute(_ level: UInt8, _ id: Int, _ data: [UInt8]) -> [UInt8] {
    let sum = data.reduce(0) { $0 + Int($1) }
    return [level] + number(id) + number(data.count) + data + number(sum)[..<2]
  }

  static func list(_ properties: [[UInt8]]) -> [UInt8] {
    number(properties.count) + properties.flatMap { $0 }
  }

  static func properties(_ properties: [[UInt8]]) -> [UInt8] {
    attribute(1, 0x0006_9003, list(properties))
  }

  static func long(_ kind: Int, _ id: Int, _ data: [UInt8]) -> [UInt8] {
    head(kind, id) + value(data)
  }

  static func unicode(_ id: Int, _ text: String) -> [UInt8] { long(0x1F, id, utf16(text)) }
  static func narrow(_ id: Int, _ text: [UInt8]) -> [UInt8] { long(0x1E, id, text + [0]) }
  static func binary(_ id: Int, _ data: [UInt8]) -> [UInt8] { long(0x102, id, data) }

  static func named(_ id: Int, _ name: String, _ text: String) -> [UInt8] {
    let bytes = utf16(name)
    return head(0x1F, id) + [UInt8](repeating: 0, count: 16) + number(1) + number(bytes.count)
      + padded(bytes) + value(utf16(text))
  }

  static func named(_ id: Int, _ number: Int, _ text: String) -> [UInt8] {
    head(0x1F, id) + [UInt8](repeating: 0, count: 16) + self.number(0) + self.number(number)
      + value(utf16(text))
  }

  private static func head(_ kind: Int, _ id: Int) -> [UInt8] {
    Array(number(kind)[..<2] + number(id)[..<2])
  }

  private static func value(_ data: [UInt8]) -> [UInt8] {
    number(1) + number(data.count) + padded(data)
  }

  private static func padded(_ data: [UInt8]) -> [UInt8] {
    data + [UInt8](repeating: 0, count: (4 - data.count % 4) % 4)
  }

  private static func utf16(_ text: String) -> [UInt8] {
    (Array(text.utf16) + [0]).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }
}
