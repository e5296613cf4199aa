extension TextForm {
  /// How the text is built that `head` is the beginning of.
  static func detect(_ head: Span<UInt8>, _ encoding: TextEncoding, isWhole: Bool) -> TextForm {
    switch encoding {
    case .utf8, .windows1252, .declared:
      let start = head.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
      let text = head.extracting(start...)
      guard ControlSequences.occur(in: text) else { return detect(text, isWhole: isWhole) }
      var plain = text.withUnsafeBufferPointer { Array($0) }
      var sequences = ControlSequences()
      sequences.remove(from: &plain, startingAt: 0)
      return detect(plain.span, isWhole: isWhole)
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
    if isHL7(text, at: start) { return .hl7 }
    if isEDIFACT(text, at: start) { return .edifact }
    if VektisShape.fits(text, isWhole: isWhole) { return .vektis }
    if MailShape.isMailbox(text) { return .mbox }
    if MailShape.isMessage(text, isWhole: isWhole) { return .mail }
    if isLDIF(text) { return .ldif }
    let isLog = LogShape.fits(text)
    if !isLog, ChatShape.fits(text) { return .chat }
    if let form = MarkupShape.form(of: text, from: start) { return form }
    if let form = JSONShape.form(of: text, from: start, isWhole: isWhole) { return form }
    if SQLShape.fits(text) { return .sql }
    if let delimiter = TableShape.delimiter(of: text, isLog: isLog, isWhole: isWhole) {
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

  /// Messages of HL7 version 2, also in their envelope for transport, which begins with a vertical tab.
  ///
  /// Source: HL7 2.4, chapter 2.
  private static func isHL7(_ text: Span<UInt8>, at start: Int) -> Bool {
    let first = text[start] == 0x0B ? start + 1 : start
    let names: [StaticString] = ["MSH", "FHS", "BHS"]
    guard first + 4 < text.count, names.contains(where: { text.has($0, at: first) }) else {
      return false
    }
    let separator = text[first + 3]
    var end = first + 4
    while end < text.count, text[end].isMark, text[end] != separator { end += 1 }
    return separator.isMark && (2...5).contains(end - first - 4) && end < text.count
      && text[end] == separator
  }

  /// Messages of EDIFACT.
  ///
  /// Source: ISO 9735.
  private static func isEDIFACT(_ text: Span<UInt8>, at start: Int) -> Bool {
    if text.has("UNB+", at: start) { return true }
    guard text.has("UNA", at: start), start + 9 < text.count else { return false }
    return text.has("UNB", at: text.skippingSpace(from: start + 9))
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

extension UInt8 {
  /// A printable character of ASCII that is no letter, digit or space.
  fileprivate var isMark: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
