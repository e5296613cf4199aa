/// Reads the encoding of Type 1 fonts, which stands before their encrypted part.
enum Type1Program {
  static func read(_ bytes: Span<UInt8>) -> FontProgram? {
    let limit = min(bytes.count, 64 << 10)
    let clear = bytes.extracting(0..<limit)
    guard let start = clear.position(of: "/Encoding", from: 0) else { return nil }
    var codes = [[UInt32]](repeating: [], count: 256)
    var tokens = PDFTokenizer()
    let encoding = clear.extracting(start + 9..<limit)
    var code: Int?
    for _ in 0..<4096 {
      switch tokens.next(in: encoding) {
      case .keyword(let range):
        let word = encoding.extracting(range)
        if word.equals("StandardEncoding") {
          return FontProgram(codes: FontEncodings.standard.map { $0 == 0 ? [] : [UInt32($0)] })
        }
        if word.equals("def") || word.equals("readonly") || word.equals("eexec") {
          return FontProgram(codes: codes)
        }
        code = nil
      case .number(let value): code = value >= 0 && value < 256 ? Int(value) : nil
      case .name(let range):
        if let code { codes[code] = GlyphNames.scalars(of: Array(encoding, range)) }
        code = nil
      case .end: return FontProgram(codes: codes)
      default: continue
      }
    }
    return FontProgram(codes: codes)
  }
}
