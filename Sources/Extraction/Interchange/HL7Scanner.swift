import ScanModel

/// Makes a record of every segment of HL7 messages, and fields of its values.
///
/// Names, addresses and numbers are put together and named by what their place holds
/// (`HL7Content`); all else becomes fields without a name, so that nothing is left out.
struct HL7Scanner: TreeScanning {
  var text = TreeText(form: .fixedWidth)
  private(set) var isMalformed = false
  /// The documents in the messages, as far as they are kept.
  private(set) var attachments: [(name: String, bytes: [UInt8])] = []
  /// Whether there was a document that is not kept.
  private(set) var hasUnread = false

  private var segments = SegmentCut()
  private var separators: HL7Separators?
  /// What the observation of the segment is, by its type and name.
  var observation = HL7Observation()
  private let labels: [HL7Label: Int32]
  private var attachmentByteLimit: Int

  /// Documents in the messages are kept up to `attachmentByteLimit` bytes.
  init(attachmentByteLimit: Int) {
    self.attachmentByteLimit = attachmentByteLimit
    var text = TreeText(form: .fixedWidth)
    labels = Dictionary(
      uniqueKeysWithValues: HL7Label.allCases.map { label in
        (label, text.window.label(Array(label.rawValue.utf8)))
      })
    self.text = text
  }

  mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    var start = 0
    while let segment = segments.next(in: bytes, from: start, end: .line, isLast: isLast) {
      let content = bytes.extracting(segment.content)
      read(content.extracting(content.withoutFrame), number: segment.number)
      start = segment.next
    }
    return start
  }

  /// Keeps a document in a message.
  mutating func attach(_ bytes: [UInt8], name: String) {
    guard bytes.count <= attachmentByteLimit else { return hasUnread = true }
    attachmentByteLimit -= bytes.count
    attachments.append((name, bytes))
  }

  func label(_ label: HL7Label?) -> Int32 { label.flatMap { labels[$0] } ?? TextLayout.noLabel }

  private mutating func read(_ segment: Span<UInt8>, number: Int) {
    guard !segment.isEmpty else { return }
    let told = HL7Separators(segment)
    separators = told ?? separators
    text.breakLine()
    guard let separators, segment.count > 3, segment[3] == separators.field else {
      isMalformed = isMalformed || self.separators == nil
      return text.addField(segment, 0..<segment.count, label: TextLayout.noLabel, row: number)
    }
    let name = String(decoding: (0..<3).map { segment[$0] }, as: UTF8.self)
    let contents = HL7Content.fields(of: name)
    observation = HL7Observation()
    // Where a segment tells the separators, the first of them is its first field.
    var fieldNumber = told == nil ? 0 : 1
    let fields = segment.extracting(4...)
    for part in fields.parts(at: separators.field) {
      fieldNumber += 1
      if told != nil && fieldNumber == 2 { continue }
      let content = fieldNumber < contents.count ? contents[fieldNumber] : nil
      read(
        fields.extracting(part), as: content, of: HL7Text(separators: separators), row: number)
    }
  }

  private mutating func read(
    _ field: Span<UInt8>, as content: HL7Content?, of text: HL7Text, row: Int
  ) {
    guard !field.isEmpty else { return }
    for part in field.parts(at: text.separators.repetition) where !part.isEmpty {
      let repetition = field.extracting(part)
      var value = HL7Value(text, components: repetition.parts(at: text.separators.component))
      switch content {
      case .observationType: observation.readType(repetition)
      case .observationName: observation.readName(repetition, value)
      default: break
      }
      add(&value, of: repetition, as: content, row: row)
    }
  }
}

extension Span<UInt8> {
  /// Without the bytes that frame a message on its way (0x0B, 0x1C) and spaces around it.
  fileprivate var withoutFrame: Range<Int> {
    var range = 0..<count
    while let first = range.first, self[first] <= 0x20 { range.removeFirst() }
    while let last = range.last, self[last] <= 0x20 { range.removeLast() }
    return range
  }
}
