import ContentTypes
import ScanModel
import Testing

@testable import Extraction

@Suite struct ChatReaderTests {
  private func form(_ text: String) -> ContentType {
    ContentType.detect(head: text.utf8.span, isWhole: true)
  }

  private static let messages = [
    "hoi, ik ben er, over 5 minuten", "ok, doe ik, tot straks", "ja, prima, fijn", "nee, hoor, dag",
  ]

  @Test(arguments: [
    "12-03-2024 14:05 - Jan de Vries: ", "12-03-24 14:05 - Jan: ", "3/12/24, 2:05 PM - Jan: ",
    "[12-03-2024, 14:05:33] Jan: ", "\u{200E}[12-03-2024 14:05:33] Jan: ", "[14:05] Jan de Vries: ",
    "[2024-03-12 14:05] ~Jan: ", "14:05 <Jan> ", "12-03-2024 14:05 - +31 6 12345678: ",
  ])
  func `tells chats from tables`(entry: String) {
    let text = Self.messages.map { entry + $0 }.joined(separator: "\n")
    #expect(form(text) == .text(.chat, .utf8))
  }

  @Test(arguments: [
    "2024-03-12 14:05,Jan,Zwolle", "14:05;Jan: Zwolle;x", "12-03-2024 14:05 Jan: Zwolle, x",
    "[2024-03-12 14:05:33] production.ERROR: a, b", "[12, 14, 15]",
  ])
  func `takes nothing else for a chat`(line: String) {
    let text = Array(repeating: line, count: 6).joined(separator: "\n")
    #expect(form(text) != .text(.chat, .utf8))
  }

  @Test func `makes the sender of each message a field`() throws {
    let text = """
      12-03-2024 14:01 - Berichten zijn versleuteld.
      12-03-2024 14:05 - Jan de Vries: mijn BSN, dat is 999990019
      en nog een regel: met tekst
      12-03-2024 14:06 - Sanne: dank
      """
    for byteCount in [1, 7, 1000] {
      let recording = try Recording(of: Array(text.utf8), chunkByteCount: byteCount) {
        text, sink throws(ReadFailure) in
        var reader = ChatReader()
        return try reader.read(&text, into: &sink)
      }
      #expect(
        recording.fieldDescriptions == ["Afzender=Jan de Vries @2:1", "Afzender=Sanne @4:1"])
      #expect(recording.text == text)
    }
  }
}
