import ContentTypes
import Testing

/// Documents of WordPerfect 4.2, built as such documents are.
@Suite struct WordPerfect4Tests {
  /// Margins, tabs, a line of text with a line that the program ended, a letter beyond ASCII, and a note.
  private static let document: [UInt8] =
    [0xC0, 0x0A, 0x4A, 0x09, 0x4A, 0xC0, 0xF1, 0, 0, 0x11, 0x22, 0x91, 0, 0xF1]
    + Array("Geachte heer Jansen, uw bsn is".utf8) + [0x0D]
    + Array("999990019. Met groet, ren".utf8)
    + [0xE1, 0x82, 0xE1] + [0x0A]
    + [0xE2, 0x01, 0x00, 0x05, 0x0C] + Array("zie dossier 12".utf8) + [0x0D]
    + Array("van Piet".utf8)
    + [0x00, 0xE2] + Array("Tweede alinea".utf8) + [0x9D, 0xA9] + Array("slot".utf8) + [0x0A]

  @Test func `reads text, characters beyond ASCII and notes`() {
    let recording = DocumentRecording(of: Self.document)
    #expect(
      recording.text(at: "") == """
        Geachte heer Jansen, uw bsn is 999990019. Met groet, rené
        Tweede alinea-slot
        zie dossier 12 van Piet
        """)
    #expect(recording.outcome == "wp42 complete")
    #expect(recording.faults.isEmpty)
  }

  @Test func `other bytes are no such document`() {
    // A function that does not end, bytes that no text has, a table drawn with lines, and no functions.
    for bytes: [UInt8] in [
      Self.document + [0xC3, 1, 2], Self.document + [0x00],
      [0xC9, 0xCD, 0xBB, 0x0A, 0xBA, 0x20, 0xBA],
      Array("gewone tekst, lang genoeg voor een brief".utf8) + [1],
    ] {
      #expect(!DocumentRecording(of: bytes).outcome.hasPrefix("wp42"))
    }
  }

  @Test func `outlives bytes that were changed anywhere, and ends anywhere`() {
    expectNoFaults(in: Self.document, .wordPerfect4, seed: 11)
  }
}
