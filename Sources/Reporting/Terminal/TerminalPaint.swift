/// Colours for a terminal, or none.
struct TerminalPaint {
  /// What a piece of text is, rather than how it looks.
  enum Role {
    case heading, warning, alarm, quiet
  }

  let usesColour: Bool

  func callAsFunction(_ role: Role, _ text: String) -> String {
    guard usesColour else { return text }
    let code =
      switch role {
      case .heading: "1"
      case .warning: "33"
      case .alarm: "31"
      case .quiet: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension String {
  /// The text with spaces before it up to `width` characters.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// The text with spaces behind it up to `width` characters.
  func rightPadded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
