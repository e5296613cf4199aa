import Extraction
import Testing

/// The bytes are written as the file format of WordPerfect 5.1 says; `wpd2text` of libwpd 0.10.3 reads the
/// same text, headers, notes and hyphens out of small files like these.
@Suite struct WordPerfect5Tests {
  @Test func `reads paragraphs, and the lines of one as one`() {
    let document = document([
      "Geachte heer ", [0xC0, 59, 1, 0xC0], "rslemans,", [0x0A],
      "Uw", [0xA0], "BSN is", [0x0D], "111222333.", [0x8C], "Groet",
    ])
    let recording = DocumentRecording(of: document)
    #expect(
      recording.fields() == ["Geachte heer órslemans,", "Uw\u{A0}BSN is 111222333.", "Groet"])
    #expect(recording.outcome == "wpd complete")
    #expect(recording.faults == [])
  }

  @Test(
    arguments: [
      // Multinational: é ë ö IJ; typographic: ’ €; Greek and Cyrillic; a set that is not known.
      (41, 1, "é"), (45, 1, "ë"), (63, 1, "ö"), (138, 1, "Ĳ"), (28, 4, "’"), (72, 4, "€"),
      (1, 8, "α"), (0, 10, "А"), (65, 0, "A"), (1, 12, "\u{FFFD}"), (250, 1, "\u{FFFD}"),
    ] as [(UInt8, UInt8, String)])
  func `reads characters of the character sets`(number: UInt8, set: UInt8, text: String) {
    #expect(
      DocumentRecording(of: document(["x", [0xC0, number, set, 0xC0]])).fields() == ["x" + text])
  }

  @Test func `a word that is cut at the end of a line is one word`() {
    let document = document(["persoons", [0xAD, 0x0D], "gegevens"])
    #expect(DocumentRecording(of: document).fields() == ["persoonsgegevens"])
  }

  @Test func `functions are passed over by their lengths`() {
    let document = document([
      "een", [0xC3, 0x0C, 0xC3], " vet", [0xC4, 0x0C, 0xC4],
      function(0xD1, 1, Array("Times Roman".utf8)), [0xC1, 0, 0, 0, 0, 0, 0, 0, 0xC1], "woord",
    ])
    #expect(DocumentRecording(of: document).fields() == ["een vet\twoord"])
  }

  @Test func `headers, notes and comments are texts of their own`() {
    let document = document([
      function(0xD5, 0, [UInt8](repeating: 0, count: 18) + Array("Kop".utf8)),
      function(0xD5, 2, [UInt8](repeating: 0, count: 18) + Array("Voet".utf8)),
      "Tekst",
      function(0xD6, 0, [0, 1, 0, 0] + [UInt8](repeating: 0, count: 11) + Array("Noot".utf8)),
      function(0xD6, 1, [0, 1, 0, 0, 0, 0, 0] + Array("Eindnoot".utf8)),
      function(0xD9, 2, [0, 0, 0, 0] + Array("Let op".utf8)), " verder",
    ])
    let recording = DocumentRecording(of: document)
    #expect(recording.fields() == ["Tekst verder"])
    #expect(recording.fields(at: "header") == ["Kop"])
    #expect(recording.fields(at: "footer") == ["Voet"])
    #expect(recording.fields(at: "footnotes") == ["Noot"])
    #expect(recording.fields(at: "endnotes") == ["Eindnoot"])
    #expect(recording.fields(at: "comments") == ["Let op"])
    #expect(recording.outcome == "wpd complete")
  }

  @Test func `cells have the label of their column`() {
    let cell = function(0xDC, 0, [0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0])
    let row = function(0xDC, 1, [0, 0])
    let document = document([
      row, cell, "Naam", cell, "BSN", row, cell, "Jansen", cell, "111222333",
      function(0xDC, 2, [0]), "Einde",
    ])
    #expect(
      DocumentRecording(of: document).fields() == [
        "Naam", "BSN", "Naam=Jansen", "BSN=111222333", "Einde",
      ])
  }

  @Test func `the summary is read out of the prefix`() {
    var prefix: [UInt8] = [0xFB, 0xFF, 2, 0, 20, 0, 0, 0, 0, 0]
    prefix += [1, 0, 12, 0, 0, 0, 36, 0, 0, 0] + Array("Brief\0Typist".utf8)
    let recording = DocumentRecording(of: document(["Tekst"], prefix: prefix))
    #expect(recording.fields(at: "properties") == ["Brief", "Typist"])
  }

  @Test func `a document under a password is encrypted`() {
    var document = document(["Tekst"])
    document[12] = 0x12
    let recording = DocumentRecording(of: document)
    #expect(recording.outcome == "wpd encrypted")
    #expect(recording.allFields == [])
  }

  @Test func `what is no function is malformed, and the text behind it is read`() {
    let recording = DocumentRecording(of: document(["a", [0xD1, 0xFF, 0xFF], "b"]))
    #expect(recording.fields() == ["ab"])
    #expect(recording.outcome == "wpd malformed")
  }

  @Test func `notes in notes without end have a limit`() {
    var text = Array("diep".utf8)
    for _ in 0..<100 { text = function(0xD6, 1, [0, 1, 0, 0, 0, 0, 0] + text) }
    #expect(DocumentRecording(of: document([text])).outcome == "wpd malformed")
  }

  @Test func `no cut of a document ends the reader`() {
    let whole = document([
      "Tekst", function(0xD6, 1, [0, 1, 0, 0, 0, 0, 0] + Array("Noot".utf8)),
      [0xC0, 59, 1, 0xC0],
    ])
    for count in 0..<whole.count {
      #expect(DocumentRecording(of: Array(whole.prefix(count))).faults == [])
    }
  }

  /// A function that tells its length, without itself and its mark, at both of its ends.
  private func function(_ group: UInt8, _ part: UInt8, _ data: [UInt8]) -> [UInt8] {
    let length = data.count + 4
    let size = [UInt8(length & 0xFF), UInt8(length >> 8)]
    return [group, part] + size + data + size + [part, group]
  }

  private func document(_ parts: [any TextPart], prefix: [UInt8] = []) -> [UInt8] {
    let start = UInt8(16 + prefix.count)
    return [0xFF, 0x57, 0x50, 0x43, start, 0, 0, 0, 1, 0x0A, 0, 1, 0, 0, 0, 0] + prefix
      + parts.flatMap(\.bytes)
  }
}

/// Letters, or the bytes of functions.
protocol TextPart {
  var bytes: [UInt8] { get }
}

extension String: TextPart {
  var bytes: [UInt8] { Array(utf8) }
}

extension [UInt8]: TextPart {
  var bytes: [UInt8] { self }
}
