import ContentTypes
import Testing

@testable import Extraction

/// The bytes are written as Word 2 for Windows writes them: a header that tells where the text lies,
/// lines that end with two characters, fields between marks.
@Suite struct EarlyWordReaderTests {
  private static func document(
    _ text: String, flags: UInt16 = 0, textEnd: Int? = nil, behind: [UInt8] = []
  ) -> [UInt8] {
    let text = text.unicodeScalars.map { UInt8($0.value) }
    var header: [UInt8] = [0xDB, 0xA5, 45, 0] + [UInt8](repeating: 0, count: 6) + flags.littleBytes
    header += [UInt8](repeating: 0, count: 12) + UInt32(0x180).littleBytes
    header += UInt32(textEnd ?? 0x180 + text.count).littleBytes
    header += [UInt8](repeating: 0, count: 0x180 - header.count)
    return header + text + behind
  }

  @Test func `reads paragraphs, cells and fields`() {
    let text =
      "Beste Jos\u{E9},\r\nNaam\u{7}Truus de Mier\u{7}\u{7}\r\n"
      + "\u{13}PAGE \u{14}12\u{15}\r\n"
    let recording = DocumentRecording(of: Self.document(text, behind: Array("Arial".utf8)))
    #expect(recording.outcome == "word2 complete")
    #expect(recording.fields().joined(separator: "|") == "Beste José,|Naam|Truus de Mier|12")
    #expect(recording.fields(at: "field-codes") == ["PAGE"])
  }

  @Test func `says what it cannot know`() {
    #expect(
      DocumentRecording(of: Self.document("Jan", flags: 0x0004)).outcome == "word2 text-in-binary")
    #expect(DocumentRecording(of: Self.document("Jan", flags: 0x0100)).outcome == "word2 encrypted")
    let cutOff = DocumentRecording(of: Self.document("Jan", textEnd: 9000))
    #expect(cutOff.outcome == "word2 malformed")
    #expect(cutOff.fields() == ["Jan"])
  }
}
