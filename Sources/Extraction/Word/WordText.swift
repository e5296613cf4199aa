import ScanModel

/// The text of a story of Word: characters come in, paragraphs, cells and fields come out.
///
/// The instructions of fields are kept apart. A field is begun by U+0013, its result by U+0014, and
/// it ends with U+0015; fields lie in each other.
///
/// Source: MS-DOC 2.4.3, 2.8.25.
struct WordText {
  /// The fields in fields that are followed.
  private static let fieldDepthLimit = 64

  private var text = DocumentText()
  private let codePage: CodePage
  /// What stands beside the text: the instructions of all fields, and what was deleted.
  private(set) var asides = WordAsides()
  /// The instructions of the fields that are open; empty from the result of a field on.
  private var openCodes: [[UInt8]] = []
  /// For each field that is open whether its instruction comes.
  private var isInCode: [Bool] = []
  /// How many of these are true.
  private var codeCount = 0
  /// The fields that are open and lie too deep to be followed.
  private var excessDepth = 0
  private var isAtParagraphStart = true
  private var isInTable = false
  private var isInCell = false
  /// Whether a table in the cell is open, and one of its cells; tables in that are read as part of it.
  private var isInInnerTable = false
  private var isInInnerCell = false
  /// What the paragraphs of the part are, by the marks that end them, and how many marks have come.
  private var kinds: [WordParagraphs.Kind] = []
  private var markCount = 0
  private var decoded: [UInt8] = []

  init(codePage: CodePage) {
    self.codePage = codePage
  }

  /// Begins a part whose paragraphs are of these kinds.
  mutating func beginPart(_ kinds: [WordParagraphs.Kind]) {
    self.kinds = kinds
    markCount = 0
  }

  /// Appends the characters of a chunk of `stream`.
  mutating func append(
    _ stream: Span<UInt8>, _ chunk: WordPieces.Chunk,
    into sink: inout some TextSink & ~Copyable
  ) {
    asides.endDeletion()
    let width = chunk.isWide ? 2 : 1
    var position = chunk.bytes.lowerBound
    let end = chunk.bytes.upperBound
    while position + width <= end {
      let start = position
      position = stream.plainEnd(from: start, to: end, isWide: chunk.isWide)
      if position > start {
        beginIfNeeded()
        decoded.removeAll(keepingCapacity: true)
        let page = chunk.isWide ? CodePage.utf16 : codePage
        page.decode(stream, start..<position, into: &decoded)
        append(decoded)
      } else {
        takeControl(stream[position])
        position += width
        if isAtParagraphStart {
          text.pushIfDue(into: &sink)
          if sink.isCancelled { return }
        }
      }
    }
  }

  /// Appends the characters of a chunk that was deleted: marks of paragraphs, cells and fields count,
  /// what they hold is set aside.
  mutating func appendDeleted(_ stream: Span<UInt8>, _ chunk: WordPieces.Chunk) {
    let width = chunk.isWide ? 2 : 1
    let page = chunk.isWide ? CodePage.utf16 : codePage
    var position = chunk.bytes.lowerBound
    let end = chunk.bytes.upperBound
    while position + width <= end {
      let start = position
      position = stream.plainEnd(from: start, to: end, isWide: chunk.isWide)
      guard position == start else {
        decoded.removeAll(keepingCapacity: true)
        page.decode(stream, start..<position, into: &decoded)
        asides.addDeletion(decoded)
        continue
      }
      switch stream[position] {
      case 0x09, 0x0B, 0x0E: asides.addDeletion([0x20])
      case 0x1E: asides.addDeletion([UInt8(ascii: "-")])
      case 0x07, 0x0C, 0x0D:
        asides.endDeletion()
        takeControl(stream[position])
      default: takeControl(stream[position])
      }
      position += width
    }
  }

  /// Ends the paragraphs, tables and fields that are open.
  mutating func endPart() {
    excessDepth = 0
    while !isInCode.isEmpty { endField() }
    leaveTable()
    text.endParagraph()
    isAtParagraphStart = true
  }

  /// Adds a value with its name.
  mutating func add(_ value: [UInt8], named name: String) {
    text.add(value, named: Array(name.utf8))
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    endPart()
    text.finish(into: &sink)
  }

  /// Whether characters belong to an instruction.
  private var takesCode: Bool { codeCount > 0 }

  private mutating func append(_ bytes: [UInt8]) {
    if takesCode {
      openCodes[openCodes.count - 1].append(contentsOf: bytes)
    } else {
      text.append(bytes)
    }
  }

  private mutating func takeControl(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x0C, 0x0D:
      if takesCode { append([0x0A]) } else { endParagraph(isCell: byte == 0x07) }
      markCount += 1
    case 0x09, 0x0B, 0x0E:
      beginIfNeeded()
      if takesCode { append([0x20]) } else { text.hold(byte == 0x09 ? "\t" : "\n") }
    case 0x13: beginField()
    case 0x14: beginResult()
    case 0x15: endField()
    case 0x1E: append([UInt8(ascii: "-")])
    // Marks of pictures, notes and comments, and hyphens that are not shown.
    default: break
    }
  }
}

// MARK: Tables

extension WordText {
  /// What the paragraph here is.
  private var kind: WordParagraphs.Kind {
    markCount < kinds.count ? kinds[markCount] : .plain
  }

  private mutating func beginIfNeeded() {
    guard isAtParagraphStart, !takesCode else { return }
    isAtParagraphStart = false
    let kind = kind
    if kind == .plain { leaveTable() } else { enterTable() }
    if kind.isInner != isInInnerTable { kind.isInner ? enterInnerTable() : leaveInnerTable() }
    if kind == .cell { beginCell() }
    if kind == .inner || kind == .innerCell, !isInInnerCell {
      text.beginCell()
      isInInnerCell = true
    }
  }

  private mutating func beginCell() {
    guard !isInCell else { return }
    text.beginCell()
    isInCell = true
  }

  /// Ends the paragraph, and with `isCell` the cell or row that it is the last of.
  private mutating func endParagraph(isCell: Bool) {
    beginIfNeeded()
    isAtParagraphStart = true
    switch kind {
    case .rowEnd where isCell && isInTable:
      text.endRow()
      isInCell = false
    case .cell where isCell && isInCell:
      text.endCell()
      isInCell = false
    case .innerRowEnd where isInInnerTable:
      text.endRow()
      isInInnerCell = false
    case .innerCell where isInInnerCell:
      text.endCell()
      isInInnerCell = false
    default:
      text.endParagraph()
    }
  }

  private mutating func enterInnerTable() {
    beginCell()
    text.beginTable()
    isInInnerTable = true
  }

  private mutating func leaveInnerTable() {
    if isInInnerCell { text.endCell() }
    text.endTable()
    isInInnerTable = false
    isInInnerCell = false
  }

  private mutating func enterTable() {
    guard !isInTable else { return }
    text.beginTable()
    isInTable = true
  }

  private mutating func leaveTable() {
    guard isInTable else { return }
    if isInInnerTable { leaveInnerTable() }
    if isInCell { text.endCell() }
    text.endTable()
    isInTable = false
    isInCell = false
  }
}

extension WordParagraphs.Kind {
  fileprivate var isInner: Bool { self == .inner || self == .innerCell || self == .innerRowEnd }
}

// MARK: Fields

extension WordText {
  private mutating func beginField() {
    guard isInCode.count < Self.fieldDepthLimit else {
      excessDepth += 1
      return
    }
    isInCode.append(true)
    openCodes.append([])
    codeCount += 1
  }

  private mutating func beginResult() {
    guard excessDepth == 0, let last = isInCode.indices.last, isInCode[last] else { return }
    isInCode[last] = false
    codeCount -= 1
  }

  private mutating func endField() {
    guard excessDepth == 0 else {
      excessDepth -= 1
      return
    }
    guard let wasInCode = isInCode.popLast(), let code = openCodes.popLast() else { return }
    if wasInCode { codeCount -= 1 }
    let start = code.firstIndex { $0 > 0x20 } ?? code.count
    guard start < code.count else { return }
    asides.addFieldCode(code[start...])
  }
}

extension Span<UInt8> {
  /// The position of the first control character from `start` on; `end` for none.
  fileprivate func plainEnd(from start: Int, to end: Int, isWide: Bool) -> Int {
    var position = start
    if isWide {
      while position + 1 < end, self[position] >= 0x20 || self[position + 1] != 0 { position += 2 }
    } else {
      while position < end, self[position] >= 0x20 { position += 1 }
    }
    return position
  }
}
