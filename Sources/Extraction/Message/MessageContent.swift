import ScanModel

/// A message of Outlook without its attachments: what its properties hold.
struct MessageContent: ~Copyable {
  /// The properties that are headers, in the order of a message.
  private static let headerIDs = [
    0x0037, 0x0042, 0x0065, 0x5D02, 0x0C1A, 0x0C1F, 0x5D01, 0x0040, 0x0076, 0x5D07, 0x0044, 0x0078,
    0x5D08, 0x0050, 0x0049, 0x004D, 0x005A, 0x005D, 0x0067, 0x006A, 0x0E04, 0x0E03, 0x0E02, 0x0074,
    0x0072, 0x0073, 0x1035, 0x1039, 0x1042, 0x1046, 0x0E28, 0x0E29, 0x0070, 0x0E1D,
  ]
  /// Properties that say nothing of a person: classes and kinds, and what is read elsewhere.
  private static let plainIDs: Set<Int> = [
    0x001A, 0x003D, 0x0064, 0x0066, 0x0068, 0x0075, 0x0077, 0x0C1E, 0x3002, 0x1000, 0x1013, 0x007D,
    0x1009, 0x3703, 0x370E,
  ]
  private static let binaryLimit = 64 << 10

  private let message: MAPIProperties
  private let recipients: [MAPIProperties]
  private var decoder: MAPITextDecoder
  private var seen: Set<[UInt8]> = []

  init(
    _ message: MAPIProperties, recipients: [MAPIProperties], _ decoder: consuming MAPITextDecoder
  ) {
    self.message = message
    self.recipients = recipients
    self.decoder = decoder
  }

  mutating func take<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    var headers = headers()
    push(&headers, .mailHeaders, into: &sink)
    let bodies = MessageBodies(message, &decoder)
    bodies.take(into: &sink)
    var properties = properties()
    push(&properties, .properties, into: &sink)
  }

  private func push<Sink: DocumentSink & ~Copyable>(
    _ text: inout DocumentText, _ section: DocumentSection, into sink: inout Sink
  ) {
    guard !text.isEmpty else { return }
    sink.beginText(at: [.section(section)])
    text.finish(into: &sink)
    sink.endText()
  }

  // MARK: Headers

  private mutating func headers() -> DocumentText {
    var text = DocumentText()
    for id in Self.headerIDs {
      if let property = message[id] { add(property, to: &text) }
    }
    for (id, name) in [(0x0039, "date"), (0x0E06, "received"), (0x3007, "created")] {
      if case .time(let time) = message[id]?.value, let date = CalendarDate(fileTime: time) {
        text.add(Array(date.description.utf8), named: Array(name.utf8))
      }
    }
    for recipient in recipients { add(recipient, to: &text) }
    if let headers = message.text(MAPIProperties.headers, &decoder) {
      for header in TransportHeaders.fields(of: headers) {
        text.add(HeaderText.decode(header.value), named: header.name)
      }
    }
    return text
  }

  /// Adds name and addresses of a recipient, and what else is known of him.
  private mutating func add(_ recipient: MAPIProperties, to text: inout DocumentText) {
    let kind =
      switch recipient.number(MAPIProperties.recipientType).map({ $0 & 0xF }) {
      case 2: "cc"
      case 3: "bcc"
      default: "to"
      }
    var own: Set<[UInt8]> = []
    for property in recipient.all where !Self.plainIDs.contains(property.id) {
      for value in values(of: property) where own.insert(value).inserted {
        let isAddress = Self.recipientIDs.contains(property.id)
        if isAddress || seen.insert(value).inserted {
          text.add(value, named: isAddress ? Array(kind.utf8) : property.label)
        }
      }
    }
  }

  private static let recipientIDs: Set<Int> = [0x3001, 0x3003, 0x39FE, 0x5FF6, 0x3A20, 0x0FFF]

  // MARK: Properties

  private mutating func properties() -> DocumentText {
    var text = DocumentText()
    let headerIDs = Set(Self.headerIDs)
    for property in message.all
    where !headerIDs.contains(property.id) && !Self.plainIDs.contains(property.id) {
      add(property, to: &text)
    }
    return text
  }

  private mutating func add(_ property: MAPIProperty, to text: inout DocumentText) {
    for value in values(of: property) where seen.insert(value).inserted {
      text.add(value, named: property.label)
    }
  }

  /// The texts of a property; days only where it is known what they are.
  private mutating func values(of property: MAPIProperty) -> [[UInt8]] {
    switch property.value {
    case .text, .narrowText:
      return decoder.text(of: property).map { [$0] } ?? []
    case .binary(let bytes):
      guard bytes.count <= Self.binaryLimit else { return [] }
      return OneOffAddress.texts(in: bytes.span, &decoder)
    case .time(let time):
      guard !property.label.isEmpty, let date = CalendarDate(fileTime: time) else { return [] }
      return [Array(date.description.utf8)]
    case .number: return []
    }
  }
}
