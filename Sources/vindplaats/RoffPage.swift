/// Writes a page in the language of man(7).
struct RoffPage {
  private static let columnCount = 79

  private var lines: [String]

  init(title: String, version: String) {
    lines = [".TH \(title) 1 \"\" \"\(Self.escaped(version))\" \"User Commands\""]
  }

  /// The page, without a line end behind the last line.
  var text: String { lines.joined(separator: "\n") }

  mutating func section(_ title: String) {
    lines.append(".SH \(Self.escaped(title))")
  }

  mutating func subsection(_ title: String) {
    lines.append(".SS \(Self.escaped(title))")
  }

  mutating func paragraph(_ text: String) {
    if lines.last?.hasPrefix(".S") == false { lines.append(".PP") }
    lines += Self.folded(text)
  }

  /// How a command is called, on a line of its own.
  mutating func synopsis(_ usage: String) {
    if lines.last?.hasPrefix(".S") == false { lines.append(".br") }
    lines += Self.folded(usage)
  }

  mutating func entry(_ label: String, _ meaning: String) {
    lines += [".TP", ".B \(Self.escaped(label))"] + Self.folded(meaning)
  }

  mutating func example(_ command: String, _ meaning: String) {
    paragraph(meaning)
    lines += [".PP", ".RS 4", ".nf", Self.escaped(command), ".fi", ".RE"]
  }

  /// Text in lines of at most `columnCount` bytes, none of which begins as a request does.
  private static func folded(_ text: String) -> [String] {
    var lines: [String] = []
    for word in escaped(text).split(separator: " ") {
      if let last = lines.last, last.utf8.count + word.utf8.count < columnCount {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word.hasPrefix(".") ? "\\&" + word : String(word))
      }
    }
    return lines
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
  }
}
