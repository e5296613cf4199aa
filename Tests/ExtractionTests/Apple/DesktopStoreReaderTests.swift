import Testing

@testable import Extraction

@Suite struct DesktopStoreReaderTests {
  private static func text(_ text: String) -> [UInt8] {
    let units = Array(text.utf16)
    return [0, 0, 0, UInt8(units.count)] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  private static func record(_ name: String, _ what: String, _ value: [UInt8]) -> [UInt8] {
    text(name) + Array(what.utf8) + value
  }

  private static let store: [UInt8] =
    [0, 0, 0, 1] + Array("Bud1".utf8) + [UInt8](repeating: 0, count: 60)
    + record("Dossier Süss.pdf", "Ilocblob", [0, 0, 0, 2, 1, 2])
    + record("Dossier Süss.pdf", "cmmtustr", text("van Fenna"))
    + record("x", "dsclbool", [1]) + [7, 7]
    + record("Weg.docx", "modDdutc", [0, 0, 0, 0, 1, 2, 3, 4])

  @Test func `reads the names of files and remarks on them, each once`() {
    let recording = DocumentRecording(of: Self.store)
    #expect(recording.fields() == ["Dossier Süss.pdf", "van Fenna", "x", "Weg.docx"])
    #expect(recording.outcome == "ds-store complete")
  }

  @Test func `survives a cut at any byte and any byte being another one`() {
    for count in 8...Self.store.count {
      #expect(DocumentRecording(of: Array(Self.store[..<count])).faults.isEmpty)
    }
    for index in 8..<Self.store.count {
      var changed = Self.store
      changed[index] = 0xFF
      #expect(DocumentRecording(of: changed).faults.isEmpty)
    }
  }
}
