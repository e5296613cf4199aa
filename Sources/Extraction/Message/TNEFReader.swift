import ContentTypes
import ScanModel

/// Reads what Outlook packs into winmail.dat.
///
/// Source: MS-OXTNEF.
enum TNEFReader {
  private static let attributeLimit = 250_000
  private static let recipientLimit = 50_000

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let (attributes, isWhole) = TNEFAttribute.all(of: bytes, limit: attributeLimit)
    var message = MAPIProperties()
    var recipients: [MAPIProperties] = []
    var attachments: [TNEFAttachment] = []
    var codePage = 0
    var isWellFormed = isWhole
    for attribute in attributes {
      if attribute.isOfAttachment {
        isWellFormed =
          take(attribute, bytes, into: &attachments, &sink) && isWellFormed
        continue
      }
      guard sink.context.spend(unpacked: attribute.data.count) else { return .partial(.limit) }
      switch attribute.id {
      case TNEFAttribute.codePage:
        codePage = bytes.littleUInt32(at: attribute.data.lowerBound) ?? 0
      case TNEFAttribute.messageProperties:
        var reader = TNEFProperties(attribute.data)
        for property in reader.read(bytes).all { message.add(property) }
        isWellFormed = isWellFormed && reader.isWhole
      case TNEFAttribute.recipients:
        var reader = TNEFProperties(attribute.data)
        for _ in 0..<min(reader.readCount(bytes) ?? 0, recipientLimit) where reader.isWhole {
          recipients.append(reader.read(bytes))
        }
        isWellFormed = isWellFormed && reader.isWhole
      default:
        addText(attribute, bytes, to: &message)
      }
    }
    if (1...65_535).contains(codePage) {
      message.add(MAPIProperty(id: MAPIProperties.messageCodePage, .number(codePage)))
    }
    var content = MessageContent(
      message, recipients: recipients, MAPITextDecoder(of: message))
    content.take(into: &sink)
    var decoder = MAPITextDecoder(of: message)
    for (index, attachment) in attachments.enumerated() where !sink.isCancelled {
      take(attachment, number: index + 1, &decoder, bytes, into: &sink)
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return isWellFormed ? .complete : .partial(.malformed)
  }

  /// Adds what an attribute says of the message as the property that says the same, unless that is
  /// there.
  private static func addText(
    _ attribute: TNEFAttribute, _ bytes: Span<UInt8>, to message: inout MAPIProperties
  ) {
    let id: Int
    switch attribute.id {
    case TNEFAttribute.subject: id = MAPIProperties.subject
    case TNEFAttribute.body: id = MAPIProperties.body
    case TNEFAttribute.from, TNEFAttribute.owner, TNEFAttribute.sentFor:
      return addAddress(attribute, bytes, to: &message)
    default: return
    }
    guard message[id] == nil else { return }
    let text = bytes.extracting(attribute.data).withUnsafeBufferPointer { Array($0) }
    message.add(MAPIProperty(id: id, .narrowText(text)))
  }

  /// Adds name and address of a person: behind four lengths, or behind one each.
  private static func addAddress(
    _ attribute: TNEFAttribute, _ bytes: Span<UInt8>, to message: inout MAPIProperties
  ) {
    let isTriple = attribute.id == TNEFAttribute.from
    var position = attribute.data.lowerBound + (isTriple ? 8 : 0)
    let end = attribute.data.upperBound
    var counts: [Int] = []
    if isTriple {
      let front = attribute.data.lowerBound
      counts = [4, 6].compactMap { bytes.littleUInt16(at: front + $0) }
    }
    for (index, id) in [0x0C1A, 0x0C1F].enumerated() {
      if !isTriple {
        counts.append(bytes.littleUInt16(at: position) ?? 0)
        position += 2
      }
      guard index < counts.count, position <= end else { return }
      let text = bytes.extracting(position..<min(position + counts[index], end))
      position += text.count
      if message[id] == nil {
        message.add(MAPIProperty(id: id, .narrowText(text.withUnsafeBufferPointer { Array($0) })))
      }
    }
  }

  // MARK: Attachments

  /// Returns whether what the attribute says could be followed.
  private static func take<Sink: DocumentSink & ~Copyable>(
    _ attribute: TNEFAttribute, _ bytes: Span<UInt8>, into attachments: inout [TNEFAttachment],
    _ sink: inout Sink
  ) -> Bool {
    if attribute.id == TNEFAttribute.attachmentBegin || attachments.isEmpty {
      attachments.append(TNEFAttachment())
    }
    let last = attachments.count - 1
    switch attribute.id {
    case TNEFAttribute.attachmentTitle:
      attachments[last].title =
        bytes.extracting(attribute.data).withUnsafeBufferPointer { Array($0) }
    case TNEFAttribute.attachmentData:
      if attachments[last].data.isEmpty { attachments[last].data = attribute.data }
    case TNEFAttribute.attachmentProperties:
      var reader = TNEFProperties(attribute.data)
      attachments[last].properties = reader.read(bytes)
      if let data = reader.data { attachments[last].data = data }
      return reader.isWhole
    default: break
    }
    return true
  }

  private static func take<Sink: DocumentSink & ~Copyable>(
    _ attachment: TNEFAttachment, number: Int, _ decoder: inout MAPITextDecoder,
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    let title = decoder.text(of: MAPIProperty(id: 0, .narrowText(attachment.title)))
    let name =
      attachment.properties.attachmentName(&decoder)
      ?? title.map { String(decoding: $0, as: UTF8.self) } ?? "attachment \(number)"
    let parts = [DocumentPart.member(name)]
    guard !attachment.data.isEmpty else { return }
    guard !attachment.properties.isProtectedMessage(&decoder, name: name) else {
      return sink.miss(.encrypted, at: parts)
    }
    guard sink.context.spend(unpacked: attachment.data.count) else {
      return sink.miss(.limit, at: parts)
    }
    let data = bytes.extracting(attachment.data).withUnsafeBufferPointer { Array($0) }
    sink.takeMember(at: parts, bytes: data)
  }
}
