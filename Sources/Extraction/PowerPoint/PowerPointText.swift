import ScanModel

/// The texts of records of PowerPoint and of what lies in them.
struct PowerPointText {
  /// How deep records lie in each other at most; deeper ones are not read.
  private static let depthLimit = 32

  private var text = DocumentText()
  /// The comments that were met, which are no part of the text.
  private(set) var comments: [(author: [UInt8], text: [UInt8])] = []
  /// Whether a record was cut off or lay too deep.
  private(set) var isDamaged = false

  /// Appends the texts in `range` of `stream`, in their order.
  mutating func append(
    _ stream: Span<UInt8>, _ range: Range<Int>, into sink: inout some TextSink & ~Copyable
  ) {
    // The places that are still to be read, the next one last.
    var waiting = [range]
    while let range = waiting.popLast(), !sink.isCancelled {
      guard let record = OfficeRecord(stream, at: range.lowerBound, end: range.upperBound) else {
        continue
      }
      // Programs keep things of other forms deep in records of theirs.
      if record.isCutOff, waiting.isEmpty || record.isText { isDamaged = true }
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
    case let type where PowerPointRecords.shapeProperties.contains(type):
      appendProperties(stream, record)
    default: break
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

  /// Adds what the properties of a shape say in words: letters drawn as shapes, descriptions, tips.
  ///
  /// Source: MS-ODRAW 2.2.7, 2.3.22.1, 2.3.4.
  private mutating func appendProperties(_ stream: Span<UInt8>, _ record: OfficeRecord) {
    var place = record.content.lowerBound + 6 * record.instance
    for index in 0..<record.instance {
      let entry = record.content.lowerBound + 6 * index
      guard entry + 6 <= record.content.upperBound, place <= record.content.upperBound,
        let id = stream.littleUInt16(at: entry), let byteCount = stream.littleUInt32(at: entry + 2)
      else { return }
      guard id & 0x8000 != 0 else { continue }
      let end = min(place + byteCount, record.content.upperBound)
      if [0x00C0, 0x0381, 0x038D].contains(id & 0x3FFF) {
        var decoded: [UInt8] = []
        CodePage.utf16.decode(stream, place..<end, into: &decoded)
        text.addParagraph(Array(decoded.prefix { $0 != 0 }))
      }
      place = end
    }
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
