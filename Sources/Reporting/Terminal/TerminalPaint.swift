/// Colours for a terminal, or none.
package struct TerminalPaint {
  /// What a piece of text is, rather than how it looks.
  package enum Role {
    case heading, warning, alarm, quiet
  }

  private let usesColour: Bool

  package init(usesColour: Bool) {
    self.usesColour = usesColour
  }

  package func callAsFunction(_ role: Role, _ text: String) -> String {
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
  package func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// The text with spaces behind it up to `width` characters.
  package func rightPadded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
