/// Which paragraphs of a document are in tables, and which are the ends of rows.
///
/// Source: MS-DOC 2.4.6.1, 2.8.5, 2.9.202, 2.9.23, 2.6.2.
struct WordParagraphs {
  enum Kind {
    case plain, cell, rowEnd
    /// In a table within a cell: text, the end of a cell, the end of a row.
    case inner, innerCell, innerRowEnd
  }

  private struct Run {
    var bytes: Range<Int>
    var kind: Kind
  }

  /// The paragraphs in tables by their place in the stream.
  private var runs: [Run] = []

  init(_ table: Span<UInt8>, _ range: Range<Int>, _ stream: Span<UInt8>, isOld: Bool) {
    for page in WordPropertyPages(table, range, stream, isOld: isOld).ranges {
      read(stream.extracting(page), isOld: isOld)
    }
    runs.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// The kinds of the paragraphs that end in `chunks`, in order.
  func kinds(of chunks: [WordPieces.Chunk], in stream: Span<UInt8>) -> [Kind] {
    var kinds: [Kind] = []
    for chunk in chunks {
      var position = chunk.bytes.lowerBound
      let end = chunk.bytes.upperBound
      while position < end {
        let byte = stream[position]
        let isMark = byte == 0x07 || byte == 0x0C || byte == 0x0D
        if !chunk.isWide {
          if isMark { kinds.append(kind(at: position)) }
          position += 1
        } else {
          if isMark, position + 1 < end, stream[position + 1] == 0 {
            kinds.append(kind(at: position))
          }
          position += 2
        }
      }
    }
    return kinds
  }

  /// The kind of the paragraph that ends at `position` of the stream.
  private func kind(at position: Int) -> Kind {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].bytes.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].bytes.contains(position) else { return .plain }
    return runs[low].kind
  }

  private mutating func read(_ page: Span<UInt8>, isOld: Bool) {
    let count = Int(page[WordPropertyPages.byteCount - 1])
    let entryByteCount = isOld ? 7 : 13
    guard 4 * (count + 1) + entryByteCount * count < WordPropertyPages.byteCount else { return }
    for index in 0..<count {
      guard let start = page.littleUInt32(at: 4 * index),
        let end = page.littleUInt32(at: 4 * (index + 1)), start < end
      else { continue }
      let place = 2 * Int(page[4 * (count + 1) + entryByteCount * index])
      guard place > 0 else { continue }
      var first = place + 1
      var byteCount = 2 * Int(page[place])
      if byteCount == 0 || isOld {
        if !isOld {
          byteCount = place + 1 < WordPropertyPages.byteCount ? 2 * Int(page[place + 1]) : 0
          first += 1
        }
      } else {
        byteCount -= 1
      }
      let last = min(first + byteCount, WordPropertyPages.byteCount - 1)
      guard first + 2 < last else { continue }
      let changes = first + 2..<last
      let kind = isOld ? Self.oldKind(page, changes) : Self.kind(page, changes)
      if kind != .plain {
        runs.append(Run(bytes: start..<end, kind: kind))
      }
    }
  }

  /// What the changes to a paragraph make of it.
  private static func kind(_ page: Span<UInt8>, _ changes: Range<Int>) -> Kind {
    var kind = Kind.plain
    var place = changes.lowerBound
    while place + 2 < changes.upperBound, let change = WordChange(page, at: place) {
      switch change.code {
      case 0x2416: if page[change.operand] != 0, kind == .plain { kind = .cell }
      case 0x2417: if page[change.operand] != 0 { kind = .rowEnd }
      // Of many changes, which lie elsewhere: those of a row with many cells.
      case 0x6645, 0x6646: kind = .rowEnd
      case 0x6649:
        let depth = page.littleUInt32(at: change.operand) ?? 0
        if depth > 1, kind == .plain || kind == .cell { kind = .inner }
      case 0x244B: if page[change.operand] != 0, kind != .innerRowEnd { kind = .innerCell }
      case 0x244C: if page[change.operand] != 0 { kind = .innerRowEnd }
      default: break
      }
      place = change.end
    }
    return kind
  }

  /// The same for Word 6 and 95: changes 24 (in a table) and 25 (end of a row) with 1 for yes.
  private static func oldKind(_ page: Span<UInt8>, _ changes: Range<Int>) -> Kind {
    var place = changes.lowerBound
    while place + 1 < changes.upperBound {
      if page[place] == 24, page[place + 1] == 1 {
        let isRowEnd =
          place + 3 < changes.upperBound && page[place + 2] == 25 && page[place + 3] == 1
        return isRowEnd ? .rowEnd : .cell
      }
      place += 1
    }
    return .plain
  }
}
