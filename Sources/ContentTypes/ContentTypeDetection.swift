extension ContentType {
  /// How many of the first bytes detection looks at, at most.
  package static let headByteCount = 64 << 10

  /// Tells what content is from its first bytes.
  ///
  /// `head` holds the first 64 KB at most, and `isWhole` says whether they are all there is. A
  /// byte order mark decides first, then the marks of binary formats, then the share of bytes
  /// that no text has; how a text is built is read from its first lines.
  package static func detect(head: Span<UInt8>, isWhole: Bool) -> ContentType {
    guard !head.isEmpty else { return .empty }
    if BinaryType.isPDF(head) { return .binary(.pdf) }
    if let encoding = TextEncoding.marked(in: head) {
      return .text(TextForm.detect(head, encoding, isWhole: isWhole), encoding)
    }
    if let type = BinaryType.marked(in: head) { return .binary(type) }
    if BinaryType.isPDFBehindText(head) { return .binary(.pdf) }
    if let encoding = TextEncoding.unmarked(in: head, isWhole: isWhole) {
      let form = TextForm.detect(head, encoding, isWhole: isWhole)
      return .text(form, TextEncoding.declared(in: head, form: form) ?? encoding)
    }
    // Pictures in RTF may be bytes as they are.
    if head.has("{\\rtf", at: 0) { return .text(.rtf, .windows1252) }
    if let type = declared(head, isWhole: isWhole) { return type }
    let type = BinaryType.unmarked(in: head)
    if type == .unknown, let encoding = TextEncoding.betweenHoles(in: head, isWhole: isWhole) {
      return .text(TextForm.detect(head, encoding, isWhole: isWhole), encoding)
    }
    return .binary(type)
  }

  /// A page in a character set that it names itself, or mail, whose parts may hold any bytes; nil
  /// for everything else that does not look like text.
  private static func declared(_ head: Span<UInt8>, isWhole: Bool) -> ContentType? {
    let start = head.skippingSpace(from: 0)
    guard start < head.count else { return nil }
    if MailShape.isMailbox(head) { return .text(.mbox, .utf8) }
    if MailShape.isMessage(head, isWhole: isWhole) { return .text(.mail, .utf8) }
    guard head[start] == UInt8(ascii: "<"), let form = MarkupShape.form(of: head, from: start),
      let encoding = TextEncoding.declared(in: head, form: form)
    else { return nil }
    return .text(form, encoding)
  }
}
