import ScanModel
import Testing

@testable import Extraction

@Suite struct BinaryTextReaderTests {
  @Test(
    arguments: [
      ("\u{1}\u{2}BSN 123456782\u{3}", ["BSN 123456782"]),
      ("\u{1}kort\u{1}langer\u{1}vijf5\u{1}", ["langer"]),
      ("\u{1}Zoë Müller, €5\u{1}", ["Zoë Müller, €5"]),
      ("regel één\nregel\ttwee\r\n\u{0}", ["regel één\nregel\ttwee\r\n"]),
      ("\u{1}123456\u{1}782123\u{1}", ["123456", "782123"]),
      ("", []), ("\u{1}", []), ("eindigt zonder grens", ["eindigt zonder grens"]),
    ] as [(String, [String])])
  func `takes runs of text out of other bytes, each a paragraph`(
    content: String, runs: [String]
  ) throws {
    #expect(try read(Array(content.utf8)) == paragraphs(runs))
  }

  @Test func `takes Latin text in UTF-16 out of other bytes`() throws {
    let text = "Zoë van Dijk, BSN 123456782"
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for offset in 0..<130 {
      let noise = [UInt8](repeating: 0xFF, count: offset)
      #expect(try read(noise + wide + noise) == text + "\n\n")
      #expect(try read(noise + wide) == text + "\n\n")
      let beside = noise + Array("gewone tekst".utf8) + wide + [1, 1] + Array("nog meer".utf8)
      #expect(try read(beside) == paragraphs(["gewone tekst", text, "nog meer"]))
    }
    let short = "kort".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try read([1, 1] + short + [1, 1]) == "")
  }

  @Test(
    arguments: [
      "Mehmet Yılmaz, BSN 123456782", "Łukasz Wiśniewski", "Ştefan", "Dvořák – ’s-Hertogenbosch",
      "Ju\u{308}rgen Ko\u{308}nigsberger", "Nguyễn Thị Hoa", "1.250 € aan M. Șerban",
    ])
  func `takes letters of UTF-16 that Latin-1 lacks`(text: String) throws {
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for offset in 0..<130 {
      let noise = [UInt8](repeating: 0xFF, count: offset)
      let found = try read(noise + wide + noise)
      #expect(found.utf8.elementsEqual("\(text)\n\n".utf8), "\(offset)")
    }
  }

  /// As a row of SQLite behind another: its length, its number, the length of its head.
  @Test func `numbers behind a text in UTF-16 are no letters of it`() throws {
    let wide = "mail k.lijster@voorbeeld.nl".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for number: UInt8 in [1, 2, 3] {
      let found = try read([0xFF] + wide + [0x4A, number, 0x03, 0x00, 0x1F] + wide + [0, 0])
      #expect(found == paragraphs(Array(repeating: "mail k.lijster@voorbeeld.nl", count: 2)))
    }
  }

  @Test func `finds every run of printable characters that a plain search finds`() throws {
    var generator = SplitMix(seed: 21)
    let parts: [[UInt8]] = [
      [0xC3, 0xAB], [0xE2, 0x82, 0xAC], [0x80], [0xC3], [0xE2, 0x82], [0xFF], [0x01], [0x0A],
    ]
    for _ in 0..<200 {
      var content: [UInt8] = []
      while content.count < 500 {
        if Int.random(in: 0..<5, using: &generator) == 0 {
          content += parts.randomElement(using: &generator) ?? []
        } else {
          content.append(UInt8.random(in: 0x20...0x7E, using: &generator))
        }
      }
      #expect(try read(content) == paragraphs(plainRuns(content)))
    }
  }

  @Test func `finds the same in chunks of any size, as valid UTF-8`() throws {
    var generator = SplitMix(seed: 22)
    let marks = Array("aé1\u{0}\u{1} \u{0}b\u{0}".utf8) + [0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xFF]
    for round in 0..<60 {
      var content: [UInt8] = []
      while content.count < 3000 {
        let letter = UInt8.random(in: 0x61...0x7A, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
          content += Array(repeating: letter, count: Int.random(in: 1...150, using: &generator))
        case 1:
          for _ in 0..<Int.random(in: 1...80, using: &generator) {
            content += [letter, Int.random(in: 0..<4, using: &generator) == 0 ? 1 : 0]
          }
        case 2: content += Array(String(repeating: "ë", count: 40).utf8)
        default: content.append(marks.randomElement(using: &generator) ?? 0)
        }
      }
      let whole = try read(content)
      for chunkByteCount in [1, 2, 3, 7, 61, 64, 1000] {
        let text = try read(content, chunkByteCount: chunkByteCount)
        #expect(text == whole, "round \(round)")
      }
    }
  }

  @Test func `holds runs of any length in constant memory`() throws {
    var sink = ByteCountSink()
    var extractor = TextExtractor()
    let content = [UInt8](repeating: 0x31, count: 4 << 20)
    _ = try extractor.extractRuns(head: [1], rest: ChunkedSource(content), into: &sink)
    #expect(sink.liveByteCount == content.count + 2)
    #expect(sink.longestBlock < 1 << 20)
  }

  @Test func `says that it read in part, also where reading failed`() throws {
    var extractor = TextExtractor()
    var sink = RecordingSink()
    let outcome = try extractor.extractRuns(head: [1], rest: ChunkedSource([2]), into: &sink)
    #expect(outcome == .partial(.textInBinary))
    #expect(throws: ReadFailure(errorNumber: 5)) {
      let failing = ChunkedSource(Array("leesbaar".utf8), chunkByteCount: 8, failsAt: 8)
      _ = try extractor.extractRuns(head: [1], rest: failing, into: &sink)
    }
    #expect(sink.text == "leesbaar\n\n")
  }

  private func read(_ content: [UInt8], chunkByteCount: Int = 1 << 16) throws -> String {
    var extractor = TextExtractor()
    var sink = RecordingSink()
    let head = Array(content.prefix(chunkByteCount))
    let rest = ChunkedSource(
      Array(content.dropFirst(head.count)), chunkByteCount: chunkByteCount)
    _ = try extractor.extractRuns(head: head, rest: rest, into: &sink)
    #expect(sink.faults == [])
    return sink.text
  }

  private func paragraphs(_ runs: [String]) -> String {
    runs.map { $0 + "\n\n" }.joined()
  }

  /// The runs of at least six bytes, found character by character.
  private func plainRuns(_ content: [UInt8]) -> [String] {
    var runs: [String] = []
    var run: [UInt8] = []
    var position = 0
    func end() {
      if run.count >= 6 { runs.append(String(decoding: run, as: UTF8.self)) }
      run = []
    }
    while position < content.count {
      let byte = content[position]
      let length = byte < 0x80 ? 1 : byte >= 0xE0 ? 3 : 2
      let character = content[position...].prefix(length)
      let isPrintable = (0x20...0x7E).contains(byte) || byte == 0x0A
      if byte < 0x80 ? isPrintable : String(validating: character, as: UTF8.self)?.count == 1 {
        run += character
        position += length
      } else {
        end()
        position += 1
      }
    }
    end()
    return runs
  }
}

/// Counts what it is given.
private struct ByteCountSink: TextSink, ~Copyable {
  var liveByteCount = 0
  var longestBlock = 0
  var isCancelled: Bool { false }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    liveByteCount += layout.live.count
    longestBlock = max(longestBlock, text.count)
  }
}
