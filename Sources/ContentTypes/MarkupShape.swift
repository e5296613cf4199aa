/// The shape of XML and HTML.
enum MarkupShape {
  /// `.xml`, `.html` or a form of either where a document of that form begins at `start`; nil for neither.
  static func form(of text: Span<UInt8>, from start: Int) -> TextForm? {
    var position = start
    guard text[position] == UInt8(ascii: "<") else { return lateHTML(text) }
    var hasDeclaration = false
    while position < text.count, text[position] == UInt8(ascii: "<") {
      if text.hasIgnoringCase("<?xml", at: position) {
        hasDeclaration = true
        position = skip(text, past: "?>", from: position)
      } else if text.has("<?", at: position) {
        position = skip(text, past: "?>", from: position)
      } else if text.has("<!--", at: position) {
        position = skip(text, past: "-->", from: position)
      } else if text.hasIgnoringCase("<!doctype", at: position) {
        let name = text.skippingSpace(from: position + 9)
        if text.hasIgnoringCase("html", at: name) { return .html }
        return text.has("svg", at: name) ? .svg : .xml
      } else {
        break
      }
      position = text.skippingSpace(from: position)
    }
    if let element = elementName(text, at: position) {
      if let form = FlatOpenDocument.form(of: text, element) { return form }
      if let form = OfficeXML.form(of: text, element) { return form }
      if isDrawing(text, element) { return .svg }
      // An element of XML may be called `a` or `table` too, but hardly `html`.
      let isPage = element.count == 4 && text.hasIgnoringCase("html", at: element.lowerBound)
      if isPage || !hasDeclaration && isHTML(text, element) { return .html }
      if hasDeclaration || endsElements(text, from: element.upperBound) { return .xml }
    }
    return hasDeclaration ? .xml : lateHTML(text)
  }

  /// A page that something else precedes, such as the output of a program.
  private static func lateHTML(_ text: Span<UInt8>) -> TextForm? {
    let limit = min(text.count, 1024)
    var next = text.position(of: UInt8(ascii: "<"), in: 0..<limit)
    while next < limit {
      let position = next
      next = text.position(of: UInt8(ascii: "<"), in: position + 1..<limit)
      if text.hasIgnoringCase("<!doctype html", at: position) { return .html }
      if text.hasIgnoringCase("<html", at: position),
        position + 5 < text.count, !text[position + 5].isLetter
      {
        return .html
      }
    }
    return nil
  }

  /// Behind `mark`, or the end of the text.
  private static func skip(_ text: Span<UInt8>, past mark: StaticString, from start: Int) -> Int {
    for position in start..<text.count where text.has(mark, at: position) {
      return position + mark.utf8CodeUnitCount
    }
    return text.count
  }

  /// The name of the element that begins at `position`; nil where what follows is no tag.
  private static func elementName(_ text: Span<UInt8>, at position: Int) -> Range<Int>? {
    guard position + 1 < text.count, text[position] == UInt8(ascii: "<") else { return nil }
    let start = position + 1
    guard text[start].isLetter || text[start] == UInt8(ascii: "_") || text[start] >= 0x80 else {
      return nil
    }
    var end = start
    while end < text.count, isNameByte(text[end]) { end += 1 }
    guard end < text.count else { return nil }
    let isEnded =
      text[end].isSpace || text[end] == UInt8(ascii: ">") || text[end] == UInt8(ascii: "/")
    return isEnded ? start..<end : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }

  /// Whether an element is closed somewhere: what looks like one tag alone may be `<naam>` in text.
  private static func endsElements(_ text: Span<UInt8>, from start: Int) -> Bool {
    for position in start..<text.count where text[position] == UInt8(ascii: "/") {
      if text[position - 1] == UInt8(ascii: "<") || text.has("/>", at: position) { return true }
    }
    return false
  }

  /// Whether the element is `svg`, with or without a prefix.
  private static func isDrawing(_ text: Span<UInt8>, _ element: Range<Int>) -> Bool {
    let start = element.upperBound - 3
    guard start >= element.lowerBound, text.has("svg", at: start) else { return false }
    return start == element.lowerBound || text[start - 1] == UInt8(ascii: ":")
  }

  private static func isHTML(_ text: Span<UInt8>, _ element: Range<Int>) -> Bool {
    htmlNames.contains {
      $0.utf8CodeUnitCount == element.count && text.hasIgnoringCase($0, at: element.lowerBound)
    }
  }

  /// Elements that pages and parts of them begin with.
  private static let htmlNames: [StaticString] = [
    "html", "head", "body", "title", "meta", "link", "style", "script", "base", "table", "thead",
    "tbody", "tr", "td", "th", "div", "span", "p", "br", "hr", "a", "b", "i", "u", "em", "strong",
    "font", "center", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "img", "form",
    "input", "section", "article", "header", "footer", "nav", "main", "iframe", "pre", "frameset",
  ]
}
