import ScanModel
import Testing

@testable import Extraction

@Suite struct TextWindowTests {
  @Test(arguments: [1, 100, 1023, 1024, 1025, 4000, 300_000])
  func `makes every byte live once, however often it is pushed`(step: Int) {
    let text = Array(String(repeating: "regel één\nregel twee 😀\n", count: 20_000).utf8)
    var window = TextWindow(form: .running)
    var sink = RecordingSink()
    var position = 0
    while position < min(text.count, step * 200) {
      let end = min(position + step, text.count)
      window.bytes += text[position..<end]
      position = end
      _ = window.push(into: &sink)
    }
    _ = window.push(into: &sink, isLast: true)
    #expect(sink.bytes == Array(text[..<position]))
    // Steps may cut a character; what readers append never does.
    #expect(sink.faults.filter { $0 != "a block is not valid UTF-8" } == [])
  }

  @Test func `holds the longest match and its context in one block`() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    var window = TextWindow(form: .running)
    var sink = ContextSink(byteCount: text.count)
    for start in stride(from: 0, to: text.count, by: 1000) {
      window.bytes += text[start..<min(start + 1000, text.count)]
      if window.isDue { _ = window.push(into: &sink) }
    }
    _ = window.push(into: &sink, isLast: true)
    #expect(sink.liveCount == text.count)
    #expect(sink.shortcomingCount == 0)
    #expect(sink.longestBlock < 2 * TextWindow.pushByteCount)
  }

  @Test func `keeps a field whole over many pushes`() {
    var window = TextWindow(form: .tree)
    var sink = RecordingSink()
    window.bytes += Array("kop ".utf8)
    window.beginField(label: window.label(Array("bsn".utf8)), row: 7, column: 2)
    let value = String(repeating: "0123456789", count: 200_000)
    for start in stride(from: 0, to: 2_000_000, by: 50_000) {
      window.bytes += Array(value.utf8)[start..<start + 50_000]
      if window.isDue { _ = window.push(into: &sink) }
    }
    window.endField()
    window.bytes += Array(" staart".utf8)
    window.beginField(label: TextLayout.noLabel, row: 8)
    window.endField()
    _ = window.push(into: &sink, isLast: true)
    #expect(sink.text == "kop \(value) staart")
    #expect(sink.fields.count == 1)
    #expect(sink.fields.first?.text == value)
    #expect(sink.fields.first?.label == "bsn")
    #expect(sink.fields.first?.row == 7)
    #expect(sink.fields.first?.column == 2)
    #expect(sink.faults == [])
  }

  @Test func `gives a label one index, and no more than 65,536 of them`() {
    var window = TextWindow(form: .tree)
    let first = window.label(Array("a".utf8))
    #expect(window.label(Array("a".utf8)) == first)
    #expect(window.label(Array("b".utf8)) != first)
    for number in 0..<70_000 { _ = window.label(Array("\(number)".utf8)) }
    #expect(window.label(Array("nieuw".utf8)) == TextLayout.noLabel)
    #expect(window.layout.labels.count == 65_536)
  }

  @Test func `pushes nothing for no text`() {
    var window = TextWindow(form: .running)
    var sink = RecordingSink()
    #expect(window.push(into: &sink) == 0)
    #expect(window.push(into: &sink, isLast: true) == 0)
    #expect(sink.blockCount == 0)
  }

  @Test func `takes a new text after the last push`() {
    var window = TextWindow(form: .table)
    var sink = RecordingSink()
    for text in ["een", "twee"] {
      window.beginField(label: TextLayout.noLabel, row: 1, column: 1)
      window.bytes += Array(text.utf8)
      window.endField()
      _ = window.push(into: &sink, isLast: true)
      #expect(window.bytes == [])
    }
    #expect(sink.fields.map(\.text) == ["een", "twee"])
    #expect(sink.faults == [])
  }
}

/// Counts live bytes that have too little around them.
private struct ContextSink: TextSink, ~Copyable {
  let byteCount: Int
  var liveCount = 0
  var shortcomingCount = 0
  var longestBlock = 0
  var isCancelled: Bool { false }

  init(byteCount: Int) {
    self.byteCount = byteCount
  }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    let before = liveCount
    liveCount += layout.live.count
    longestBlock = max(longestBlock, text.count)
    let needed = TextWindow.context
    if layout.live.lowerBound < min(before, needed) { shortcomingCount += 1 }
    let behind = text.count - layout.live.upperBound
    if behind < min(byteCount - liveCount, needed) { shortcomingCount += 1 }
  }
}
