/// A text as Swift source.
struct SwiftLiteral {
  /// One line, with its quotes.
  let source: String

  init(_ text: String) {
    var source = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": source += "\\\(scalar)"
      case "\0"..<" ", "\u{7F}": source += "\\u{\(String(scalar.value, radix: 16))}"
      default: source.unicodeScalars.append(scalar)
      }
    }
    self.source = source + "\""
  }
}
