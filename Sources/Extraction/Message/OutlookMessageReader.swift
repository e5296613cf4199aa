import ScanModel

/// Reads messages that Outlook saved (.msg), also contacts, appointments and tasks.
///
/// Source: MS-OXMSG.
enum OutlookMessageReader {
  private static let recipientLimit = 50_000

  /// Takes the message that lies in the storage `root` of `file`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let isNested = root.index != file.root.index
    // A message in a message has no names of its own.
    let names = MAPINames(of: file.root, in: file, bytes)
    let storage = MAPIStorage(entry: root, file: file, names: names)
    let message = storage.properties(isNested ? .nestedMessage : .message, bytes, into: &sink)
    var recipients: [MAPIProperties] = []
    var attachments: [MAPIStorage] = []
    for child in file.children(of: root) where child.kind == .storage {
      let part = MAPIStorage(entry: child, file: file, names: names)
      if child.hasName(beginning: "__attach_version1.0_") {
        attachments.append(part)
      } else if child.hasName(beginning: "__recip_version1.0_") {
        guard recipients.count < recipientLimit else {
          sink.miss(.limit, at: [.section(.mailHeaders)])
          continue
        }
        recipients.append(part.properties(.other, bytes, into: &sink))
      }
    }
    var content = MessageContent(message, recipients: recipients, MAPITextDecoder(of: message))
    content.take(into: &sink)
    attachments.sort { $0.entry.name < $1.entry.name }
    var decoder = MAPITextDecoder(of: message)
    var isEncrypted = false
    for (index, attachment) in attachments.enumerated() where !sink.isCancelled {
      let isReadable = take(attachment, number: index + 1, &decoder, bytes, into: &sink)
      if !isReadable { isEncrypted = true }
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return isEncrypted ? .partial(.encrypted) : .complete
  }

  /// Takes an attachment as a member; false where it is the message itself, under rights
  /// management.
  private static func take<Sink: DocumentSink & ~Copyable>(
    _ attachment: MAPIStorage, number: Int, _ decoder: inout MAPITextDecoder,
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> Bool {
    let properties = attachment.properties(.other, bytes, into: &sink)
    let name = properties.attachmentName(&decoder) ?? "attachment \(number)"
    let parts = [DocumentPart.member(name)]
    guard !properties.isProtectedMessage(&decoder, name: name) else {
      sink.miss(.encrypted, at: parts)
      return false
    }
    guard let data = attachment.data else {
      // A link to a file has a path, and no data.
      let kind = properties.number(MAPIProperties.attachedKind) ?? 0
      if kind == 1 || kind == 5 || kind == 6 { sink.miss(.malformed, at: parts) }
      return true
    }
    guard data.kind == .stream else {
      sink.takeStorage(data, of: attachment.file, bytes, at: parts)
      return true
    }
    let limit = sink.context.limits.bytesInMemory
    guard data.size <= limit else {
      sink.miss(.limit, at: parts)
      return true
    }
    let stream = attachment.file.stream(data, of: bytes, limit: limit)
    guard sink.context.spend(unpacked: stream.bytes.count) else {
      sink.miss(.limit, at: parts)
      return true
    }
    if !stream.isWhole { sink.miss(.malformed, at: parts) }
    sink.takeMember(at: parts, bytes: stream.bytes)
    return true
  }
}

extension MAPIProperties {
  /// The name of an attachment: its long file name, or another one that it has.
  func attachmentName(_ decoder: inout MAPITextDecoder) -> String? {
    let ids = [Self.attachedLongName, Self.attachedName, Self.displayName]
    for id in ids {
      if let text = text(id, &decoder) { return String(decoding: text, as: UTF8.self) }
    }
    return nil
  }

  /// Whether an attachment holds a message under rights management.
  func isProtectedMessage(_ decoder: inout MAPITextDecoder, name: String) -> Bool {
    if name == "message.rpmsg" { return true }
    let type = text(Self.attachedType, &decoder) ?? []
    return type.starts(with: "application/x-microsoft-rpmsg-message".utf8)
  }
}
