extension Unicode.Scalar {
  /// Whether a reader would not see it for what it is, or a terminal would obey it.
  ///
  /// Control characters (C0, DEL, C1), format characters (bidirectional overrides, zero-width,
  /// soft hyphen, tags) and the separators of lines and paragraphs.
  var isDeceptive: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    // The letters of Latin hold one of them, the soft hyphen.
    if (0xA0..<0x300).contains(value) { return value == 0xAD }
    // Dashes, quotation marks and the bullets of masks.
    if (0x2010..<0x2028).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// `\n`, `\033`, `\u202e`, `\U000e0001`: as the shell writes it between `$'` and `'`.
  var visibleEscape: String {
    switch value {
    case 0x07: "\\a"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0B: "\\v"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    case ..<0x80: "\\" + padded(radix: 8, width: 3)
    case ..<0x10000: "\\u" + padded(radix: 16, width: 4)
    default: "\\U" + padded(radix: 16, width: 8)
    }
  }

  private func padded(radix: Int, width: Int) -> String {
    let digits = String(value, radix: radix)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
