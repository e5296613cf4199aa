import ContentTypes

/// What `text` is taken for in `encoding`, with or without a byte order mark.
func detect(
  _ text: String, _ encoding: TextEncoding = .utf8, hasMark: Bool = false, isWhole: Bool = true
) -> ContentType {
  detect(bytes(of: text, encoding, hasMark: hasMark), isWhole: isWhole)
}

func detect(_ bytes: [UInt8], isWhole: Bool = true) -> ContentType {
  ContentType.detect(head: bytes.span, isWhole: isWhole)
}

/// The bytes of `text`; in Windows-1252 only ASCII and U+00A0...U+00FF.
func bytes(of text: String, _ encoding: TextEncoding, hasMark: Bool = false) -> [UInt8] {
  let marked = hasMark ? "\u{FEFF}" + text : text
  return switch encoding {
  case .utf8: Array(marked.utf8)
  case .windows1252, .declared: text.unicodeScalars.map { UInt8($0.value) }
  case .utf16LE: marked.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case .utf16BE: marked.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  case .utf32LE: marked.unicodeScalars.flatMap { Array(units(of: $0.value).reversed()) }
  case .utf32BE: marked.unicodeScalars.flatMap { units(of: $0.value) }
  }
}

private func units(of scalar: UInt32) -> [UInt8] {
  [0, UInt8(scalar >> 16), UInt8(scalar >> 8 & 0xFF), UInt8(scalar & 0xFF)]
}
