/// A line of a script of SubStation Alpha as it lies in Matroska: eight fields, and the text behind them.
///
/// Source: RFC 9559's codec mappings, S_TEXT/ASS; Sub Station Alpha v4.00+ Script Format.
enum ScriptLine {
  /// Where the name of who speaks stands, and how many fields come before the text.
  private static let nameField = 3
  private static let fieldCount = 8

  /// The text, behind the name of who speaks where the line has one.
  static func caption(_ line: [UInt8]) -> [UInt8] {
    let bytes = line.span
    var start = 0
    var name: [UInt8] = []
    for field in 0..<fieldCount {
      let end = bytes.position(of: UInt8(ascii: ","), in: start..<line.count)
      // A line that has not these fields is a text.
      guard end < line.count else { return plain(bytes) }
      if field == nameField { name = MetadataText.trimmed(bytes.bytes(start..<end)) }
      start = end + 1
    }
    let text = plain(bytes.extracting(start...))
    return name.isEmpty ? text : name + ": ".utf8 + text
  }

  /// The text without what it says of its looks; `\N` ends a line.
  private static func plain(_ text: Span<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var position = 0
    while position < text.count {
      if let end = text.endOfOverride(at: position) {
        position = end
        continue
      }
      let isEscape = text[position] == UInt8(ascii: "\\") && position + 1 < text.count
      switch isEscape ? text[position + 1] : 0 {
      case UInt8(ascii: "N"), UInt8(ascii: "n"): plain.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "h"): plain.append(UInt8(ascii: " "))
      default:
        plain.append(text[position])
        position += 1
        continue
      }
      position += 2
    }
    return plain
  }
}
