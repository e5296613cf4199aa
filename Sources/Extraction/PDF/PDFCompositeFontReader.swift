/// Reads fonts of type 0.
enum PDFCompositeFontReader {
  /// Reads a font, unpacking no more than `bytesLeft` bytes.
  static func read(
    _ font: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int
  ) -> PDFFont {
    var composite = PDFCompositeFont()
    let descendant = file.item(0, of: file.value("/DescendantFonts", of: font))
    readCoding(
      file.value("/Encoding", of: font), in: file, bytesLeft: &bytesLeft, into: &composite)
    readCollection(of: descendant, in: file, into: &composite)
    let map = file.value("/ToUnicode", of: font)
    if file.isName(map) {
      composite.isUnicode = true
    } else {
      composite.toUnicode = PDFFontReader.toUnicode(
        of: font, in: file, bytesLeft: &bytesLeft)
    }
    readWidths(of: descendant, in: file, into: &composite)
    if composite.toUnicode?.isEmpty ?? true {
      readProgram(of: descendant, in: file, bytesLeft: &bytesLeft, into: &composite)
    }
    composite.isInUsualOrder = isInUsualOrder(composite, descendant, in: file)
    return PDFFont(composite: composite, isOverLimit: composite.toUnicode?.isOverLimit ?? false)
  }

  private static func isInUsualOrder(
    _ font: PDFCompositeFont, _ descendant: PDFFile.Object, in file: borrowing PDFFile
  ) -> Bool {
    guard case .identity = font.coding, font.programGlyphs.isEmpty, font.collection == nil,
      file.name(file.value("/Subtype", of: descendant)) == Array("CIDFontType2".utf8)
    else { return false }
    return GlyphOrder.isUsual { glyph in
      guard glyph < font.widths.count, font.widths[glyph] != font.defaultWidth else { return nil }
      return font.widths[glyph]
    }
  }

  private static func readCoding(
    _ encoding: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int,
    into font: inout PDFCompositeFont
  ) {
    if let map = PDFFontReader.map(encoding, in: file, bytesLeft: &bytesLeft) {
      font.isVertical = map.isVertical
      font.coding = .map(map)
      return
    }
    let name = file.name(encoding)
    font.isVertical = name.last == UInt8(ascii: "V") && name.dropLast().last == UInt8(ascii: "-")
    let span = name.span
    font.isHalfWidth = PDFMultibyteCoding.isHalfWidth(mapName: span)
    if span.position(of: "UCS2", from: 0) != nil || span.position(of: "UTF16", from: 0) != nil {
      font.coding = .utf16
    } else if span.position(of: "UTF8", from: 0) != nil {
      font.coding = .utf8
    } else if span.position(of: "UTF32", from: 0) != nil {
      font.coding = .utf32
    } else if let coding = PDFMultibyteCoding(mapName: span) {
      font.coding = .multibyte(coding)
    }
  }

  private static func readCollection(
    of descendant: PDFFile.Object, in file: borrowing PDFFile, into font: inout PDFCompositeFont
  ) {
    let system = file.value("/CIDSystemInfo", of: descendant)
    guard file.string(file.value("/Registry", of: system)) == Array("Adobe".utf8) else { return }
    font.collection = PDFCharacterCollection(
      ordering: file.string(file.value("/Ordering", of: system)))
  }

  private static func readProgram(
    of descendant: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int,
    into font: inout PDFCompositeFont
  ) {
    let descriptor = file.value("/FontDescriptor", of: descendant)
    guard let program = PDFFontReader.program(descriptor, in: file, bytesLeft: &bytesLeft) else {
      return
    }
    font.characters = program.glyphs
    let map = file.value("/CIDToGIDMap", of: descendant)
    guard file.isStream(map), let content = PDFStreams.content(of: map, in: file, limit: 1 << 17)
    else { return }
    for index in stride(from: 0, to: content.bytes.count - 1, by: 2) {
      font.programGlyphs.append(UInt16(content.bytes.span.unsigned16(at: index)))
    }
  }

  private static func readWidths(
    of descendant: PDFFile.Object, in file: borrowing PDFFile, into font: inout PDFCompositeFont
  ) {
    font.defaultWidth = Float((file.number(file.value("/DW", of: descendant)) ?? 1000) / 1000)
    let list = file.value("/W", of: descendant)
    var budget = 1 << 18
    var index = 0
    let count = min(file.count(of: list), 1 << 17)
    while index + 1 < count, budget > 0 {
      let first = file.integer(file.item(index, of: list)) ?? -1
      let second = file.item(index + 1, of: list)
      if file.isArray(second) {
        for offset in 0..<min(budget, file.count(of: second)) {
          let width = file.number(file.item(offset, of: second)) ?? 0
          font.setWidth(width, of: first &+ offset)
          budget -= 1
        }
        index += 2
      } else {
        guard index + 2 < count else { return }
        let width = file.number(file.item(index + 2, of: list)) ?? 0
        let last = min(file.integer(second) ?? -1, 0xFFFF)
        if first >= 0, first <= last {
          for number in first...min(last, first + budget) { font.setWidth(width, of: number) }
          budget -= last - first + 1
        }
        index += 3
      }
    }
  }
}

extension PDFCompositeFont {
  fileprivate mutating func setWidth(_ width: Double, of number: Int) {
    guard (0...0xFFFF).contains(number) else { return }
    if number >= widths.count {
      widths.append(contentsOf: repeatElement(defaultWidth, count: number + 1 - widths.count))
    }
    widths[number] = Float(width / 1000)
  }
}
