import Extraction
import Testing

/// The files are laid out as the specifications say; those of other programs lie in `Corpus/documents`.
@Suite struct DBaseMemoReaderTests {
  private let memo = "Gebeld met René;\r\nBSN: 999990019"

  // MARK: dBase III

  @Test func `memos of dBase III end at their mark`() {
    let file = blocks(
      [3], [Array("Eerste".utf8) + [0x1A, 0x1A], Array(memo.utf8) + [0x1A, 0x1A]])
    let recording = DocumentRecording(of: file)
    #expect(recording.fields() == ["Eerste", memo])
    #expect(recording.outcome == "dbase-memo complete")
    #expect(recording.faults == [])
  }

  @Test func `letters of DOS are read as such`() {
    let text = Array("Ren".utf8) + [0x82, 0x1A, 0x1A]
    #expect(DocumentRecording(of: blocks([2], [text])).fields() == ["René"])
  }

  @Test func `what a longer memo left behind the mark is read as raw text`() {
    let block = Array("Kort".utf8) + [0x1A, 0x1A] + Array("van Jan Jansen, Kade 3".utf8)
    let recording = DocumentRecording(of: blocks([2], [block]))
    #expect(recording.fields() == ["Kort"])
    #expect(recording.text(at: "raw-text").contains("van Jan Jansen, Kade 3"))
  }

  @Test func `a memo may take more blocks than one`() {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 1200) + [0x1A, 0x1A]
    let recording = DocumentRecording(of: blocks([5], [long, Array("Tweede".utf8) + [0x1A]]))
    #expect(recording.fields() == [String(repeating: "a", count: 1200), "Tweede"])
  }

  // MARK: dBase IV

  @Test func `memos of dBase IV have their length`() {
    let head = [3, 0, 0, 0, 0, 0, 0, 0] + Array("KLANT".utf8) + [0, 0, 0, 0, 0, 2, 1, 0, 4]
    let text = Array(memo.utf8)
    let first = [0xFF, 0xFF, 8, 0, UInt8(text.count + 8), 0, 0, 0] + text
    // Given back: the number of the next such block, and how many there are.
    let free: [UInt8] = [9, 0, 0, 0, 1, 0, 0, 0] + Array("oud: Jan Jansen, Kade 3".utf8)
    let recording = DocumentRecording(of: blocks(head, [first, free], blockLength: 1024))
    #expect(recording.fields() == [memo])
    #expect(recording.text(at: "raw-text").contains("oud: Jan Jansen, Kade 3"))
    #expect(recording.outcome == "dbase-memo complete")
  }

  // MARK: FoxPro

  @Test(arguments: [1, 33, 64, 512, 700])
  func `memos of FoxPro have their kind and length`(blockLength: Int) {
    let recording = DocumentRecording(
      of: foxPro([(1, Array(memo.utf8)), (1, Array("Tweede".utf8))], blockLength: blockLength))
    #expect(recording.fields() == [memo, "Tweede"])
    #expect(recording.outcome == "dbase-memo complete")
  }

  @Test func `numbers whose bytes are the mark of an icon are no icon`() {
    var file = foxPro([(1, Array(memo.utf8))], blockLength: 64)
    file.replaceSubrange(0..<4, with: [0, 0, 1, 0])
    #expect(DocumentRecording(of: file).fields() == [memo])
  }

  @Test func `documents in memos are members under the number of their block`() {
    let rtf = Array("{\\rtf1 BSN: 999990019}".utf8)
    let recording = DocumentRecording(
      of: foxPro([(1, rtf), (2, Array("%PDF-1.4 niets".utf8))], blockLength: 64))
    #expect(recording.text(at: "8") == "BSN: 999990019")
    #expect(recording.members.contains("8 rtf complete"))
    #expect(recording.members.contains { $0.hasPrefix("9 pdf") })
  }

  @Test func `objects that are of no known kind are read for their runs of text`() {
    let bytes: [UInt8] = [0, 1, 2, 3, 0xFF, 0] + Array("Notitie van Jan Jansen".utf8) + [0, 1]
    let recording = DocumentRecording(of: foxPro([(2, bytes)], blockLength: 64))
    #expect(recording.text(at: "raw-text").contains("Notitie van Jan Jansen"))
  }

  @Test func `a memo that is cut off is read as far as it goes`() {
    let file = foxPro([(1, Array(memo.utf8))], blockLength: 64, isFilled: false)
    let recording = DocumentRecording(of: Array(file.dropLast(4)))
    #expect(recording.fields() == [String(memo.dropLast(4))])
    #expect(recording.outcome == "dbase-memo malformed")
  }

  @Test func `no cut of a file ends the reader`() {
    let file = foxPro([(1, Array(memo.utf8)), (2, [1, 2, 3])], blockLength: 64)
    for count in stride(from: 0, to: file.count, by: 3) {
      #expect(DocumentRecording(of: Array(file.prefix(count))).faults == [])
    }
  }

  @Test(arguments: [
    // A text, an icon, and zeros.
    Array("Jan Jansen".utf8) + [UInt8](repeating: 0x20, count: 600),
    [0, 0, 1, 0, 1, 0, 16, 16] + [UInt8](repeating: 0, count: 600),
    [3, 0, 0, 0] + [UInt8](repeating: 0, count: 600),
  ])
  func `other files are none of these`(file: [UInt8]) {
    #expect(!DocumentRecording(of: file).outcome.hasPrefix("dbase-memo"))
  }

  // MARK: Writing

  private func blocks(
    _ head: [UInt8], _ blocks: [[UInt8]], blockLength: Int = 512
  ) -> [UInt8] {
    var file = filled(head, to: blockLength)
    for block in blocks { file += filled(block, to: blockLength) }
    return file
  }

  private func foxPro(
    _ memos: [(kind: UInt8, bytes: [UInt8])], blockLength: Int, isFilled: Bool = true
  ) -> [UInt8] {
    var body: [UInt8] = []
    for memo in memos {
      let block = [0, 0, 0, memo.kind, 0, 0, 0, UInt8(memo.bytes.count)] + memo.bytes
      body += isFilled ? filled(block, to: blockLength) : block
    }
    let start = (512 + blockLength - 1) / blockLength * blockLength
    let next = (start + body.count + blockLength - 1) / blockLength
    let head = [
      0, 0, UInt8(next >> 8), UInt8(next & 0xFF), 0, 0, UInt8(blockLength >> 8),
      UInt8(blockLength & 0xFF),
    ]
    return head + [UInt8](repeating: 0, count: start - head.count) + body
  }

  /// With zeros to a multiple of `length`.
  private func filled(_ bytes: [UInt8], to length: Int) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (length - bytes.count % length) % length)
  }
}
