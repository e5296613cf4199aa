import ScanModel

/// Reads the text of a document of WordPerfect 5.0 and 5.1, in which notes and headers stand where they
/// were made.
///
/// Source: WordPerfect 5.1 file format, document area.
struct WordPerfect5Document {
  /// How deep texts may stand in each other.
  private static let depthLimit = 8
  /// The bytes of the functions from 0xC0 to 0xCF.
  private static let fixedLengths = [4, 9, 11, 3, 3, 5, 6, 7, 4, 5, 6, 6, 8, 10, 10, 12]

  private(set) var isMalformed = false
  private var depth = 0
  /// Whether a word is cut by a hyphen at the end of the line.
  private var isWordCut = false

  mutating func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ header: WordPerfectHeader, into texts: inout WordPerfectTexts,
    _ sink: inout Sink
  ) {
    let start = min(header.documentStart, bytes.count)
    read(bytes, start..<bytes.count, into: &texts, &sink)
    guard let summary = WordPerfect5Prefix.summary(of: bytes, before: start) else { return }
    texts.section = .properties
    depth = 1
    read(bytes, summary, into: &texts, &sink)
  }

  private mutating func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into texts: inout WordPerfectTexts,
    _ sink: inout Sink
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      switch byte {
      case 0x20...0x7E:
        texts.flow.append(UInt32(byte))
        isWordCut = false
        position += 1
      case 0xC0...0xCF:
        position = readFixed(bytes, at: position, before: range.upperBound, into: &texts)
      case 0xD0...0xFE:
        position = readVariable(bytes, at: position, before: range.upperBound, into: &texts, &sink)
      default:
        take(byte, into: &texts)
        position += 1
        guard depth == 0 else { continue }
        if sink.isCancelled { return }
        texts.pushIfDue(into: &sink)
      }
    }
  }

  /// Takes a control character or a function of one byte.
  private mutating func take(_ byte: UInt8, into texts: inout WordPerfectTexts) {
    switch byte {
    case 0x09: texts.flow.append(0x09)
    case 0x0A, 0x0C, 0x8C, 0x90, 0x99: texts.flow.endParagraph()
    case 0x0B, 0x0D, 0x93...0x95:
      if !isWordCut { texts.flow.append(0x20) }
    case 0xA0: texts.flow.append(0xA0)
    case 0xA9...0xAB: texts.flow.append(0x2D)
    case 0xAD, 0xAE:
      isWordCut = true
      return
    // In a summary it ends each of the values.
    case 0x00 where texts.section == .properties: texts.flow.endParagraph()
    default: return
    }
    isWordCut = false
  }

  /// Takes a function of a length that its code tells; returns the position behind it.
  private mutating func readFixed(
    _ bytes: Span<UInt8>, at start: Int, before end: Int, into texts: inout WordPerfectTexts
  ) -> Int {
    let code = bytes[start]
    let length = Self.fixedLengths[Int(code & 0x0F)]
    guard start + length <= end, bytes[start + length - 1] == code else {
      noteFault()
      return start + 1
    }
    switch code {
    case 0xC0:
      texts.flow.append(
        WordPerfectCharacters.scalar(
          set: bytes[start + 2], number: bytes[start + 1], isVersion6: false))
    case 0xC1, 0xC2: texts.flow.append(0x09)
    default: break
    }
    return start + length
  }

  /// Takes a function that tells its length at both of its ends; returns the position behind it.
  private mutating func readVariable<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, at start: Int, before end: Int, into texts: inout WordPerfectTexts,
    _ sink: inout Sink
  ) -> Int {
    guard let length = bytes.littleUInt16(at: start + 2), length >= 4, start + length + 4 <= end,
      bytes.littleUInt16(at: start + length) == length,
      bytes[start + length + 2] == bytes[start + 1], bytes[start + length + 3] == bytes[start]
    else {
      noteFault()
      return start + 1
    }
    let data = start + 4..<start + length
    let part = bytes[start + 1]
    switch bytes[start] {
    case 0xD5:
      readPart(bytes, data.dropFirst(18), part < 2 ? .header : .footer, into: &texts, &sink)
    case 0xD6:
      let skipped = part == 0 && data.count > 3 ? 15 + 2 * Int(bytes[data.lowerBound + 3]) : 7
      readPart(
        bytes, data.dropFirst(skipped), part == 0 ? .footnotes : .endnotes, into: &texts, &sink)
    case 0xD9 where part == 2:
      readPart(bytes, bytes.lettersStart(in: data), .comments, into: &texts, &sink)
    case 0xDA where part < 5:
      readPart(bytes, bytes.lettersStart(in: data), .textBoxes, into: &texts, &sink)
    case 0xDC where part == 0:
      let columnCount = data.count > 2 ? Int(bytes[data.lowerBound + 2] & 0x7F) : 1
      texts.flow.beginCell(columnCount: max(1, columnCount))
    case 0xDC where part == 1, 0xDD where part == 1 || part == 3: texts.flow.beginRow()
    case 0xDC where part == 2, 0xDD where part == 2: texts.flow.endTable()
    default: break
    }
    return start + length + 4
  }

  /// Takes a text that stands in a function.
  private mutating func readPart<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ section: DocumentSection,
    into texts: inout WordPerfectTexts, _ sink: inout Sink
  ) {
    guard depth < Self.depthLimit else {
      isMalformed = true
      return
    }
    let outer = texts.section
    depth += 1
    texts.section = section
    texts.flow.endParagraph()
    read(bytes, range, into: &texts, &sink)
    texts.flow.endTable()
    texts.flow.endParagraph()
    texts.section = outer
    depth -= 1
  }

  /// The bytes before the text of a box are not told apart from it, and look like anything.
  private mutating func noteFault() {
    if depth == 0 { isMalformed = true }
  }
}

extension Span<UInt8> {
  /// The part of `range` from the first three letters, digits or spaces in a row on.
  fileprivate func lettersStart(in range: Range<Int>) -> Range<Int> {
    var count = 0
    for index in range {
      count = self[index].isLetterOrDigit || self[index] == 0x20 ? count + 1 : 0
      if count == 3 { return index - 2..<range.upperBound }
    }
    return range.upperBound..<range.upperBound
  }
}
