import ScanModel

/// Reads the text of a document of WordPerfect 6 and later, whose notes, headers and boxes lie in packets.
///
/// Source: WordPerfect 6.0 file format, document area.
struct WordPerfect6Document {
  /// How deep texts may stand in each other.
  private static let depthLimit = 8
  /// The bytes of the functions from 0xF0 to 0xFE.
  private static let fixedLengths = [4, 5, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 8, 8]

  private let documentStart: Int
  private let packets: [WordPerfect6Packet]
  /// The packets that were read, each of them once.
  private var readPackets: Set<Int> = []
  /// How many bytes of packets may still be read: those of a file do not overlap.
  private var unreadByteCount: Int
  private(set) var isMalformed: Bool
  private var depth = 0
  /// Whether the number of a note is shown here, which is no text of the document.
  private var isInNoteNumber = false
  /// Where text goes again when the deleted text ends.
  private var undeletedSection: DocumentSection?
  private var isInDeletedText = false
  /// Whether a word is cut by a hyphen at the end of the line.
  private var isWordCut = false

  init(_ header: WordPerfectHeader, _ bytes: Span<UInt8>) {
    documentStart = header.documentStart
    let packets = WordPerfect6Packet.all(of: bytes, at: header.indexStart)
    self.packets = packets ?? []
    unreadByteCount = bytes.count
    isMalformed = packets == nil
  }

  mutating func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into texts: inout WordPerfectTexts, _ sink: inout Sink
  ) {
    read(bytes, min(documentStart, bytes.count)..<bytes.count, into: &texts, &sink)
    isInDeletedText = false
    depth = 1
    for (index, packet) in packets.enumerated() {
      switch packet.kind {
      case .summary:
        texts.section = .properties
        let summary = WordPerfect6Summary(bytes.extracting(packet.data))
        for entry in summary.values { texts.flow.text.add(entry.value, named: entry.name) }
      // Text that nothing points to any more, or only what has no text itself, such as a style.
      case .text: readPacket(index + 1, bytes, .hiddenText, into: &texts, &sink)
      default: continue
      }
    }
  }

  private mutating func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into texts: inout WordPerfectTexts,
    _ sink: inout Sink
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      switch byte {
      case 0x01...0x7F:
        let scalar = byte > 0x20 ? UInt32(byte) : WordPerfectCharacters.international(byte)
        append(scalar, to: &texts)
        position += 1
      case 0xD0...0xEF:
        position = readVariable(bytes, at: position, before: range.upperBound, into: &texts, &sink)
      case 0xF0...0xFE:
        position = readFixed(bytes, at: position, before: range.upperBound, into: &texts)
      default:
        take(byte, into: &texts)
        position += 1
        guard depth == 0 else { continue }
        if sink.isCancelled { return }
        texts.pushIfDue(into: &sink)
      }
    }
  }

  private mutating func append(_ scalar: UInt32, to texts: inout WordPerfectTexts) {
    isWordCut = false
    if !isInNoteNumber { texts.flow.append(scalar) }
  }

  /// Takes a function of one byte.
  private mutating func take(_ byte: UInt8, into texts: inout WordPerfectTexts) {
    switch byte {
    case 0x80: append(0x20, to: &texts)
    case 0x81: append(0xA0, to: &texts)
    case 0x83, 0x85: isWordCut = true
    case 0x84: append(0x2D, to: &texts)
    case 0x87, 0xB4...0xB9, 0xC7...0xCC: texts.flow.endParagraph()
    case 0xBD...0xBF: texts.flow.endTable()
    case 0xC0...0xC5: beginRow(in: &texts)
    case 0xC6: texts.flow.beginCell()
    case 0xCD...0xCF: takeLineEnd(into: &texts)
    default: return
    }
  }

  /// Takes the end of a line at which WordPerfect broke it.
  private mutating func takeLineEnd(into texts: inout WordPerfectTexts) {
    if !isWordCut { append(0x20, to: &texts) }
    isWordCut = false
  }

  private func beginRow(in texts: inout WordPerfectTexts) {
    texts.flow.beginRow()
    texts.flow.beginCell()
  }

  // MARK: Functions

  /// Takes a function of a length that its code tells; returns the position behind it.
  private mutating func readFixed(
    _ bytes: Span<UInt8>, at start: Int, before end: Int, into texts: inout WordPerfectTexts
  ) -> Int {
    let code = bytes[start]
    let length = Self.fixedLengths[Int(code & 0x0F)]
    guard start + length <= end, bytes[start + length - 1] == code else {
      isMalformed = true
      return start + 1
    }
    switch code {
    case 0xF0:
      let scalar = WordPerfectCharacters.scalar(
        set: bytes[start + 2], number: bytes[start + 1], isVersion6: true)
      append(scalar, to: &texts)
    case 0xF1: takeUndo(bytes[start + 1], into: &texts)
    default: break
    }
    return start + length
  }

  /// Takes the beginning or the end of text that was deleted, and could be brought back.
  private mutating func takeUndo(_ kind: UInt8, into texts: inout WordPerfectTexts) {
    if kind == 0, !isInDeletedText {
      undeletedSection = texts.section
      texts.section = .deletedText
      isInDeletedText = true
    } else if kind == 1, isInDeletedText {
      texts.flow.endParagraph()
      texts.section = undeletedSection
      isInDeletedText = false
    }
  }

  /// Takes a function that tells its length at both of its ends; returns the position behind it.
  private mutating func readVariable<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, at start: Int, before end: Int, into texts: inout WordPerfectTexts,
    _ sink: inout Sink
  ) -> Int {
    guard let length = bytes.littleUInt16(at: start + 2), length >= 8, start + length <= end,
      bytes.littleUInt16(at: start + length - 3) == length,
      bytes[start + length - 1] == bytes[start]
    else {
      isMalformed = true
      return start + 1
    }
    let part = bytes[start + 1]
    let flags = bytes[start + 4]
    switch bytes[start] {
    case 0xD0: takeLineFunction(part, into: &texts)
    case 0xD7: isInNoteNumber = part == 0 || part == 2
    case 0xE0 where flags & 0x40 == 0: append(0x09, to: &texts)
    default: break
    }
    if flags & 0x80 != 0 {
      let section = Self.section(of: bytes[start], part)
      for index in 0..<Int(bytes[start + 5]) {
        let place = start + 6 + 2 * index
        guard place + 2 <= start + length, let number = bytes.littleUInt16(at: place) else { break }
        readPacket(number, bytes, section, into: &texts, &sink)
      }
    }
    return start + length
  }

  /// Takes a function of the group of line ends, in which those of tables are.
  private mutating func takeLineFunction(_ part: UInt8, into texts: inout WordPerfectTexts) {
    switch part {
    case 0x01...0x03: takeLineEnd(into: &texts)
    case 0x04...0x09, 0x17...0x1C: texts.flow.endParagraph()
    case 0x0A: texts.flow.beginCell()
    case 0x0B...0x10: beginRow(in: &texts)
    case 0x11...0x13: texts.flow.endTable()
    default: return
    }
  }

  /// Where the text goes that a function points to.
  private static func section(of group: UInt8, _ part: UInt8) -> DocumentSection {
    switch group {
    case 0xD4 where part == 0x1D: .comments
    case 0xD6 where part < 2: .header
    case 0xD6 where part < 4: .footer
    case 0xD7: part < 2 ? .footnotes : .endnotes
    default: .textBoxes
    }
  }

  // MARK: Packets

  private mutating func readPacket<Sink: DocumentSink & ~Copyable>(
    _ number: Int, _ bytes: Span<UInt8>, _ section: DocumentSection,
    into texts: inout WordPerfectTexts, _ sink: inout Sink
  ) {
    guard packets.indices.contains(number - 1), let kind = packets[number - 1].kind,
      readPackets.insert(number).inserted
    else { return }
    let data = packets[number - 1].data
    unreadByteCount -= data.count
    guard depth < Self.depthLimit, unreadByteCount >= 0 else {
      isMalformed = true
      return
    }
    depth += 1
    defer { depth -= 1 }
    switch kind {
    case .text:
      guard let blocks = packets[number - 1].blocks(in: bytes) else {
        isMalformed = true
        return
      }
      readBlocks(blocks, bytes, section, into: &texts, &sink)
    case .comment:
      guard let text = bytes.littleUInt16(at: data.lowerBound + 2) else { return }
      readPacket(text, bytes, .comments, into: &texts, &sink)
    case .link:
      let outer = texts.section
      texts.section = .links
      texts.flow.text.addParagraph(Self.address(bytes.extracting(data)))
      texts.section = outer
    case .summary: return
    }
  }

  private mutating func readBlocks<Sink: DocumentSink & ~Copyable>(
    _ blocks: [Range<Int>], _ bytes: Span<UInt8>, _ section: DocumentSection,
    into texts: inout WordPerfectTexts, _ sink: inout Sink
  ) {
    let outer = (texts.section, isInNoteNumber, isInDeletedText, undeletedSection)
    texts.section = section
    isInNoteNumber = false
    isInDeletedText = false
    texts.flow.endParagraph()
    for block in blocks { read(bytes, block, into: &texts, &sink) }
    texts.section = section
    texts.flow.endTable()
    texts.flow.endParagraph()
    (texts.section, isInNoteNumber, isInDeletedText, undeletedSection) = outer
  }

  /// The address of a link: UTF-16 up to a zero.
  private static func address(_ bytes: Span<UInt8>) -> [UInt8] {
    var end = 0
    while let unit = bytes.littleUInt16(at: end), unit != 0 { end += 2 }
    var text: [UInt8] = []
    CodePage.utf16.decode(bytes, 0..<end, into: &text)
    return text
  }
}
