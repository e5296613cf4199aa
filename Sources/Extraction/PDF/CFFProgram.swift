/// Reads the names of glyphs and the encoding of CFF fonts.
///
/// Source: Adobe Technical Note 5176.
struct CFFProgram {
  /// Where an item of an index lies.
  private typealias Index = (items: [Range<Int>], end: Int)

  private var strings: [Range<Int>] = []
  private var charsetOffset = 0
  private var encodingOffset = 0
  private var glyphsOffset = 0
  private var isCIDKeyed = false

  static func read(_ bytes: Span<UInt8>) -> FontProgram? {
    var program = CFFProgram()
    return program.read(bytes)
  }

  private mutating func read(_ bytes: Span<UInt8>) -> FontProgram? {
    guard bytes.count > 4, let names = index(Int(bytes[2]), in: bytes),
      let tops = index(names.end, in: bytes), let top = tops.items.first,
      let strings = index(tops.end, in: bytes)
    else { return nil }
    self.strings = strings.items
    readTop(bytes, top)
    guard let glyphs = index(glyphsOffset, in: bytes, countOnly: true), !isCIDKeyed else {
      return nil
    }
    let standard = CFFProgram.standardStrings()
    let charset = charset(of: glyphs.end, in: bytes)
    var program = FontProgram()
    var characters: [[UInt32]] = []
    for name in charset {
      let scalars = scalars(of: name, in: bytes, standard)
      characters.append(scalars)
      program.glyphs.append(scalars.first ?? 0)
    }
    program.codes = codes(characters, in: bytes, standard)
    return program
  }

  private mutating func readTop(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    var operand = 0
    while position < range.upperBound {
      let byte = Int(bytes[position])
      position += 1
      switch byte {
      case 12:
        if position < range.upperBound, bytes[position] == 30 { isCIDKeyed = true }
        position += 1
      case 15: charsetOffset = operand
      case 16: encodingOffset = operand
      case 17: glyphsOffset = operand
      case 28:
        operand = bytes.unsigned16(at: position)
        position += 2
      case 29:
        operand = bytes.unsigned32(at: position)
        position += 4
      case 30:
        while position < range.upperBound, bytes[position] & 0x0F != 0x0F { position += 1 }
        position += 1
      case 32...246: operand = byte - 139
      case 247...250:
        operand = (byte - 247) * 256 + (position < bytes.count ? Int(bytes[position]) : 0) + 108
        position += 1
      case 251...254: position += 1
      default: continue
      }
    }
  }

  /// The index at `offset`; with `countOnly` its number of items stands in `end`.
  private func index(_ offset: Int, in bytes: Span<UInt8>, countOnly: Bool = false) -> Index? {
    guard offset > 0, offset < bytes.count - 1 else { return nil }
    let count = bytes.unsigned16(at: offset)
    if countOnly { return ([], count) }
    guard count > 0 else { return ([], offset + 2) }
    guard offset + 2 < bytes.count else { return nil }
    let size = Int(bytes[offset + 2])
    guard (1...4).contains(size), offset + 3 + (count + 1) * size <= bytes.count else { return nil }
    let base = offset + 2 + (count + 1) * size
    var items: [Range<Int>] = []
    var start = 0
    for item in 0...count {
      var value = 0
      for byte in 0..<size { value = value << 8 | Int(bytes[offset + 3 + item * size + byte]) }
      let end = base + value
      guard end <= bytes.count else { return nil }
      if item > 0 {
        guard start <= end else { return nil }
        items.append(start..<end)
      }
      start = end
    }
    return (items, start)
  }

  /// The numbers of the names of the glyphs.
  private func charset(of glyphCount: Int, in bytes: Span<UInt8>) -> [Int] {
    guard charsetOffset > 2 else { return Array(0..<min(glyphCount, 229)) }
    guard charsetOffset < bytes.count else { return [] }
    var names = [0]
    var position = charsetOffset + 1
    let format = bytes[charsetOffset]
    while names.count < glyphCount, position + 1 < bytes.count {
      let first = bytes.unsigned16(at: position)
      position += 2
      var left = 0
      if format == 1 {
        left = position < bytes.count ? Int(bytes[position]) : 0
        position += 1
      } else if format == 2 {
        left = bytes.unsigned16(at: position)
        position += 2
      }
      for offset in 0...left where names.count < glyphCount { names.append(first + offset) }
    }
    return names
  }

  private func codes(
    _ characters: [[UInt32]], in bytes: Span<UInt8>, _ standard: [[UInt8]]
  ) -> [[UInt32]] {
    guard encodingOffset > 1, encodingOffset + 1 < bytes.count else {
      let table = encodingOffset == 1 ? FontEncodings.macExpert : FontEncodings.standard
      return table.map { $0 == 0 ? [] : [UInt32($0)] }
    }
    var codes = [[UInt32]](repeating: [], count: 256)
    let format = bytes[encodingOffset] & 0x7F
    let count = Int(bytes[encodingOffset + 1])
    var position = encodingOffset + 2
    var glyph = 1
    for _ in 0..<count where position < bytes.count {
      let first = Int(bytes[position])
      position += 1
      var left = 0
      if format == 1 {
        left = position < bytes.count ? Int(bytes[position]) : 0
        position += 1
      }
      for code in first...first + left {
        if code < 256, glyph < characters.count { codes[code] = characters[glyph] }
        glyph += 1
      }
    }
    if bytes[encodingOffset] & 0x80 != 0, position < bytes.count {
      addSupplement(at: position, in: bytes, standard, to: &codes)
    }
    return codes
  }

  /// Adds the codes that glyphs have beside their first, each with the number of its name.
  private func addSupplement(
    at start: Int, in bytes: Span<UInt8>, _ standard: [[UInt8]], to codes: inout [[UInt32]]
  ) {
    var position = start + 1
    for _ in 0..<bytes[start] where position + 2 < bytes.count {
      let name = bytes.unsigned16(at: position + 1)
      codes[Int(bytes[position])] = scalars(of: name, in: bytes, standard)
      position += 3
    }
  }

  private func scalars(
    of name: Int, in bytes: Span<UInt8>, _ standard: [[UInt8]]
  ) -> [UInt32] {
    if name < standard.count { return GlyphNames.scalars(of: standard[name]) }
    guard name - standard.count < strings.count else { return [] }
    return GlyphNames.scalars(of: Array(bytes, strings[name - standard.count]))
  }

  private static func standardStrings() -> [[UInt8]] {
    CFFStandardStrings.entries.utf8.split(separator: UInt8(ascii: ";")).map { Array($0) }
  }
}
