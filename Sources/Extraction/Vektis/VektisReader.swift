package import ScanModel

/// Reads declarations of care in the EI standards of Vektis: records of fixed width.
///
/// Every column that is known becomes a field under its name, the rest of a record fields without
/// one, so that nothing is left out. The text holds the fields without the spaces that fill them
/// up, a tab between two of a record and a line feed behind it.
package struct VektisReader {
  private var window: TextWindow
  private var records = VektisRecords()
  private let labels: [Int32]
  private var hasEndlessLine = false

  package init() {
    var window = TextWindow(form: .fixedWidth)
    labels = VektisLayout.Label.allCases.map { window.label(Array($0.rawValue.utf8)) }
    self.window = window
  }

  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    window.takeMemory(of: &text.buffers)
    defer { window.giveMemoryBack(to: &text.buffers) }
    do throws(ReadFailure) {
      while try text.append(to: &records.bytes) {
        if sink.isCancelled { return .partial(.interrupted) }
        takeRecords(isLast: false, into: &sink)
      }
    } catch {
      finish(into: &sink)
      throw error
    }
    if sink.isCancelled { return .partial(.interrupted) }
    finish(into: &sink)
    return hasEndlessLine ? .partial(.malformed) : .complete
  }

  private mutating func finish(into sink: inout some TextSink & ~Copyable) {
    takeRecords(isLast: true, into: &sink)
    window.endField()
    _ = window.push(into: &sink, isLast: true)
  }

  private mutating func takeRecords(isLast: Bool, into sink: inout some TextSink & ~Copyable) {
    while let record = records.next(isLast: isLast) {
      switch record {
      case .whole(let range, let number):
        window.endField()
        add(range, of: records.bytes, number: number, to: &window)
        window.bytes.append(UInt8(ascii: "\n"))
      case .part(let range, let number, let isFirst):
        hasEndlessLine = true
        if isFirst { window.beginField(label: TextLayout.noLabel, row: number) }
        window.bytes += records.bytes[range]
      case .lastPart(let range):
        window.bytes += records.bytes[range]
        window.endField()
        window.bytes.append(UInt8(ascii: "\n"))
      }
      if window.isDue { _ = window.push(into: &sink) }
    }
    records.dropTaken()
  }

  private func add(
    _ record: Range<Int>, of bytes: [UInt8], number: Int, to window: inout TextWindow
  ) {
    let text = bytes.span
    var position = record.lowerBound
    var character = 0
    for column in VektisLayout.columns(of: text.extracting(record)) {
      let start = position
      while position < record.upperBound, character < column.characters.upperBound {
        position += 1
        while position < record.upperBound, text[position] & 0xC0 == 0x80 { position += 1 }
        character += 1
      }
      if column.characters.lowerBound > 0 { window.bytes.append(UInt8(ascii: "\t")) }
      window.beginField(
        label: column.label.map { labels[$0] } ?? TextLayout.noLabel, row: number)
      window.bytes += bytes[text.trimming(start..<position)]
      window.endField()
    }
  }
}
