import ContentTypes
import ScanModel

/// Reads the parts of one message.
///
/// Texts without a name of their own are read in place, everything else as a member. Of
/// alternatives all are read: they need not say the same.
struct MailPartReader {
  /// What a part without a Content-Type is.
  enum Kind {
    case message
    case part
    /// A part of a digest is a message.
    case partOfDigest
  }

  private(set) var outcome: ExtractionOutcome = .complete
  let isOfMailbox: Bool
  private var partCount = 0
  private var depth = 0

  private static let depthLimit = 24

  init(isOfMailbox: Bool) {
    self.isOfMailbox = isOfMailbox
  }

  /// Reads the part with these headers, whose body ends at `end`.
  mutating func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ headers: MailHeaders, end: Int, kind: Kind, into sink: inout Sink
  ) {
    guard !sink.isCancelled else { return fail(.interrupted) }
    guard partCount < sink.context.limits.entriesPerContainer else { return fail(.limit) }
    partCount += 1
    var part = MailPart(bytes, headers, number: partCount)
    if part.mediaType.isEmpty {
      part.mediaType = kind == .partOfDigest ? "message/rfc822" : "text/plain"
    }
    let body = min(headers.bodyStart, end)..<end
    if kind != .message { takeHeaders(headers, of: bytes, part, into: &sink) }
    switch part.form {
    case .multipart: readMultipart(bytes, body, part, into: &sink)
    case .message: readMessage(bytes.extracting(body), part, into: &sink)
    case .headers:
      let text = part.encoding.decode(bytes.extracting(body))
      takeHeaderGroups(text.span, into: &sink)
    case .text: readText(bytes.extracting(body), part, into: &sink)
    case .cms: readCMS(bytes.extracting(body), part, into: &sink)
    case .pieceOfMessage:
      sink.miss(.unsupportedMembers, at: [part.member])
      readText(bytes.extracting(body), part, into: &sink)
    case .elsewhere:
      sink.miss(.unsupportedMembers, at: [part.member])
      takeHeaderGroups(bytes.extracting(body), into: &sink)
    case .member:
      guard let content = decode(bytes.extracting(body), part, into: &sink) else { return }
      takeMember(content, part, into: &sink)
    }
  }

  // MARK: Parts in parts

  private mutating func readMultipart<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ body: Range<Int>, _ part: MailPart, into sink: inout Sink
  ) {
    guard depth < Self.depthLimit else { return fail(.limit) }
    if part.mediaType == "multipart/encrypted" { sink.miss(.encrypted, at: []) }
    depth += 1
    defer { depth -= 1 }
    let multipart = MultipartBody(bytes, body, boundary: part.boundary)
    // Within another one its end is known.
    if multipart.isOpen, depth == 1 { sink.miss(.malformed, at: []) }
    guard !multipart.parts.isEmpty else {
      var text = part
      text.mediaType = "text/plain"
      return readText(bytes.extracting(body), text, into: &sink)
    }
    let kind = part.mediaType == "multipart/digest" ? Kind.partOfDigest : .part
    for range in multipart.around where !bytes.trimmingSpace(range).isEmpty {
      takeText(bytes.bytes(range), charset: nil, into: &sink)
    }
    for range in multipart.parts {
      let headers = MailHeaders(bytes, range)
      read(bytes, headers, end: range.upperBound, kind: kind, into: &sink)
    }
  }

  private mutating func readMessage<Sink: DocumentSink & ~Copyable>(
    _ body: Span<UInt8>, _ part: MailPart, into sink: inout Sink
  ) {
    if case .identity = part.encoding {
      return takeMessage(body, part, into: &sink)
    }
    guard let message = decode(body, part, into: &sink) else { return }
    takeMessage(message.span, part, into: &sink)
  }

  private mutating func takeMessage<Sink: DocumentSink & ~Copyable>(
    _ message: Span<UInt8>, _ part: MailPart, into sink: inout Sink
  ) {
    guard sink.context.spendEntry(), sink.context.enter() else {
      return sink.miss(.limit, at: [part.member])
    }
    sink.beginMember(at: [part.member])
    let outcome = MailReader.extractMessage(message, isOfMailbox: isOfMailbox, into: &sink)
    sink.endMember(MemberOutcome(outcome), contentType: "mail")
    sink.context.leave()
  }

  private mutating func readCMS<Sink: DocumentSink & ~Copyable>(
    _ body: Span<UInt8>, _ part: MailPart, into sink: inout Sink
  ) {
    guard let content = decode(body, part, into: &sink) else { return }
    var der = content
    if content.first != 0x30 {
      // In armor, or in base64 that no header speaks of.
      let start = content.span.hasPrefix("-----", at: 0) ? content.firstIndex(of: 0x0A) ?? 0 : 0
      let end = content[start...].firstIndex(of: UInt8(ascii: "-")) ?? content.count
      der = []
      Base64Decoding.decode(content.span.extracting(start..<end), into: &der)
    }
    switch CMSContent(der.span) {
    case .signed(let signed): CMSReader.take(signed, at: [part.member], into: &sink)
    case .encrypted: sink.miss(.encrypted, at: [part.member])
    case .other: sink.miss(.unsupportedMembers, at: [part.member])
    case .malformed: takeMember(content, part, into: &sink)
    }
  }

  // MARK: Texts

  private mutating func readText<Sink: DocumentSink & ~Copyable>(
    _ body: Span<UInt8>, _ part: MailPart, into sink: inout Sink
  ) {
    guard var content = spend(part.encoding.decodeText(body), part, into: &sink) else { return }
    if part.isHTML {
      let encoding = part.charset ?? TextEncoding.ofPage(content.span)
      return sink.takeText(.html, .utf8, Charset.decode(content.span, as: encoding), at: [])
    }
    let files = EncodedFileSearch.files(in: content.span)
    if !files.isEmpty {
      var rest: [UInt8] = []
      var position = 0
      for file in files {
        rest += content[position..<file.range.lowerBound]
        position = file.range.upperBound
      }
      rest += content[position...]
      content = rest
    }
    if part.charset == nil || part.charset == .utf8, content.span.hasPrefix("<html", at: 0) {
      sink.takeText(.html, .utf8, Charset.decode(content.span, as: part.charset), at: [])
    } else {
      takeText(content, charset: part.charset, flow: part.flow, into: &sink)
    }
    for file in files {
      let member = DocumentPart.member(
        String(decoding: HeaderText.decode(file.name), as: UTF8.self))
      guard sink.context.spend(unpacked: file.bytes.count) else {
        sink.miss(.limit, at: [member])
        continue
      }
      sink.takeMember(at: [member], bytes: file.bytes)
      if !file.isWhole { sink.miss(.malformed, at: [member]) }
    }
  }

  private mutating func takeText<Sink: DocumentSink & ~Copyable>(
    _ content: [UInt8], charset: TextEncoding?, flow: MailPart.Flow = .fixed, into sink: inout Sink
  ) {
    var text = Charset.decode(content.span, as: charset)
    if isOfMailbox { text = MailboxLine.unquoted(text) }
    switch flow {
    case .fixed: break
    case .flowed: text = FlowedText.joined(text, deletesSpace: false)
    case .flowedWithoutSpace: text = FlowedText.joined(text, deletesSpace: true)
    }
    guard !text.span.trimmingSpace(0..<text.count).isEmpty else { return }
    sink.takeText(.running, .utf8, text, at: [])
    if text.span.firstPosition(of: "-----BEGIN PGP MESSAGE-----", in: 0..<text.count) != nil {
      sink.miss(.encrypted, at: [])
    }
  }

  /// Reads blocks of headers with empty lines between them, such as a report of delivery.
  private mutating func takeHeaderGroups<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard !bytes.trimmingSpace(0..<bytes.count).isEmpty else { return }
    sink.beginText(at: [])
    var text = DocumentText()
    var position = 0
    while position < bytes.count {
      let headers = MailHeaders(bytes, position..<bytes.count)
      for field in headers.fields {
        text.add(
          HeaderText.decode(HeaderText.unfolded(bytes, field.value)),
          named: bytes.bytes(field.name))
      }
      if headers.fields.isEmpty {
        let line = bytes.line(from: position, to: bytes.count)
        text.addParagraph(Charset.decode(bytes.extracting(line.content), as: nil))
        position = line.next
      } else {
        position = max(headers.bodyStart, position + 1)
      }
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
  }

  /// Reads what the headers of a part say beside how it is to be read.
  private mutating func takeHeaders<Sink: DocumentSink & ~Copyable>(
    _ headers: MailHeaders, of bytes: Span<UInt8>, _ part: MailPart, into sink: inout Sink
  ) {
    let fields = headers.fields.filter { !MailPart.isTechnical(bytes, $0.name) }
    guard !fields.isEmpty || part.name != nil else { return }
    sink.beginText(at: [.section(.mailHeaders)])
    var text = DocumentText()
    if let name = part.name { text.add(name, named: Array("filename".utf8)) }
    for field in fields {
      text.add(
        HeaderText.decode(HeaderText.unfolded(bytes, field.value)), named: bytes.bytes(field.name))
    }
    text.finish(into: &sink)
    sink.endText()
  }

  // MARK: Members

  /// The content of a part; nil, and booked, where the file has unpacked to too much.
  private mutating func decode<Sink: DocumentSink & ~Copyable>(
    _ body: Span<UInt8>, _ part: MailPart, into sink: inout Sink
  ) -> [UInt8]? {
    spend(part.encoding.decode(body), part, into: &sink)
  }

  private mutating func spend<Sink: DocumentSink & ~Copyable>(
    _ content: [UInt8], _ part: MailPart, into sink: inout Sink
  ) -> [UInt8]? {
    if case .identity = part.encoding { return content }
    guard sink.context.spend(unpacked: content.count) else {
      sink.miss(.limit, at: [part.member])
      return nil
    }
    return content
  }

  private mutating func takeMember<Sink: DocumentSink & ~Copyable>(
    _ content: [UInt8], _ part: MailPart, into sink: inout Sink
  ) {
    guard !content.isEmpty else { return }
    if part.isSignature { return }
    if content.span.hasPrefix("-----BEGIN PGP MESSAGE-----", at: 0) {
      return sink.miss(.encrypted, at: [part.member])
    }
    if part.mediaType.hasPrefix("text/"), case .declared? = part.charset {
      return sink.takeMember(
        at: [part.member], bytes: Charset.decode(content.span, as: part.charset))
    }
    sink.takeMember(at: [part.member], bytes: content)
  }

  private mutating func fail(_ reason: PartialReason) {
    if outcome == .complete { outcome = .partial(reason) }
  }
}
