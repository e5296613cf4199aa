import ScanModel

/// The texts of records of PowerPoint and of what lies in them.
struct PowerPointText {
  /// How deep records lie in each other at most; deeper ones are not read.
  private static let depthLimit = 32

  private var text = DocumentText()
  /// The comments that were met, which are no part of the text.
  private(set) var comments: [(author: [UInt8], text: [UInt8])] = []
  /// Where the records of text begin that were read.
  private(set) var starts: [Int] = []
  /// Whether a record was cut off or lay too deep.
  private(set) var isDamaged = false

  /// Appends the texts in `range` of `stream`, in their order.
  mutating func append(
    _ stream: Span<UInt8>, _ range: Range<Int>, into sink: inout some TextSink & ~Copyable
  ) {
    // The places that are still to be read, the next one last.
    var waiting = [range]
    let first = range.lowerBound
    while let range = waiting.popLast(), !sink.isCancelled {
      guard let record = OfficeRecord(stream, at: range.lowerBound, end: range.upperBound) else {
        continue
      }
      if record.isText { starts.append(record.start) }
      // Programs keep things of other forms deep in records of theirs.
      if record.isCutOff, record.start == first || record.isText { isDamaged = true }
      if record.content.upperBound < range.upperBound {
        waiting.append(record.content.upperBound..<range.upperBound)
      }
      if record.type == PowerPointRecords.comment {
        takeComment(stream, record)
      } else if Self.isContainer(record) {
        if waiting.count < Self.depthLimit {
          waiting.append(record.content)
        } else {
          isDamaged = true
        }
      } else {
        append(stream, record)
        text.pushIfDue(into: &sink)
      }
    }
  }

  private static func isContainer(_ record: OfficeRecord) -> Bool {
    switch record.type {
    case PowerPointRecords.environment, PowerPointRecords.drawingGroup, PowerPointRecords.sounds:
      false
    case PowerPointRecords.tagContent: true
    default: record.holdsRecords
    }
  }

  private mutating func append(_ stream: Span<UInt8>, _ record: OfficeRecord) {
    switch record.type {
    case PowerPointRecords.characters, PowerPointRecords.text:
      addParagraphs(stream, record.content, .utf16)
    case PowerPointRecords.bytes:
      addParagraphs(stream, record.content, .windows1252)
    default:
      for words in OfficeShape.texts(stream, record) { text.addParagraph(words) }
    }
  }

  /// Takes a comment: the name of its author, its text, his initials.
  private mutating func takeComment(_ stream: Span<UInt8>, _ record: OfficeRecord) {
    var author: [UInt8] = []
    var text: [UInt8] = []
    for part in OfficeRecord.all(stream, in: record.content)
    where part.type == PowerPointRecords.text {
      switch part.instance {
      case 0: CodePage.utf16.decode(stream, part.content, into: &author)
      case 1: CodePage.utf16.decode(stream, part.content, into: &text)
      default: break
      }
    }
    comments.append((author, text))
  }

  /// Adds the paragraphs of a text, which U+000D ends.
  private mutating func addParagraphs(
    _ stream: Span<UInt8>, _ range: Range<Int>, _ codePage: CodePage
  ) {
    var decoded: [UInt8] = []
    codePage.decode(stream, range, into: &decoded)
    // The place of a number or date that is filled in when the page is shown.
    guard decoded != [UInt8(ascii: "*")] else { return }
    var start = 0
    for (index, byte) in decoded.enumerated() where byte == 0x0D || byte == 0x0B {
      text.append(decoded.span, start..<index)
      if byte == 0x0D { text.endParagraph() } else { text.hold("\n") }
      start = index + 1
    }
    // Tags of programs begin with three of these.
    if start > 0 || !decoded.starts(with: Array("___".utf8)) {
      text.append(decoded.span, start..<decoded.count)
    }
    text.endParagraph()
  }

  /// Ends the text and passes on what is left of it.
  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    text.finish(into: &sink)
  }
}

extension OfficeRecord {
  fileprivate var isText: Bool {
    switch type {
    case PowerPointRecords.characters, PowerPointRecords.bytes, PowerPointRecords.text: true
    default: false
    }
  }
}
