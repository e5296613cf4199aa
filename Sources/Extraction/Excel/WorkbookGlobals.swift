/// What the cells of all sheets of a workbook share: texts, formats, the way days are counted.
struct WorkbookGlobals {
  var version = BIFFVersion.biff8
  var sharedTexts = SharedTexts()
  private(set) var is1904 = false
  private(set) var codePage = CodePage.windows1252
  private var formats: [Int: CellFormat] = [:]
  private var formatCount = 0
  /// The number of the format of each XF record.
  private var formatNumbers: [Int] = []

  /// The formats that cells refer to by the number of their XF record.
  ///
  /// Cells of BIFF2 refer to the formats themselves.
  var cellFormats: [CellFormat] {
    if version == .biff2 { return (0..<formatCount).map { format($0) } }
    return formatNumbers.map { format($0) }
  }

  private func format(_ number: Int) -> CellFormat {
    formats[number] ?? CellFormat(builtIn: number)
  }

  /// Takes what a record tells about all cells; false for other records.
  mutating func take(_ type: Int, _ body: Span<UInt8>) -> Bool {
    switch type {
    case 0x0022: is1904 = body.littleUInt16(at: 0) == 1
    case 0x0042: codePage = CodePage(workbook: body.littleUInt16(at: 0) ?? 0)
    case 0x00E0: formatNumbers.append(body.littleUInt16(at: 2) ?? 0)
    case 0x0243, 0x0443: formatNumbers.append(body.count > 1 ? Int(body[1]) : 0)
    case 0x0043: break
    case 0x041E: takeFormat(body)
    case 0x001E: takeNumberedFormat(body)
    default: return false
    }
    return true
  }

  private mutating func takeFormat(_ body: Span<UInt8>) {
    guard let number = body.littleUInt16(at: 0) else { return }
    var code: [UInt8] = []
    if version == .biff8 {
      var place = BIFFBody(from: 2)
      _ = place.appendText(body, to: &code)
    } else if body.count > 2 {
      code.append(body, (3..<3 + Int(body[2])).clamped(to: 0..<body.count))
    }
    // In BIFF4 the number is not used; formats stand in their order.
    formats[version == .biff4 ? formatCount : number] = CellFormat(code: code)
    formatCount += 1
  }

  private mutating func takeNumberedFormat(_ body: Span<UInt8>) {
    var code: [UInt8] = []
    if !body.isEmpty { code.append(body, (1..<1 + Int(body[0])).clamped(to: 0..<body.count)) }
    formats[formatCount] = CellFormat(code: code)
    formatCount += 1
  }

  // MARK: Texts

  /// The text at `position`, which begins with its count in `lengthByteCount` bytes.
  func text(
    _ body: Span<UInt8>, borders: [Int] = [], at position: Int, lengthByteCount: Int
  ) -> [UInt8] {
    var text: [UInt8] = []
    appendText(body, borders: borders, at: position, lengthByteCount: lengthByteCount, to: &text)
    return text
  }

  func appendText(
    _ body: Span<UInt8>, borders: [Int] = [], at position: Int, lengthByteCount: Int,
    to text: inout [UInt8]
  ) {
    var place = BIFFBody(from: position, borders: borders)
    let length = lengthByteCount == 2 ? place.readUInt16(body) : place.readUInt8(body)
    guard let length else { return }
    appendText(body, characterCount: length, &place, to: &text)
  }

  /// Appends a text of so many characters at `place`: with flags in BIFF8, else in the code page.
  func appendText(
    _ body: Span<UInt8>, characterCount: Int, _ place: inout BIFFBody, to text: inout [UInt8]
  ) {
    if version == .biff8 {
      _ = place.appendText(body, characterCount: characterCount, to: &text)
    } else {
      let end = place.position + characterCount
      codePage.decode(body.extracting(body.inside(place.position..<end)), into: &text)
      place.position = end
    }
  }
}
