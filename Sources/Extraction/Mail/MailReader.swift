import ContentTypes
import ScanModel

/// Reads messages (RFC 5322, MIME) and mailboxes.
enum MailReader {
  /// Reads one message: its headers, its bodies as texts of their own, and its attachments.
  static func extractMessage<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    let text = bytes.extracting((hasMark ? 3 : 0)...)
    if let stored = StoredMessage(text) {
      let outcome = extractMessage(text.extracting(stored.message), into: &sink)
      if !stored.properties.isEmpty {
        sink.takeText(
          .xml, .utf8, text.bytes(stored.properties), at: [.section(.properties)])
      }
      return outcome
    }
    return extractMessage(text, isOfMailbox: false, into: &sink)
  }

  /// Reads a mailbox: each message is a member.
  ///
  /// A message begins with a line `From …` that headers follow; what headers say of their length is
  /// not believed.
  static func extractMailbox<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var number = 0
    var start = 0
    while start < bytes.count {
      if sink.isCancelled { return .partial(.interrupted) }
      let end = MailboxLine.next(in: bytes, from: start + 1) ?? bytes.count
      number += 1
      guard number <= sink.context.limits.entriesPerContainer, sink.context.spendEntry(),
        sink.context.enter()
      else {
        sink.miss(.limit, at: [.message(number)])
        return .partial(.limit)
      }
      sink.beginMember(at: [.message(number)])
      let outcome = extractMessage(
        bytes.extracting(start..<end), isOfMailbox: true, into: &sink)
      sink.endMember(MemberOutcome(outcome), contentType: "mail")
      sink.context.leave()
      start = end
    }
    return .complete
  }

  static func extractMessage<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, isOfMailbox: Bool, into sink: inout Sink
  ) -> ExtractionOutcome {
    var start = 0
    while start < bytes.count, bytes[start].isMailSpace { start += 1 }
    // A line that begins with a space is no header, but may be the body of a message without any.
    if start > 0, !bytes[start - 1].isLineBreak { start = 0 }
    let headers = MailHeaders(bytes, start..<bytes.count)
    takeHeaders(headers, of: bytes, into: &sink)
    var parts = MailPartReader(isOfMailbox: isOfMailbox)
    parts.read(bytes, headers, end: bytes.count, kind: .message, into: &sink)
    return parts.outcome
  }

  private static func takeHeaders<Sink: DocumentSink & ~Copyable>(
    _ headers: MailHeaders, of bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard !headers.fields.isEmpty else { return }
    sink.beginText(at: [.section(.mailHeaders)])
    var text = DocumentText()
    for field in headers.fields {
      let name = field.name.isEmpty ? Array("From".utf8) : bytes.bytes(field.name)
      text.add(HeaderText.decode(HeaderText.unfolded(bytes, field.value)), named: name)
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
  }
}
