/// The texts, and the long whole numbers, that stand in a formula.
///
/// Source: MS-XLS 2.5.198; tokens of BIFF5 as in OpenOffice.org's documentation of the format.
struct FormulaTexts {
  /// Shorter numbers are no one's.
  private static let numberLimit = 1_000_000.0

  private(set) var texts: [[UInt8]] = []
  private var arrayCount = 0
  private var hasMemory = false

  /// Reads the tokens in `range` of a body, and behind them the values of constant arrays.
  mutating func read(
    _ body: Span<UInt8>, _ range: Range<Int>, _ workbook: borrowing WorkbookGlobals
  ) {
    guard workbook.version >= .biff5 else { return }
    let isBIFF8 = workbook.version == .biff8
    let tokens = body.extracting(body.inside(0..<range.upperBound))
    var position = max(range.lowerBound, 0)
    while position < tokens.count {
      let token = Int(tokens[position])
      position += 1
      switch token {
      case 0x17:
        guard position < tokens.count else { return }
        let text = workbook.text(tokens, at: position, lengthByteCount: 1)
        position += Self.byteCount(ofTextAt: position, in: tokens, isBIFF8: isBIFF8)
        add(text)
      case 0x19:
        guard let next = Self.end(ofAttribute: tokens, at: position) else { return }
        position = next
      case 0x1F:
        add(tokens.littleDouble(at: position))
        position += 8
      default:
        guard let byteCount = Self.byteCount(of: token, isBIFF8: isBIFF8) else { return }
        note(token)
        position += byteCount
      }
    }
    readArrays(body, from: range.upperBound, workbook)
  }

  private mutating func note(_ token: Int) {
    guard token >= 0x20 else { return }
    switch token & 0x1F | 0x20 {
    case 0x20: arrayCount += 1
    case 0x26: hasMemory = true
    default: return
    }
  }

  private mutating func readArrays(
    _ body: Span<UInt8>, from start: Int, _ workbook: borrowing WorkbookGlobals
  ) {
    guard !hasMemory, workbook.version == .biff8 else { return }
    var place = BIFFBody(from: start)
    for _ in 0..<arrayCount {
      guard let columnCount = place.readUInt8(body), let rowCount = place.readUInt16(body) else {
        return
      }
      for _ in 0..<(columnCount + 1) * (rowCount + 1) {
        var text: [UInt8] = []
        switch place.readUInt8(body) {
        case 2:
          guard place.appendText(body, to: &text) else { return }
          add(text)
        case 1:
          add(body.littleDouble(at: place.position))
          place.position += 8
        case 0, 4, 16: place.position += 8
        default: return
        }
      }
    }
  }

  private mutating func add(_ text: [UInt8]) {
    if text.count > 1 { texts.append(text) }
  }

  private mutating func add(_ number: Double?) {
    guard let number, number.isFinite, number.magnitude >= Self.numberLimit,
      number == number.rounded()
    else { return }
    var text: [UInt8] = []
    text.append(number: number)
    texts.append(text)
  }

  private static func byteCount(
    ofTextAt position: Int, in tokens: Span<UInt8>, isBIFF8: Bool
  ) -> Int {
    let count = Int(tokens[position])
    guard isBIFF8 else { return 1 + count }
    guard position + 1 < tokens.count else { return tokens.count }
    return 2 + (tokens[position + 1] & 1 != 0 ? 2 * count : count)
  }

  private static func end(ofAttribute tokens: Span<UInt8>, at position: Int) -> Int? {
    guard position < tokens.count, let count = tokens.littleUInt16(at: position + 1) else {
      return nil
    }
    // A choice is followed by the places of what is chosen from.
    return position + 3 + (tokens[position] & 0x04 != 0 ? 2 * (count + 1) : 0)
  }

  /// The bytes behind a token; nil where they are not known.
  private static func byteCount(of token: Int, isBIFF8: Bool) -> Int? {
    switch token {
    case 0x01, 0x02: return 4
    case 0x03...0x16: return 0
    case 0x18: return isBIFF8 ? 5 : nil
    case 0x1C, 0x1D: return 1
    case 0x1E: return 2
    case 0x20...0x7F: break
    default: return nil
    }
    return switch token & 0x1F | 0x20 {
    case 0x20: 7
    case 0x21: 2
    case 0x22: 3
    case 0x23: isBIFF8 ? 4 : 14
    case 0x24, 0x2A, 0x2C: isBIFF8 ? 4 : 3
    case 0x25, 0x2B, 0x2D: isBIFF8 ? 8 : 6
    case 0x26, 0x27, 0x28: 6
    case 0x29, 0x2E, 0x2F: 2
    case 0x39: isBIFF8 ? 6 : 24
    case 0x3A, 0x3C: isBIFF8 ? 6 : 17
    case 0x3B, 0x3D: isBIFF8 ? 10 : 20
    default: nil
    }
  }
}
