import ContentTypes
import ScanModel

/// The way through the messages of a folder of Outlook Express.
struct DBXMessages {
  /// What a record says of its message, by the numbers of its values.
  private static let names: [(number: UInt8, name: StaticString)] = [
    (0x08, "Subject"), (0x09, "From"), (0x0D, "From"), (0x0E, "From"), (0x13, "To"), (0x14, "To"),
    (0x07, "Message-ID"), (0x0A, "In-Reply-To"), (0x0B, "Server"), (0x0C, "Server"),
  ]
  private static let firstSegment: UInt8 = 0x04
  private static let account: UInt8 = 0x1A

  /// Why not all was read, where that is so.
  private(set) var reason: PartialReason?
  private var segments = DBXSegments()
  private var count = 0

  /// Pushes every message as a member: those that the tree names, those that nothing names, and those
  /// that were deleted; at last what is left of deleted records.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ file: DBXFile, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    if !file.folderName.isEmpty {
      sink.takeTexts(
        [(file.folderName, Array("Folder".utf8))], at: [.section(.properties)])
    }
    let tree = DBXTree(file, in: bytes)
    if !tree.isWhole || tree.records.count < file.recordCount { fail(.malformed) }
    for (index, position) in tree.records.enumerated() {
      guard canGoOn(&sink) else { return }
      take(record: position, at: [.message(index + 1)], in: bytes, into: &sink)
    }
    let leftovers = segments.leftovers(in: bytes)
    var number = tree.records.count
    for position in leftovers.used where !segments.isTaken(position) {
      guard canGoOn(&sink) else { return }
      number += 1
      let text = segments.text(from: position, in: bytes)
      if !text.isWhole { fail(.malformed) }
      take(text.bytes, isWhole: text.isWhole, at: [.message(number)], into: &sink)
    }
    number = 0
    for position in leftovers.deleted where !segments.isTaken(position) {
      guard canGoOn(&sink) else { return }
      number += 1
      let text = segments.deletedText(from: position, in: bytes)
      take(
        text, isWhole: true, at: [.section(.deletedText), .message(number)], into: &sink)
    }
    sink.takeRuns(of: DBXFreed(file, in: bytes).bytes.span, in: .deletedText)
  }

  private mutating func take<Sink: DocumentSink & ~Copyable>(
    record position: Int, at parts: [DocumentPart], in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard let record = DBXRecord(bytes, at: position) else {
      fail(.malformed)
      return sink.miss(.malformed, at: parts)
    }
    let start = record.integer(Self.firstSegment, in: bytes) ?? 0
    let text = segments.text(from: start, in: bytes)
    if !text.isWhole { fail(.malformed) }
    var said: [(text: [UInt8], name: [UInt8])] = []
    // A message that was not fetched has no text; what is known of it, its record tells.
    for (number, name) in Self.names where text.bytes.isEmpty {
      let value = record.text(number, in: bytes)
      guard !value.isEmpty, !said.contains(where: { $0.text == value }) else { continue }
      said.append((value, name.withUTF8Buffer { Array($0) }))
    }
    let account = record.text(Self.account, in: bytes)
    take(
      text.bytes, isWhole: text.isWhole, headers: said, account: account, at: parts, into: &sink)
  }

  /// Pushes a message as a member, with what only its record says of it.
  private mutating func take<Sink: DocumentSink & ~Copyable>(
    _ text: [UInt8], isWhole: Bool, headers: [(text: [UInt8], name: [UInt8])] = [],
    account: [UInt8] = [], at parts: [DocumentPart], into sink: inout Sink
  ) {
    guard text.count <= sink.context.limits.bytesInMemory, sink.context.spendEntry(),
      sink.context.enter()
    else {
      fail(.limit)
      return sink.miss(.limit, at: parts)
    }
    defer { sink.context.leave() }
    sink.beginMember(at: parts)
    sink.takeTexts(headers, at: [.section(.mailHeaders)])
    if !account.isEmpty {
      sink.takeTexts([(account, Array("Account".utf8))], at: [.section(.properties)])
    }
    var outcome = MailReader.extractMessage(text.span, isOfMailbox: false, into: &sink)
    if !isWhole, outcome == .complete { outcome = .partial(.malformed) }
    sink.endMember(MemberOutcome(outcome), contentType: "mail")
  }

  /// Whether one more message may be read; books it where that is not so.
  private mutating func canGoOn<Sink: DocumentSink & ~Copyable>(_ sink: inout Sink) -> Bool {
    if sink.isCancelled { return false }
    count += 1
    guard count <= sink.context.limits.entriesPerContainer else {
      fail(.limit)
      return false
    }
    return true
  }

  private mutating func fail(_ reason: PartialReason) {
    if self.reason == nil { self.reason = reason }
  }
}
