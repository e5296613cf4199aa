import ScanModel

/// Goes through the records of an enhanced metafile.
///
/// Source: MS-EMF 2.3.
struct EnhancedMetafile {
  private static let stateLimit = 1000
  private static let fontLimit = 65_536
  /// The records of one file at most.
  private static let recordLimit = 10_000_000

  private(set) var drawing = MetafileDrawing()
  private var state = MetafileState()
  private var saved: [MetafileState] = []
  private var fonts: [Int: MetafileFont] = [:]
  private var plus = EnhancedMetafilePlus()

  mutating func read(_ bytes: Span<UInt8>) {
    addDescription(bytes)
    var position = 0
    var isEnded = false
    for _ in 0..<Self.recordLimit {
      guard let type = bytes.littleUInt32(at: position),
        let byteCount = bytes.littleUInt32(at: position + 4), byteCount >= 8,
        byteCount <= bytes.count - position
      else { break }
      if type == 14 {
        isEnded = true
        break
      }
      read(type, bytes.extracting(position..<position + byteCount))
      position += byteCount
    }
    if !isEnded { drawing.note(.malformed) }
  }

  /// What made the picture and what it is called: two strings in the header.
  private mutating func addDescription(_ bytes: Span<UInt8>) {
    guard let count = bytes.littleUInt32(at: 60), let start = bytes.littleUInt32(at: 64),
      count > 0, start >= 88, start <= bytes.count, 2 * count <= bytes.count - start
    else { return }
    addStrings(bytes, start..<start + 2 * count)
  }

  private mutating func addStrings(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var text: [UInt8] = []
    CodePage.utf16.decode(bytes, range, into: &text)
    for part in text.split(separator: 0) { drawing.add(description: Array(part)) }
  }

  private mutating func read(_ type: Int, _ record: Span<UInt8>) {
    switch type {
    case 83: writeText(record, at: 36, isWide: false)
    case 84: writeText(record, at: 36, isWide: true)
    case 96, 97: writeTexts(record, isWide: type == 97)
    case 108: writeSmallText(record)
    case 70: readComment(record)
    case 82: addFont(record)
    case 37: selectFont(record)
    case 22: state.alignment = record.littleUInt32(at: 8) ?? 0
    case 27:
      state.position = (
        Double(record.littleInt32(at: 8) ?? 0), Double(record.littleInt32(at: 12) ?? 0)
      )
    case 80, 81:
      drawing.noteBitmap(
        width: record.littleInt32(at: 40) ?? 0, height: record.littleInt32(at: 44) ?? 0)
    case 33: if saved.count < Self.stateLimit { saved.append(state) }
    case 34: restore(record)
    default: readScale(type, record)
    }
  }

  private mutating func readScale(_ type: Int, _ record: Span<UInt8>) {
    let (x, y) = (record.littleInt32(at: 8) ?? 0, record.littleInt32(at: 12) ?? 0)
    switch type {
    case 9: state.setWindowExtent(x, y)
    case 10: state.setWindowOrigin(x, y)
    case 11: state.setViewportExtent(x, y)
    case 12: state.setViewportOrigin(x, y)
    case 17: state.setMode(x)
    case 35: if let matrix = record.matrix(at: 8) { state.world = matrix }
    case 36:
      guard let matrix = record.matrix(at: 8) else { return }
      switch record.littleUInt32(at: 32) {
      case 1: state.world = PDFMatrix()
      case 2: state.world = matrix.followed(by: state.world)
      case 3: state.world = state.world.followed(by: matrix)
      case 4: state.world = matrix
      default: break
      }
    default: break
    }
  }

  /// Goes back to a saved state: the last one, or one further before.
  private mutating func restore(_ record: Span<UInt8>) {
    let count = max(1, -(record.littleInt32(at: 8) ?? -1))
    for _ in 0..<min(count, saved.count) {
      if let last = saved.popLast() { state = last }
    }
  }

  // MARK: Fonts

  private mutating func addFont(_ record: Span<UInt8>) {
    guard let number = record.littleUInt32(at: 8), fonts.count < Self.fontLimit,
      let height = record.littleInt32(at: 12), record.count > 35
    else { return }
    fonts[number] = MetafileFont(
      height: height, escapement: record.littleInt32(at: 20) ?? 0, charset: Int(record[35]))
  }

  private mutating func selectFont(_ record: Span<UInt8>) {
    guard let number = record.littleUInt32(at: 8) else { return }
    if let font = fonts[number] { state.font = font }
    // The fonts that need not be made.
    if (0x8000_000A...0x8000_0011).contains(number) { state.font = MetafileFont() }
  }

  // MARK: Text

  /// Writes the text of an object that begins at `start`.
  private mutating func writeText(_ record: Span<UInt8>, at start: Int, isWide: Bool) {
    guard let x = record.littleInt32(at: start), let y = record.littleInt32(at: start + 4),
      let count = record.littleUInt32(at: start + 8),
      let place = record.littleUInt32(at: start + 12),
      let options = record.littleUInt32(at: start + 16), count > 0
    else { return }
    // The numbers of glyphs in a font, which only that can read.
    guard options & 0x10 == 0 else { return drawing.note(.needsOCR) }
    let byteCount = isWide ? 2 * count : count
    guard place <= record.count, byteCount <= record.count - place else {
      return drawing.note(.malformed)
    }
    let advance = advance(record, at: record.littleUInt32(at: start + 36) ?? 0, count, options)
    let text = text(record, place..<place + byteCount, isWide: isWide)
    state.write(text, at: (Double(x), Double(y)), advance: advance, into: &drawing)
  }

  /// The sum of the distances between the letters; nil where they are not told.
  private func advance(
    _ record: Span<UInt8>, at start: Int, _ count: Int, _ options: Int
  ) -> Double? {
    guard start > 0, start <= record.count, 4 * count <= record.count - start else { return nil }
    var sum = 0.0
    // Each has another one for the vertical.
    let step = options & 0x2000 != 0 ? 8 : 4
    for index in 0..<count {
      guard let distance = record.littleInt32(at: start + step * index) else { return nil }
      sum += Double(distance)
    }
    return sum > 0 ? sum : nil
  }

  private func text(_ record: Span<UInt8>, _ range: Range<Int>, isWide: Bool) -> [UInt8] {
    var text: [UInt8] = []
    (isWide ? CodePage.utf16 : state.font.codePage).decode(record, range, into: &text)
    return text
  }

  private mutating func writeTexts(_ record: Span<UInt8>, isWide: Bool) {
    let count = min(record.littleUInt32(at: 36) ?? 0, record.count / 40)
    for index in 0..<count { writeText(record, at: 40 + 40 * index, isWide: isWide) }
  }

  private mutating func writeSmallText(_ record: Span<UInt8>) {
    guard let x = record.littleInt32(at: 8), let y = record.littleInt32(at: 12),
      let count = record.littleUInt32(at: 16), let options = record.littleUInt32(at: 20),
      count > 0
    else { return }
    guard options & 0x10 == 0 else { return drawing.note(.needsOCR) }
    let start = options & 0x100 != 0 ? 36 : 52
    let isWide = options & 0x200 == 0
    let byteCount = isWide ? 2 * count : count
    guard start <= record.count, byteCount <= record.count - start else {
      return drawing.note(.malformed)
    }
    let text = text(record, start..<start + byteCount, isWide: isWide)
    state.write(text, at: (Double(x), Double(y)), advance: nil, into: &drawing)
  }

  // MARK: Comments

  private mutating func readComment(_ record: Span<UInt8>) {
    guard let byteCount = record.littleUInt32(at: 8), byteCount >= 4,
      byteCount <= record.count - 12
    else { return }
    let data = record.extracting(12..<12 + byteCount)
    switch data.littleUInt32(at: 0) {
    case 0x2B46_4D45: plus.read(data.extracting(4...), into: &drawing)
    // A group with its name.
    case 0x4349_4447 where data.littleUInt32(at: 4) == 2:
      guard let count = data.littleUInt32(at: 24), 2 * count <= data.count - 28 else { return }
      addStrings(data, 28..<28 + 2 * count)
    default: break
    }
  }
}
