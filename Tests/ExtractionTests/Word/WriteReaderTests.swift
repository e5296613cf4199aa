import Testing

@testable import Extraction

@Suite struct WriteReaderTests {
  /// A document with this text, and formats behind it.
  private static func document(_ text: [UInt8], end: Int? = nil) -> [UInt8] {
    var head: [UInt8] = [0x31, 0xBE, 0, 0, 0, 0xAB] + [UInt8](repeating: 0, count: 122)
    head.replaceSubrange(14..<18, with: UInt32(end ?? 128 + text.count).littleBytes)
    return head + text + [9, 8, 7, 0, 0, 0]
  }

  @Test func `reads the text of Write and of Word for DOS in their character sets`() {
    let windows =
      Array("Geachte mevrouw Andr".utf8) + [0xE9] + Array(",\r\nBel 06-12345678\r\n".utf8)
    let recording = DocumentRecording(of: Self.document(windows))
    #expect(recording.text() == "Geachte mevrouw André,\r\nBel 06-12345678\r\n")
    #expect(recording.outcome == "wri complete")
    let text = "Cli\u{EB}nten: Andr\u{E9}, Ren\u{E9}, Zo\u{EB}, J\u{FC}rgen\r\n"
    let dos: [Character: UInt8] = ["ë": 0x89, "é": 0x82, "ü": 0x81]
    let bytes = text.flatMap { dos[$0].map { [$0] } ?? Array(String($0).utf8) }
    #expect(DocumentRecording(of: Self.document(bytes)).text() == text)
  }

  @Test func `says what it cannot read`() {
    let picture = Array("Zie de foto\r\n".utf8) + [0, 0xE3, 0, 1, 2, 3, 0, 4, 5, 6, 0, 0, 0, 8]
    let recording = DocumentRecording(of: Self.document(picture))
    #expect(recording.text(at: "raw-text").contains("Zie de foto"))
    #expect(recording.outcome == "wri text-in-binary")
    let short = Array(Self.document(Array("Jan".utf8), end: 9000).dropLast(6))
    #expect(DocumentRecording(of: short).outcome == "wri malformed")
    #expect(DocumentRecording(of: Self.document([], end: 3)).outcome == "wri malformed")
    let cut = Array(Self.document(Array("Jan".utf8))[..<17])
    #expect(DocumentRecording(of: cut).outcome == "wri malformed")
  }
}
