import Extraction
import ScanModel
import Testing

@Suite struct RawTextTests {
  private func texts(_ bytes: [UInt8]) -> [String] {
    var sink = DocumentRecordingSink()
    sink.context.begin(byteCount: bytes.count)
    DocumentExtractor.extractDeflatedText(bytes.span, into: &sink)
    return sink.texts.map(\.text)
  }

  @Test func `finds the text of an entry without any directory`() {
    let whole = ForeignFile.bytes("package/deflated.zip")
    let end = whole.indices.last { whole[$0...].starts(with: [0x50, 0x4B, 1, 2]) } ?? whole.count
    #expect(texts(Array(whole[..<end])).contains { $0.contains("Geachte heer Jansen") })
  }

  @Test func `survives what is cut off anywhere`() {
    let whole = ForeignFile.bytes("package/deflated.zip")
    for count in 0..<min(whole.count, 2_000) { _ = texts(Array(whole[..<count])) }
  }
}
