/// Reads which characters and codes the glyphs of TrueType and OpenType fonts belong to.
struct TrueTypeProgram {
  private var characterMaps: [(platform: Int, encoding: Int, offset: Int)] = []
  private var tables: [Int: Range<Int>] = [:]

  private static let cmap = 0x636D_6170
  private static let post = 0x706F_7374
  private static let cff = 0x4346_4620

  static func read(_ bytes: Span<UInt8>) -> FontProgram? {
    var program = TrueTypeProgram()
    return program.read(bytes)
  }

  private mutating func read(_ bytes: Span<UInt8>) -> FontProgram? {
    findTables(in: bytes)
    var program = FontProgram()
    if let range = tables[Self.cff] { program = CFFProgram.read(bytes.extracting(range)) ?? program }
    if let range = tables[Self.cmap] { findMaps(in: bytes, range) }
    readCharacters(in: bytes, into: &program)
    readNames(in: bytes, into: &program)
    if program.codes.isEmpty { readCodes(in: bytes, into: &program) }
    return program
  }

  private mutating func findTables(in bytes: Span<UInt8>) {
    let start = bytes.unsigned32(at: 0) == 0x7474_6366 ? bytes.unsigned32(at: 12) : 0
    for index in 0..<min(64, bytes.unsigned16(at: start + 4)) {
      let entry = start + 12 + 16 * index
      let offset = bytes.unsigned32(at: entry + 8)
      guard offset < bytes.count else { continue }
      let end = min(bytes.count, offset + bytes.unsigned32(at: entry + 12))
      tables[bytes.unsigned32(at: entry)] = offset..<end
    }
  }

  private mutating func findMaps(in bytes: Span<UInt8>, _ range: Range<Int>) {
    for index in 0..<min(32, bytes.unsigned16(at: range.lowerBound + 2)) {
      let entry = range.lowerBound + 4 + 8 * index
      characterMaps.append(
        (
          bytes.unsigned16(at: entry), bytes.unsigned16(at: entry + 2),
          range.lowerBound + bytes.unsigned32(at: entry + 4)
        ))
    }
  }

  private func readCharacters(in bytes: Span<UInt8>, into program: inout FontProgram) {
    for map in characterMaps
    where map.platform == 0 || (map.platform == 3 && (map.encoding == 1 || map.encoding == 10)) {
      visit(map.offset, in: bytes) { code, glyph in
        guard !(0xE000...0xF8FF).contains(code), code >= 0x20 else { return }
        program.name(glyph, UInt32(code))
      }
    }
  }

  private func readNames(in bytes: Span<UInt8>, into program: inout FontProgram) {
    guard let range = tables[Self.post], bytes.unsigned32(at: range.lowerBound) == 0x0002_0000
    else { return }
    let table = bytes.extracting(range)
    let count = table.unsigned16(at: 32)
    var names: [Range<Int>] = []
    var position = 34 + 2 * count
    while position < table.count {
      let end = position + 1 + Int(table[position])
      guard end <= table.count else { break }
      names.append(position + 1..<end)
      position = end
    }
    for glyph in 0..<count {
      let number = table.unsigned16(at: 34 + 2 * glyph) - 258
      guard number >= 0, number < names.count else { continue }
      if glyph < program.glyphs.count, program.glyphs[glyph] != 0 { continue }
      if let scalar = GlyphNames.scalar(of: Array(table, names[number])) {
        program.name(glyph, scalar)
      }
    }
  }

  /// Reads the encoding of a symbolic font.
  private func readCodes(in bytes: Span<UInt8>, into program: inout FontProgram) {
    let symbols = characterMaps.first { $0.platform == 3 && $0.encoding == 0 }
    let roman = characterMaps.first { $0.platform == 1 && $0.encoding == 0 }
    guard let map = symbols ?? roman else { return }
    var codes = [[UInt32]](repeating: [], count: 256)
    let glyphs = program.glyphs
    visit(map.offset, in: bytes) { code, glyph in
      let code = code & 0xFF00 == 0xF000 ? code & 0xFF : code
      guard code < 256 else { return }
      if glyph < glyphs.count, glyphs[glyph] != 0 {
        codes[code] = [glyphs[glyph]]
      } else {
        // The usual producers keep the code of the character.
        let table = symbols != nil ? FontEncodings.winAnsi : FontEncodings.macRoman
        if table[code] != 0 { codes[code] = [UInt32(table[code])] }
      }
    }
    program.codes = codes
  }

  /// Calls `body` with each code of a character map and its glyph.
  private func visit(_ start: Int, in bytes: Span<UInt8>, _ body: (Int, Int) -> Void) {
    switch bytes.unsigned16(at: start) {
    case 0:
      for code in 0..<256 where start + 6 + code < bytes.count {
        let glyph = Int(bytes[start + 6 + code])
        if glyph != 0 { body(code, glyph) }
      }
    case 4: visitSegments(start, in: bytes, body)
    case 6:
      let first = bytes.unsigned16(at: start + 6)
      for index in 0..<bytes.unsigned16(at: start + 8) {
        let glyph = bytes.unsigned16(at: start + 10 + 2 * index)
        if glyph != 0 { body(first + index, glyph) }
      }
    case 12:
      var budget = 1 << 17
      for group in 0..<min(1 << 16, bytes.unsigned32(at: start + 12)) {
        let entry = start + 16 + 12 * group
        let first = bytes.unsigned32(at: entry)
        let last = bytes.unsigned32(at: entry + 4)
        guard entry < bytes.count, first <= last, last - first < budget, last < 0x11_0000 else {
          return
        }
        budget -= last - first + 1
        let glyph = bytes.unsigned32(at: entry + 8)
        for code in first...last { body(code, glyph + code - first) }
      }
    default: return
    }
  }

  private func visitSegments(_ start: Int, in bytes: Span<UInt8>, _ body: (Int, Int) -> Void) {
    let double = bytes.unsigned16(at: start + 6) & ~1
    var budget = 1 << 17
    for offset in stride(from: 0, to: double, by: 2) {
      let last = bytes.unsigned16(at: start + 14 + offset)
      let first = bytes.unsigned16(at: start + 16 + double + offset)
      let delta = bytes.unsigned16(at: start + 16 + 2 * double + offset)
      let rangePosition = start + 16 + 3 * double + offset
      let rangeOffset = bytes.unsigned16(at: rangePosition)
      guard first <= last, first != 0xFFFF, last - first < budget else { continue }
      budget -= last - first + 1
      for code in first...last {
        var glyph = code
        if rangeOffset != 0 {
          glyph = bytes.unsigned16(at: rangePosition + rangeOffset + 2 * (code - first))
          if glyph == 0 { continue }
        }
        glyph = (glyph + delta) & 0xFFFF
        if glyph != 0 { body(code, glyph) }
      }
    }
  }
}

extension FontProgram {
  /// Says which character a glyph shows, unless that is known.
  fileprivate mutating func name(_ glyph: Int, _ scalar: UInt32) {
    guard glyph > 0, glyph < 65_536 else { return }
    if glyph >= glyphs.count {
      glyphs.append(contentsOf: repeatElement(0, count: glyph + 1 - glyphs.count))
    }
    if glyphs[glyph] == 0 { glyphs[glyph] = scalar }
  }
}
