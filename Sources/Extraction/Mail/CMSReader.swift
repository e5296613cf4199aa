import ScanModel

/// Reads what was signed in the Cryptographic Message Syntax: a part of a message (S/MIME), or any
/// other document.
enum CMSReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    switch CMSContent(bytes) {
    case .signed(let content):
      take(content, at: [.member("content")], into: &sink)
      return .complete
    case .encrypted: return .partial(.encrypted)
    case .other: return .partial(.unsupportedMembers)
    case .malformed: return .partial(.malformed)
    }
  }

  /// Reads signed content as a member at `parts`; there is none where only certificates are passed
  /// on, or the content lies beside its signature.
  static func take<Sink: DocumentSink & ~Copyable>(
    _ content: [UInt8], at parts: [DocumentPart], into sink: inout Sink
  ) {
    guard !content.isEmpty else { return }
    guard sink.context.spend(unpacked: content.count) else { return sink.miss(.limit, at: parts) }
    // A part of a message has few headers to know it by.
    let headers = MailHeaders(content.span, content.indices)
    guard headers.value(of: "content-type", in: content.span) != nil else {
      return sink.takeMember(at: parts, bytes: content)
    }
    guard sink.context.spendEntry(), sink.context.enter() else {
      return sink.miss(.limit, at: parts)
    }
    sink.beginMember(at: parts)
    let outcome = MailReader.extractMessage(content.span, isOfMailbox: false, into: &sink)
    sink.endMember(MemberOutcome(outcome), contentType: "mail")
    sink.context.leave()
  }
}
