import ContentTypes
import ScanModel

/// Takes a message, contact, appointment or any other item out of an Outlook store.
struct OutlookMessage {
  private let properties: OutlookProperties
  /// Values that were taken: properties repeat each other.
  private var seen: Set<[UInt8]> = []

  init(_ item: borrowing OutlookItem) {
    properties = OutlookProperties(of: item)
  }

  /// Pushes all of the message into `sink`: its texts, then its attachments.
  ///
  /// Messages that are attached to it are members `depth` levels deep at most.
  consuming func take<Sink: DocumentSink & ~Copyable>(
    _ item: borrowing OutlookItem, into sink: inout Sink
  ) -> ExtractionOutcome {
    takeHeaders(item, into: &sink)
    takeProperties(into: &sink)
    takeBody(item, into: &sink)
    return takeAttachments(item, into: &sink)
  }

  private mutating func takeHeaders<Sink: DocumentSink & ~Copyable>(
    _ item: borrowing OutlookItem, into sink: inout Sink
  ) {
    var text = DocumentText()
    for set in properties.sets {
      for value in set {
        if let name = OutlookNames.headers[value.number] { add(value, name, to: &text) }
      }
    }
    if let recipients = item.recipients() {
      for set in OutlookProperties(of: recipients).sets {
        for value in set where !OutlookNames.technical.contains(value.number) {
          add(value, OutlookNames.headers[value.number] ?? "", to: &text)
        }
      }
    }
    push(&text, at: .mailHeaders, into: &sink)
  }

  private mutating func takeProperties<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    var text = DocumentText()
    for set in properties.sets {
      for value in set where !OutlookNames.technical.contains(value.number) {
        add(value, OutlookNames.properties[value.number] ?? "", to: &text)
      }
    }
    push(&text, at: .properties, into: &sink)
  }

  private func push<Sink: DocumentSink & ~Copyable>(
    _ text: inout DocumentText, at section: DocumentSection, into sink: inout Sink
  ) {
    guard !text.isEmpty else { return }
    sink.beginText(at: [.section(section)])
    text.finish(into: &sink)
    sink.endText()
  }

  /// Adds a value line by line, unless it was taken before.
  private mutating func add(
    _ value: OutlookProperties.Value, _ name: String, to text: inout DocumentText
  ) {
    var bytes = value.text
    // A subject may begin with how long its prefix is ("RE: ").
    if bytes.count >= 2, bytes[0] == 1 { bytes.removeFirst(2) }
    guard seen.insert(bytes).inserted else { return }
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      text.add(Array(line), named: Array(name.utf8))
    }
  }

  private func takeBody<Sink: DocumentSink & ~Copyable>(
    _ item: borrowing OutlookItem, into sink: inout Sink
  ) {
    let html = item.htmlBody()
    if !html.isEmpty {
      guard sink.context.spend(unpacked: html.count) else {
        return sink.miss(.limit, at: [])
      }
      let head = html.span.extracting(0..<min(html.count, ContentType.headByteCount))
      var encoding = TextEncoding.windows1252
      if case .text(_, let found) = ContentType.detect(
        head: head, isWhole: html.count <= ContentType.headByteCount)
      {
        encoding = found
      }
      return sink.takeText(.html, encoding, html, at: [])
    }
    let plain = item.plainBody()
    if !plain.isEmpty {
      guard sink.context.spend(unpacked: plain.count) else {
        return sink.miss(.limit, at: [])
      }
      return sink.takeText(.running, .utf8, plain.repaired, at: [])
    }
    let rtf = item.rtfBody()
    guard !rtf.isEmpty else { return }
    guard sink.context.spend(unpacked: rtf.count) else { return sink.miss(.limit, at: []) }
    if case .partial(let reason) = RTFReader.extract(rtf.span, into: &sink) {
      sink.miss(reason, at: [])
    }
  }

  private func takeAttachments<Sink: DocumentSink & ~Copyable>(
    _ item: borrowing OutlookItem, into sink: inout Sink
  ) -> ExtractionOutcome {
    var outcome = ExtractionOutcome.complete
    for index in 0..<item.attachmentCount {
      if sink.isCancelled { return .partial(.interrupted) }
      guard let attachment = item.attachment(index) else {
        outcome = .partial(.malformed)
        continue
      }
      let properties = OutlookProperties(of: attachment)
      let name = String(
        decoding: properties.first(0x3707, 0x3704, 0x3001) ?? [], as: UTF8.self)
      if let message = attachment.attachedItem() {
        Self.takeMember(message, at: [.member(name)], into: &sink)
      } else if let byteCount = attachment.attachedByteCount {
        guard byteCount > 0 else { continue }
        sink.takeMember(
          at: [.member(name)],
          from: OutlookAttachmentSource(
            attachment.pointer, byteCount: byteCount, context: sink.context))
      } else {
        // A link to a file elsewhere has no content; its name is all there is.
        sink.miss(.unsupportedMembers, at: [.member(name)])
      }
    }
    return outcome
  }

  /// Pushes a message into `sink` as a member at `parts`.
  static func takeMember<Sink: DocumentSink & ~Copyable>(
    _ item: borrowing OutlookItem, at parts: [DocumentPart], into sink: inout Sink
  ) {
    guard sink.context.spendEntry(), sink.context.enter() else {
      return sink.miss(.limit, at: parts)
    }
    defer { sink.context.leave() }
    sink.beginMember(at: parts)
    let outcome = OutlookMessage(item).take(item, into: &sink)
    sink.endMember(MemberOutcome(outcome), contentType: "msg")
  }
}
