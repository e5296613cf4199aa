/// What an embedded font says about the characters of its codes and glyphs.
struct FontProgram {
  /// The characters of the codes 0 to 255; empty where the font has no encoding of its own.
  var codes: [[UInt32]] = []
  /// The character of each glyph by number, 0 for none.
  var glyphs: [UInt32] = []

  /// Reads a font of any kind.
  static func read(_ bytes: [UInt8]) -> FontProgram? {
    let bytes = bytes.span
    guard bytes.count > 4 else { return nil }
    switch bytes.unsigned32(at: 0) {
    case 0x0001_0000, 0x7472_7565, 0x7474_6366, 0x4F54_544F: return TrueTypeProgram.read(bytes)
    default: break
    }
    if bytes[0] == 1, bytes[1] == 0 { return CFFProgram.read(bytes) }
    return Type1Program.read(bytes)
  }
}

extension Span<UInt8> {
  /// The big-endian number at `position`; 0 where there are not as many bytes.
  func unsigned16(at position: Int) -> Int {
    guard position >= 0, position < count - 1 else { return 0 }
    return Int(self[position]) << 8 | Int(self[position &+ 1])
  }

  func unsigned32(at position: Int) -> Int {
    unsigned16(at: position) << 16 | unsigned16(at: position &+ 2)
  }
}
