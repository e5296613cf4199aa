extension TextForm {
  /// How the text is built that `head` is the beginning of.
  static func detect(_ head: Span<UInt8>, _ encoding: TextEncoding, isWhole: Bool) -> TextForm {
    switch encoding {
    case .utf8, .windows1252, .declared:
      let start = head.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
      return detect(head.extracting(start...), isWhole: isWhole)
    case .utf16LE: return detect(narrow(head, 2, at: 0).span, isWhole: isWhole)
    case .utf16BE: return detect(narrow(head, 2, at: 1).span, isWhole: isWhole)
    case .utf32LE: return detect(narrow(head, 4, at: 0).span, isWhole: isWhole)
    case .utf32BE: return detect(narrow(head, 4, at: 3).span, isWhole: isWhole)
    }
  }

  private static func detect(_ text: Span<UInt8>, isWhole: Bool) -> TextForm {
    let start = text.skippingSpace(from: 0)
    guard start < text.count else { return .running }
    if text.has("{\\rtf", at: start) { return .rtf }
    if text.hasIgnoringCase("begin:vcard", at: start) { return .vcard }
    if text.hasIgnoringCase("begin:vcalendar", at: start) { return .ical }
    if isMessage(text, at: start) { return .running }
    if VektisShape.fits(text, isWhole: isWhole) { return .vektis }
    if MailShape.isMailbox(text) { return .mbox }
    if MailShape.isMessage(text, isWhole: isWhole) { return .mail }
    if isLDIF(text) { return .ldif }
    if let form = MarkupShape.form(of: text, from: start) { return form }
    if let form = JSONShape.form(of: text, from: start, isWhole: isWhole) { return form }
    if SQLShape.fits(text) { return .sql }
    if let delimiter = TableShape.delimiter(of: text, isWhole: isWhole) {
      return .delimited(delimiter)
    }
    return .running
  }

  /// A byte for every unit of `width` bytes: ASCII as it is, 0x80 for all others.
  ///
  /// `low` is the place of the lowest byte in a unit.
  private static func narrow(_ head: Span<UInt8>, _ width: Int, at low: Int) -> [UInt8] {
    var narrowed: [UInt8] = []
    narrowed.reserveCapacity(head.count / width)
    for unit in 0..<head.count / width {
      let start = unit * width
      var isASCII = head[start + low] < 0x80
      for offset in 0..<width where offset != low && head[start + offset] != 0 { isASCII = false }
      narrowed.append(isASCII ? head[start + low] : 0x80)
    }
    // A byte order mark is one unit.
    if narrowed.first == 0x80, head[low] == 0xFF { narrowed.removeFirst() }
    return narrowed
  }

  /// A message of HL7 version 2 (also in its envelope for transport, which begins with a vertical
  /// tab) or of EDIFACT: its segments have a different number of parts each.
  ///
  /// Source: HL7 2.4, chapter 2; ISO 9735.
  private static func isMessage(_ text: Span<UInt8>, at start: Int) -> Bool {
    let first = text[start] == 0x0B ? start + 1 : start
    let names: [StaticString] = ["MSH|", "FHS|", "BHS|", "UNA:+", "UNB+"]
    return names.contains { text.has($0, at: first) }
  }

  /// LDIF: `dn:` or `version: 1` on the first line that is no comment.
  ///
  /// Source: RFC 2849.
  private static func isLDIF(_ text: Span<UInt8>) -> Bool {
    var start = 0
    while start < text.count {
      let end = text.lineEnd(from: start)
      let line = text.trimming(start..<end)
      if !line.isEmpty && text[line.lowerBound] != UInt8(ascii: "#") {
        if text.hasIgnoringCase("dn:", at: line.lowerBound) {
          return line.contains { text[$0] == UInt8(ascii: "=") }
            || text.has("::", at: line.lowerBound + 2)
        }
        guard text.hasIgnoringCase("version: 1", at: line.lowerBound), line.count == 10 else {
          return false
        }
      }
      start = end + 1
    }
    return false
  }
}
