/// Takes the text out of a header or footer of a sheet, which is mixed with codes.
///
/// Source: MS-XLS 2.4.136 and ECMA-376, part 1, 18.3.1.46 (firstHeader): `&` begins a code.
enum PageMarginText {
  /// The texts on the left, in the middle and on the right; `code` is valid UTF-8, and so are they.
  static func texts(_ code: [UInt8]) -> [[UInt8]] {
    var texts: [[UInt8]] = [[]]
    var position = 0
    while position < code.count {
      let byte = code[position]
      position += 1
      guard byte == UInt8(ascii: "&"), position < code.count else {
        texts[texts.count - 1].append(byte)
        continue
      }
      let letter = code[position]
      position += 1
      switch letter {
      case UInt8(ascii: "&"): texts[texts.count - 1].append(letter)
      case UInt8(ascii: "L"), UInt8(ascii: "C"), UInt8(ascii: "R"): texts.append([])
      case UInt8(ascii: "\""):
        while position < code.count, code[position] != UInt8(ascii: "\"") { position += 1 }
        position += 1
      case UInt8(ascii: "K"):
        let end = min(position + 6, code.count)
        while position < end, code[position] < 0x80 { position += 1 }
      case 0x30...0x39:
        while position < code.count, (0x30...0x39).contains(code[position]) { position += 1 }
      // No code is outside of ASCII: that is text, of which no byte may go.
      case 0x80...: texts[texts.count - 1].append(letter)
      default: break
      }
    }
    return texts.filter { !$0.isEmpty }
  }

  /// The texts one below the other.
  static func text(_ code: [UInt8]) -> [UInt8] {
    Array(texts(code).joined(separator: [0x0A]))
  }
}
