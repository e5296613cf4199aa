import ScanModel

/// Goes through the records of a metafile of 16 bits.
///
/// Source: MS-WMF 2.3.
struct PlainMetafile {
  private static let stateLimit = 1000
  private static let objectLimit = 65_536
  /// The records of one file at most.
  private static let recordLimit = 10_000_000

  private(set) var drawing = MetafileDrawing()
  private var state = MetafileState()
  private var saved: [MetafileState] = []
  /// What was made, by its number: fonts, and other things that are nil; free numbers are left out.
  private var objects: [Int: MetafileFont?] = [:]
  private var firstFreeObject = 0

  mutating func read(_ bytes: Span<UInt8>) {
    // A header of its own may stand before that of the format.
    var position = bytes.littleUInt32(at: 0) == 0x9AC6_CDD7 ? 22 : 0
    guard let headerWordCount = bytes.littleUInt16(at: position + 2) else {
      return drawing.note(.malformed)
    }
    position += 2 * headerWordCount
    state.setMode(8)
    var isEnded = false
    for _ in 0..<Self.recordLimit {
      guard let wordCount = bytes.littleUInt32(at: position),
        let function = bytes.littleUInt16(at: position + 4)
      else { break }
      if function == 0 {
        isEnded = true
        break
      }
      guard wordCount >= 3, 2 * wordCount <= bytes.count - position else { break }
      read(function, bytes.extracting(position + 6..<position + 2 * wordCount))
      position += 2 * wordCount
    }
    if !isEnded { drawing.note(.malformed) }
  }

  /// `record` holds what stands behind the function.
  private mutating func read(_ function: Int, _ record: Span<UInt8>) {
    switch function {
    case 0x0521: writeText(record)
    case 0x0A32: writePlacedText(record)
    case 0x02FB: addFont(record)
    case 0x02FA, 0x02FC, 0x00F7, 0x01F9, 0x0142, 0x06FF: add(nil)
    case 0x012D:
      if let number = record.littleUInt16(at: 0), case .some(.some(let font)) = objects[number] {
        state.font = font
      }
    case 0x01F0:
      guard let number = record.littleUInt16(at: 0) else { return }
      objects[number] = nil
      firstFreeObject = min(firstFreeObject, number)
    case 0x012E: state.alignment = record.littleUInt16(at: 0) ?? 0
    case 0x0214:
      state.position = (
        Double(record.littleInt16(at: 2) ?? 0), Double(record.littleInt16(at: 0) ?? 0)
      )
    case 0x0F43:
      drawing.noteBitmap(
        width: record.littleInt16(at: 8) ?? 0, height: record.littleInt16(at: 6) ?? 0)
    case 0x0B41:
      drawing.noteBitmap(
        width: record.littleInt16(at: 6) ?? 0, height: record.littleInt16(at: 4) ?? 0)
    case 0x001E: if saved.count < Self.stateLimit { saved.append(state) }
    case 0x0127: restore(record)
    default: readScale(function, record)
    }
  }

  private mutating func readScale(_ function: Int, _ record: Span<UInt8>) {
    guard let y = record.littleInt16(at: 0) else { return }
    let x = record.littleInt16(at: 2) ?? 0
    switch function {
    case 0x0103: state.setMode(y)
    case 0x020B: state.setWindowOrigin(x, y)
    case 0x020C: state.setWindowExtent(x, y)
    case 0x020D: state.setViewportOrigin(x, y)
    case 0x020E: state.setViewportExtent(x, y)
    default: break
    }
  }

  /// Goes back to a saved state: the last one, or one further before.
  private mutating func restore(_ record: Span<UInt8>) {
    let count = max(1, -(record.littleInt16(at: 0) ?? -1))
    for _ in 0..<min(count, saved.count) {
      if let last = saved.popLast() { state = last }
    }
  }

  // MARK: Objects

  private mutating func addFont(_ record: Span<UInt8>) {
    guard let height = record.littleInt16(at: 0), record.count > 13 else { return add(nil) }
    add(
      MetafileFont(
        height: height, escapement: record.littleInt16(at: 4) ?? 0, charset: Int(record[13])))
  }

  /// Gives an object the lowest number that is free.
  private mutating func add(_ font: MetafileFont?) {
    guard objects.count < Self.objectLimit else { return }
    while objects[firstFreeObject] != nil { firstFreeObject += 1 }
    objects[firstFreeObject] = .some(font)
  }

  // MARK: Text

  private mutating func writeText(_ record: Span<UInt8>) {
    guard let count = record.littleUInt16(at: 0), count > 0, 2 + count <= record.count else {
      return
    }
    let end = 2 + count + count % 2
    guard let y = record.littleInt16(at: end), let x = record.littleInt16(at: end + 2) else {
      return
    }
    write(record, 2..<2 + count, x, y, advance: nil)
  }

  private mutating func writePlacedText(_ record: Span<UInt8>) {
    guard let y = record.littleInt16(at: 0), let x = record.littleInt16(at: 2),
      let count = record.littleUInt16(at: 4), let options = record.littleUInt16(at: 6), count > 0
    else { return }
    guard options & 0x10 == 0 else { return drawing.note(.needsOCR) }
    // With these options a rectangle stands before the text.
    let start = options & 6 != 0 ? 16 : 8
    guard start + count <= record.count else { return drawing.note(.malformed) }
    write(
      record, start..<start + count, x, y,
      advance: advance(record, at: start + count + count % 2, count))
  }

  /// The sum of the distances between the letters; nil where they are not told.
  private func advance(_ record: Span<UInt8>, at start: Int, _ count: Int) -> Double? {
    guard start + 2 * count <= record.count else { return nil }
    var sum = 0
    for index in 0..<count { sum += record.littleInt16(at: start + 2 * index) ?? 0 }
    return sum > 0 ? Double(sum) : nil
  }

  private mutating func write(
    _ record: Span<UInt8>, _ range: Range<Int>, _ x: Int, _ y: Int, advance: Double?
  ) {
    var text: [UInt8] = []
    state.font.codePage.decode(record, range, into: &text)
    state.write(text, at: (Double(x), Double(y)), advance: advance, into: &drawing)
  }
}
