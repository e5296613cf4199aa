package import ScanModel

/// Text from outside made safe for a line that people read.
package enum TerminalText {
  /// The path as it is, or as `$'…'` where it holds what cannot be shown.
  ///
  /// Control, format and bidirectional characters and bytes that are not UTF-8 are escaped the way
  /// `ls` does, so that the shell takes the text back to the same bytes.
  package static func path(_ path: FilePath) -> String {
    quoted(path.bytes)
  }

  /// The text with control, format and bidirectional characters escaped; the rest as it is.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isDeceptive) else { return text }
    return text.unicodeScalars.reduce(into: "") { visible, scalar in
      if scalar.isDeceptive {
        visible += scalar.visibleEscape
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !text.hasPrefix("$'"),
      !text.unicodeScalars.contains(where: \.isDeceptive)
    {
      return text
    }
    return "$'" + escaped(bytes) + "'"
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    var text = ""
    var rest = bytes[...]
    while let byte = rest.first {
      if let scalar = firstScalar(of: rest) {
        rest = rest.dropFirst(UTF8.width(scalar))
        switch scalar {
        case "'", "\\": text += "\\" + String(scalar)
        case _ where scalar.isDeceptive: text += scalar.visibleEscape
        default: text.unicodeScalars.append(scalar)
        }
      } else {
        // Not UTF-8, so 0x80 or more: always three octal digits.
        text += "\\" + String(byte, radix: 8)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// The scalar that the bytes begin with, nil where they begin with none.
  private static func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    for width in 1...min(4, bytes.count) {
      if let text = String(validating: bytes.prefix(width), as: UTF8.self) {
        return text.unicodeScalars.first
      }
    }
    return nil
  }
}
