/// The shape of OpenDocument as one XML document.
enum FlatOpenDocument {
  /// The form of a document whose root is `element`; nil where that is none of OpenDocument.
  ///
  /// Source: OpenDocument 1.3, part 3, 3.1.2 and 19.381.
  static func form(of text: Span<UInt8>, _ element: Range<Int>) -> TextForm? {
    guard isDocument(text, element) else { return nil }
    let end = text.position(of: UInt8(ascii: ">"), in: element.upperBound..<text.count)
    var hasNamespace = false
    var form: TextForm?
    var position = element.upperBound
    while position < end {
      let start = text.position(of: UInt8(ascii: ":"), in: position..<end) + 1
      if text.has("oasis:names:tc:opendocument:xmlns:office:", at: start) { hasNamespace = true }
      if text.has("mimetype=", at: start) { form = kind(text, at: start + 10) }
      position = start
    }
    return hasNamespace ? form ?? .fodt : nil
  }

  private static func isDocument(_ text: Span<UInt8>, _ element: Range<Int>) -> Bool {
    let start = element.upperBound - 8
    guard start >= element.lowerBound, text.has("document", at: start) else { return false }
    return start == element.lowerBound || text[start - 1] == UInt8(ascii: ":")
  }

  /// The form that a media type stands for; nil for one that is not OpenDocument.
  private static func kind(_ text: Span<UInt8>, at start: Int) -> TextForm? {
    guard text.has("application/vnd.oasis.opendocument.", at: start) else { return nil }
    let kinds: [(StaticString, TextForm)] = [
      ("text", .fodt), ("spreadsheet", .fods), ("presentation", .fodp), ("graphics", .fodg),
    ]
    return kinds.first { text.has($0.0, at: start + 35) }?.1
  }
}
