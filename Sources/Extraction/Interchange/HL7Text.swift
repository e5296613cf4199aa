/// The characters of values in an HL7 message, whose marks are written as escapes.
///
/// Source: HL7 2.4, 2.10: `\F\`, `\S\`, `\T\`, `\R\` and `\E\` stand for the marks, `\Xdd\` for bytes,
/// `\.br\` for a line break; other escapes are of how a text looks.
struct HL7Text {
  let separators: HL7Separators

  /// Appends `value` without its escapes; one that has no end stays as it is.
  func append(_ value: Span<UInt8>, to text: inout [UInt8]) {
    var position = 0
    while let escape = separators.escape, position < value.count {
      let start = value.position(of: escape, in: position..<value.count)
      text.append(value, position..<start)
      position = start
      guard start + 1 < value.count else { break }
      let end = value.position(of: escape, in: start + 1..<value.count)
      guard end < value.count, end - start <= Self.longestEscape else { break }
      appendMeaning(of: value.extracting(start + 1..<end), to: &text)
      position = end + 1
    }
    text.append(value, position..<value.count)
  }

  /// Longer ones hold text between two marks that mean themselves.
  private static let longestEscape = 66

  private func appendMeaning(of escape: Span<UInt8>, to text: inout [UInt8]) {
    guard !escape.isEmpty else { return }
    switch escape[0] {
    case UInt8(ascii: "F"): text.append(separators.field)
    case UInt8(ascii: "S"): text.append(separators.component)
    case UInt8(ascii: "R"): text.append(separators.repetition)
    case UInt8(ascii: "T"): separators.subcomponent.map { text.append($0) }
    case UInt8(ascii: "E"): separators.escape.map { text.append($0) }
    case UInt8(ascii: "."): text.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "X"):
      for position in stride(from: 1, to: escape.count - 1, by: 2) {
        guard let high = escape[position].hexDigit, let low = escape[position + 1].hexDigit else {
          return
        }
        let byte = high << 4 | low
        // A byte of another character set, or a control character.
        text.append((0x20..<0x7F).contains(byte) ? byte : UInt8(ascii: "\n"))
      }
    default: break
    }
  }
}
