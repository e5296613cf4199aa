import ScanModel

/// The texts that the cells of a workbook in BIFF12 share.
struct BinaryStrings: BinaryPartContent {
  private(set) var strings: SharedStrings

  init(byteLimit: Int) {
    strings = SharedStrings(byteLimit: byteLimit)
  }

  mutating func take(_ record: Int, _ payload: Span<UInt8>) {
    guard record == 19 else { return }
    var fields = BinaryPayload()
    fields.skip(1)
    strings.append(fields.text(payload))
  }
}

/// The formats of the cells of a workbook in BIFF12.
struct BinaryStyles: BinaryPartContent {
  private(set) var styles = CellStyles()
  private var isInCellFormats = false

  mutating func take(_ record: Int, _ payload: Span<UInt8>) {
    var fields = BinaryPayload()
    switch record {
    case 44:
      let number = fields.number16(payload)
      styles.addFormat(number, code: fields.text(payload))
    case 617: isInCellFormats = true
    case 618: isInCellFormats = false
    case 47:
      guard isInCellFormats else { return }
      fields.skip(2)
      styles.addStyle(formatNumber: fields.number16(payload))
    default: break
    }
  }
}

/// The workbook part in BIFF12.
struct BinaryWorkbook: BinaryPartContent {
  private(set) var workbook = WorkbookContent()

  mutating func pushSides<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    workbook.pushSides(into: &sink)
  }

  mutating func take(_ record: Int, _ payload: Span<UInt8>) {
    var fields = BinaryPayload()
    switch record {
    case 153: if fields.number32(payload) & 1 != 0 { workbook.setIsFrom1904() }
    case 156:
      fields.skip(8)
      let relationID = fields.text(payload)
      workbook.add(WorkbookContent.Sheet(name: fields.text(payload), relationID: relationID))
    case 39:
      fields.skip(9)
      workbook.addName(Array("name".utf8), fields.text(payload))
    case 2071: workbook.addName(Array("path".utf8), fields.text(payload))
    default: break
    }
  }
}

/// The texts in the records of any other part in BIFF12: comments, caches of pivot tables, links to
/// other workbooks.
struct BinaryTexts: BinaryPartContent, PartTextContent {
  private var text = DocumentText()

  var isEmpty: Bool { text.isEmpty }

  mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    text.pushIfDue(into: &sink)
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    text.finish(into: &sink)
  }

  mutating func take(_ record: Int, _ payload: Span<UInt8>) {
    var position = 0
    while position + 6 <= payload.count {
      let count = Int(payload.littleEndian32(at: position))
      if count > 0, count <= (payload.count - position - 4) / 2, count <= 32_767,
        isText(payload, position + 4..<position + 4 + 2 * count)
      {
        var fields = BinaryPayload()
        fields.skip(position)
        text.addParagraph(fields.text(payload))
        position += 4 + 2 * count
      } else {
        position += 1
      }
    }
  }

  /// Whether the characters in `range` are such as texts have.
  private func isText(_ payload: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      let unit = payload.littleEndian16(at: position)
      guard unit >= 0x20 || unit == 9 || unit == 10 || unit == 13, unit < 0xE000 || unit >= 0xF900,
        unit < 0xFFF0
      else { return false }
      position += 2
    }
    return true
  }
}
