extension TextEncoding {
  /// The rare encoding that a page or an XML document says it is in; nil where it says none, or is
  /// plainly UTF-8.
  ///
  /// Source: XML 1.0, 4.3.3; HTML, 13.2.3.2.
  static func declared(in head: Span<UInt8>, form: TextForm) -> TextEncoding? {
    guard form == .html || form.isXML, let name = declaredName(head, form),
      case .declared(let charset)? = named(head, name)
    else { return nil }
    let shape = UTF8Shape(head, isWhole: false)
    let isUTF8 = shape.strayCount == 0 && shape.characterCount >= 4
    return isUTF8 && !charset.isStateful ? nil : .declared(charset)
  }

  /// The encoding that the bytes of a text look like; nil where they are no text.
  package static func detected(in text: Span<UInt8>) -> TextEncoding? {
    guard !text.isEmpty else { return nil }
    return marked(in: text) ?? unmarked(in: text, isWhole: true)
  }

  /// The character set that the bytes of a page name themselves; nil for none.
  package static func ofPage(_ page: Span<UInt8>) -> TextEncoding? {
    declared(in: page.extracting(..<min(page.count, ContentType.headByteCount)), form: .html)
  }

  private static func declaredName(_ head: Span<UInt8>, _ form: TextForm) -> Range<Int>? {
    let start = head.skippingSpace(from: 0)
    if head.hasIgnoringCase("<?xml", at: start) {
      let end = head.position(of: UInt8(ascii: ">"), in: start..<head.count)
      if let name = value(of: "encoding", in: head, start..<end) { return name }
    }
    guard form == .html else { return nil }
    var position = head.position(of: UInt8(ascii: "<"), in: start..<head.count)
    while position < head.count {
      if head.hasIgnoringCase("<meta", at: position) {
        let end = head.position(of: UInt8(ascii: ">"), in: position..<head.count)
        if let name = value(of: "charset", in: head, position..<end) { return name }
      } else if head.hasIgnoringCase("<body", at: position) {
        return nil
      }
      position = head.position(of: UInt8(ascii: "<"), in: position + 1..<head.count)
    }
    return nil
  }

  /// What stands behind `name` and `=` in `range`, without quotes.
  private static func value(
    of name: StaticString, in head: Span<UInt8>, _ range: Range<Int>
  ) -> Range<Int>? {
    for position in range where head.hasIgnoringCase(name, at: position) {
      var start = head.skippingSpace(from: position + name.utf8CodeUnitCount)
      guard start < range.upperBound, head[start] == UInt8(ascii: "=") else { continue }
      start = head.skippingSpace(from: start + 1)
      while start < range.upperBound, head[start].isQuote { start += 1 }
      var end = start
      while end < range.upperBound, !head[end].isQuote, !head[end].isSpace,
        head[end] != UInt8(ascii: ";"), head[end] != UInt8(ascii: "/")
      {
        end += 1
      }
      return start < end ? start..<end : nil
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
}
