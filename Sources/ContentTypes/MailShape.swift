/// The shape of mail: a block of headers before an empty line.
///
/// Source: RFC 5322, 2.2; RFC 4155 for mailboxes.
enum MailShape {
  /// Messages one after the other, each behind a line `From …`.
  static func isMailbox(_ text: Span<UInt8>) -> Bool {
    guard text.has("From ", at: 0) else { return false }
    let next = text.lineEnd(from: 0) + 1
    return headerNameEnd(text, next..<text.lineEnd(from: next)) != nil
  }

  /// One message, or one part of a message.
  ///
  /// Every line of the first block is a header or the rest of one, and at least two are well known; or five
  /// are, before a line that is none or around one. A part begins with its type, and says how it is encoded
  /// or what stands between its parts.
  static func isMessage(_ text: Span<UInt8>, isWhole: Bool) -> Bool {
    var known: Set<Int> = []
    var hasOther = false
    var isPart = false
    let first = lengthLineEnd(text)
    var start = first
    while start < text.count {
      let end = text.lineEnd(from: start)
      let line = text.trimming(start..<end)
      if line.isEmpty { break }
      if start == first || !text[start].isSpace {
        // The end of the head may cut the last line.
        if end == text.count && !isWhole { break }
        if let nameEnd = headerNameEnd(text, start..<end) {
          let name = knownHeader(text, start..<nameEnd)
          if let name { known.insert(name) }
          if start == first { isPart = name == contentType }
        } else {
          // The empty line may be missing behind many headers.
          if areMany(known) { return true }
          if hasOther { return false }
          hasOther = true
        }
      }
      start = end + 1
    }
    if hasOther { return areMany(known) }
    let isEncoded = known.isSuperset(of: encoded)
    if isPart, start < text.count,
      isEncoded || (first..<start).contains(where: { text.hasIgnoringCase("boundary=", at: $0) })
    {
      return true
    }
    return known.count >= 2 && (known.contains { $0 < telling } || known.isSuperset(of: archive))
  }

  /// Whether known headers are so many that a line between or behind them may be none.
  private static func areMany(_ known: Set<Int>) -> Bool {
    known.count >= 5 && known.contains { $0 < telling }
  }

  /// The end of a line with a number alone, which Apple Mail puts before a message; 0 for none.
  private static func lengthLineEnd(_ text: Span<UInt8>) -> Int {
    var position = 0
    while position < min(text.count, 10), text[position].isDigit { position += 1 }
    guard position > 0 else { return 0 }
    while position < min(text.count, 16), text[position] == 0x20 { position += 1 }
    return text.has("\n", at: position) ? position + 1 : 0
  }

  /// The position of the colon of a header; nil where `line` is none.
  private static func headerNameEnd(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard line.lowerBound < text.count else { return nil }
    for position in line {
      if text[position] == UInt8(ascii: ":") { return position > line.lowerBound ? position : nil }
      guard (0x21...0x7E).contains(text[position]) else { return nil }
    }
    return nil
  }

  private static func knownHeader(_ text: Span<UInt8>, _ name: Range<Int>) -> Int? {
    guard text[name.lowerBound].isLetter else { return nil }
    return names.firstIndex {
      $0.utf8CodeUnitCount == name.count && text.hasIgnoringCase($0, at: name.lowerBound)
    }
  }

  /// How many of the names no other kind of text has for its own.
  private static let telling = 7

  /// Content-Type and MIME-Version: pages that are saved with their pictures may have nothing else.
  private static let archive: Set<Int> = [7, 8]

  private static let contentType = 8

  /// Content-Type and Content-Transfer-Encoding.
  private static let encoded: Set<Int> = [8, 14]

  private static let names: [StaticString] = [
    "from", "to", "subject", "received", "return-path", "message-id", "delivered-to",
    "mime-version", "content-type", "date", "cc", "bcc", "sender", "reply-to",
    "content-transfer-encoding", "in-reply-to", "references", "x-mailer", "dkim-signature",
    "authentication-results",
    "thread-topic", "thread-index", "importance", "list-id", "list-unsubscribe",
  ]
}
