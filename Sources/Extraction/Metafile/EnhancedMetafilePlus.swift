import ScanModel

/// Goes through the records of EMF+ in the comments of an enhanced metafile.
///
/// Source: MS-EMFPLUS 2.3.
struct EnhancedMetafilePlus {
  private static let stateLimit = 1000
  private static let headerByteCount = 12

  /// Whether the other records of the file draw the same.
  private var isDual = false
  private var world = PDFMatrix()
  private var saved: [PDFMatrix] = []
  private var fonts: [Int: Double] = [:]

  mutating func read(_ bytes: Span<UInt8>, into drawing: inout MetafileDrawing) {
    var position = 0
    while let type = bytes.littleUInt16(at: position),
      let flags = bytes.littleUInt16(at: position + 2),
      let byteCount = bytes.littleUInt32(at: position + 4),
      let dataByteCount = bytes.littleUInt32(at: position + 8),
      byteCount >= Self.headerByteCount, byteCount <= bytes.count - position
    {
      let start = position + Self.headerByteCount
      let end = start + min(dataByteCount, byteCount - Self.headerByteCount)
      read(type, flags, bytes.extracting(start..<end), into: &drawing)
      position += byteCount
    }
  }

  private mutating func read(
    _ type: Int, _ flags: Int, _ data: Span<UInt8>, into drawing: inout MetafileDrawing
  ) {
    switch type {
    case 0x4001: isDual = flags & 1 != 0
    case 0x4008: readObject(flags, data, into: &drawing)
    case 0x401C: if !isDual { drawString(flags, data, into: &drawing) }
    case 0x4036: if !isDual { drawDriverString(flags, data, into: &drawing) }
    case 0x4025: if saved.count < Self.stateLimit { saved.append(world) }
    case 0x4026: if let last = saved.popLast() { world = last }
    default: readTransformation(type, flags, data)
    }
  }

  private mutating func readTransformation(_ type: Int, _ flags: Int, _ data: Span<UInt8>) {
    var matrix = PDFMatrix()
    switch type {
    case 0x402A:
      if let own = data.matrix(at: 0) { world = own }
      return
    case 0x402B:
      world = PDFMatrix()
      return
    case 0x402C:
      guard let own = data.matrix(at: 0) else { return }
      matrix = own
    case 0x402D:
      guard let x = data.littleFloat(at: 0), let y = data.littleFloat(at: 4) else { return }
      (matrix.e, matrix.f) = (x, y)
    case 0x402E:
      guard let x = data.littleFloat(at: 0), let y = data.littleFloat(at: 4) else { return }
      (matrix.a, matrix.d) = (x, y)
    default: return
    }
    world = flags & 0x2000 != 0 ? world.followed(by: matrix) : matrix.followed(by: world)
  }

  // MARK: Objects

  /// Keeps the size of a font, and what a picture is.
  private mutating func readObject(
    _ flags: Int, _ data: Span<UInt8>, into drawing: inout MetafileDrawing
  ) {
    switch flags >> 8 & 0x7F {
    case 6: if let size = data.littleFloat(at: 4), size > 0 { fonts[flags & 0xFF] = size }
    case 5: readPicture(data, isCut: flags & 0x8000 != 0, into: &drawing)
    default: break
    }
  }

  private func readPicture(
    _ data: Span<UInt8>, isCut: Bool, into drawing: inout MetafileDrawing
  ) {
    guard !isCut else { return drawing.note(.needsOCR) }
    switch data.littleUInt32(at: 4) {
    case 1:
      // Compressed ones are pictures of their own.
      if data.littleUInt32(at: 24) == 1, data.count > 28 {
        drawing.add(picture: data.bytes(28..<data.count))
      } else {
        drawing.noteBitmap(
          width: data.littleInt32(at: 8) ?? 0, height: data.littleInt32(at: 12) ?? 0)
      }
    case 2:
      guard let byteCount = data.littleUInt32(at: 12), byteCount <= data.count - 16 else { return }
      drawing.add(picture: data.bytes(16..<16 + byteCount))
    default: break
    }
  }

  // MARK: Text

  private func drawString(
    _ flags: Int, _ data: Span<UInt8>, into drawing: inout MetafileDrawing
  ) {
    guard let count = data.littleUInt32(at: 8), let x = data.littleFloat(at: 12),
      let y = data.littleFloat(at: 16), 2 * count <= data.count - 28
    else { return }
    var text: [UInt8] = []
    CodePage.utf16.decode(data, 28..<28 + 2 * count, into: &text)
    let em = fonts[flags & 0xFF] ?? 12
    var top = y
    // A string may be of several lines.
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      draw(Array(line), at: (x, top + 0.8 * em), width: nil, em: em, into: &drawing)
      top += 1.2 * em
    }
  }

  /// Draws letters each of which has a place of its own.
  private func drawDriverString(
    _ flags: Int, _ data: Span<UInt8>, into drawing: inout MetafileDrawing
  ) {
    guard let options = data.littleUInt32(at: 4), let count = data.littleUInt32(at: 12),
      count > 0, 10 * count <= data.count - 16
    else { return }
    // Otherwise they are the numbers of glyphs in a font.
    guard options & 1 != 0 else { return drawing.note(.needsOCR) }
    let em = fonts[flags & 0xFF] ?? 12
    let places = 16 + 2 * count
    for index in 0..<count {
      // With this option only the first has one.
      if options & 4 != 0, index > 0 { break }
      guard let x = data.littleFloat(at: places + 8 * index),
        let y = data.littleFloat(at: places + 8 * index + 4)
      else { return }
      let letters = options & 4 != 0 ? count : 1
      var text: [UInt8] = []
      CodePage.utf16.decode(data, 16 + 2 * index..<16 + 2 * (index + letters), into: &text)
      let next =
        letters == 1 && index + 1 < count ? data.littleFloat(at: places + 8 * index + 8) : nil
      let width = next.flatMap { $0 > x && $0 - x < 1.5 * em ? $0 - x : nil }
      draw(text, at: (x, y), width: width, em: em, into: &drawing)
    }
  }

  private func draw(
    _ text: [UInt8], at point: (x: Double, y: Double), width: Double?, em: Double,
    into drawing: inout MetafileDrawing
  ) {
    let width = width ?? MetafileFont.width(of: text) * em * 0.9
    let scale = world.area.squareRoot()
    drawing.write(
      text, from: world.apply(point.x, point.y), to: world.apply(point.x + width, point.y),
      em: em * scale, height: em * scale)
  }
}
