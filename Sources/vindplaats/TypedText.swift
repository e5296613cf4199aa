internal import Glibc
internal import Reporting
internal import ScanModel

/// Arguments of the command line as text that keeps every byte.
///
/// The argument parser works on text, and names on a share need not be UTF-8. A byte that is no part
/// of a character stands in the text as the private scalar U+10FE00 + byte; a scalar of that range
/// that was typed stands there as its four bytes.
enum TypedText {
  private static let firstScalarValue: UInt32 = 0x10FE00

  /// All arguments behind the name of the program.
  static var arguments: [String] {
    (1..<max(Int(CommandLine.argc), 1)).compactMap { index in
      CommandLine.unsafeArgv[index].map { typed in
        text(of: (0..<strlen(typed)).map { UInt8(bitPattern: typed[$0]) })
      }
    }
  }

  static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { byte(behind: $0) != nil })
    {
      return text
    }
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      if let scalar = firstScalar(of: rest), byte(behind: scalar) == nil {
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        Unicode.Scalar(firstScalarValue + UInt32(first)).map { text.unicodeScalars.append($0) }
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// The bytes that were typed.
  static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      byte(behind: scalar).map { [$0] } ?? Array(String(scalar).utf8)
    }
  }

  static func path(_ text: String) -> FilePath {
    FilePath(bytes(of: text))
  }

  /// The text for a line that people read: nothing in it moves a terminal, and bytes that are not
  /// UTF-8 are escaped as `\377`.
  static func visible(_ text: String) -> String {
    TerminalText.text(text).unicodeScalars.reduce(into: "") { visible, scalar in
      if let byte = byte(behind: scalar) {
        visible += "\\" + String(byte, radix: 8)
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
  }

  private static func byte(behind scalar: Unicode.Scalar) -> UInt8? {
    guard (firstScalarValue + 0x80...firstScalarValue + 0xFF).contains(scalar.value) else {
      return nil
    }
    return UInt8(scalar.value - firstScalarValue)
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
