import ScanModel

/// An RTF document as it is read, token by token.
///
/// The text of its body is passed on as it comes; all other parts and the members follow behind it,
/// so that no text interrupts another one.
struct RTFDocument: ~Copyable {
  /// The groups in groups that are followed; text in deeper ones counts to the innermost of these.
  private static let depthLimit = 256
  static let memberLimit = 10_000

  var cursor: RTFCursor
  var fonts = RTFFonts()
  var group = RTFGroup(codePage: CodePageDecoder.windows1252)
  private var groups: [RTFGroup] = []
  private var excessDepth = 0
  var decoder = CodePageDecoder()

  var flows = RTFPart.allCases.map { _ in RTFFlow() }
  /// The text of the values whose groups are open, one behind the other.
  var gathered: [UInt8] = []
  /// The HTML that was made into RTF; nil where the document is not made of HTML.
  var html: [UInt8]?
  var members: [RTFMember] = []
  var propertyName: [UInt8] = []
  var shapePropertyName: [UInt8] = []
  /// The destination outside of the group that holds text twice.
  var outsideOfTwice = RTFDestination.flow
  private(set) var isMalformed = false
  var isOverLimit = false

  var isStarred = false
  /// How many characters are left that stand for the last `\u`.
  var fallback = 0
  var highSurrogate: UInt32?
  /// The first byte of a character of two.
  var lead: UInt8?
  /// Escaped bytes of UTF-8 that are no whole character yet.
  var utf8: [UInt8] = []
  var scratch: [UInt8] = []
  /// The part that text was added to last.
  private var lastPart = RTFPart.body
  private let parts: [DocumentPart]
  private var hasBegunText = false

  /// `parts` is where the document stands in the innermost member.
  init(at parts: [DocumentPart]) {
    self.parts = parts
    cursor = RTFCursor(from: 0)
  }

  var depth: Int { groups.count + excessDepth }

  // MARK: Tokens

  /// Reads all groups; the text of the body goes to `sink`.
  mutating func read<Sink: DocumentSink & ~Copyable>(_ bytes: Span<UInt8>, into sink: inout Sink) {
    var tokenCount = 0
    while true {
      tokenCount &+= 1
      if tokenCount & 0xFFF == 0 {
        if sink.isCancelled { break }
        pushIfDue(into: &sink)
      }
      let token = cursor.next(bytes)
      if lead != nil { flushLead(before: token) }
      switch token {
      case .text(let range, let isASCII):
        take(bytes, range, isASCII: isASCII)
      case .word(let word):
        take(word)
      case .unknownWord:
        takeUnknownWord()
      case .byte(let byte):
        take(byte)
      case .symbol(let symbol):
        take(symbol: symbol)
      case .open:
        open()
      case .close:
        close(bytes)
      case .binary:
        if fallback > 0 { fallback -= 1 }
      case .end:
        return end(bytes)
      }
      if group.destination == .skipped, !cursor.skipGroup(bytes) { return end(bytes) }
    }
  }

  private mutating func end(_ bytes: Span<UInt8>) {
    if depth > 0 { isMalformed = true }
    while depth > 0 { close(bytes) }
  }

  private mutating func open() {
    fallback = 0
    isStarred = false
    guard groups.count < Self.depthLimit else {
      excessDepth += 1
      isOverLimit = true
      return
    }
    groups.append(group)
    group.isOwner = false
    group.isRoot = false
  }

  private mutating func close(_ bytes: Span<UInt8>) {
    fallback = 0
    isStarred = false
    endSurrogate()
    guard excessDepth == 0 else { return excessDepth -= 1 }
    guard let outer = groups.popLast() else { return isMalformed = true }
    if group.isOwner {
      endDestination(at: cursor.position)
    } else if group.destination == .variable || group.destination == .reviewers
      || group.destination == .users
    {
      gathered.append(UInt8(ascii: "\n"))
    }
    group = outer
  }

  private mutating func takeUnknownWord() {
    if fallback > 0 {
      fallback -= 1
    } else if isStarred {
      begin(.skipped)
    }
    isStarred = false
  }

  private mutating func take(_ word: RTFWord) {
    if fallback > 0, word != .u {
      fallback -= 1
      return
    }
    if word == .u { return takeUnicode() }
    endSurrogate()
    follow(word, isStarred: isStarred)
    isStarred = false
  }

  private mutating func take(symbol: UInt8) {
    if symbol == UInt8(ascii: "*") { return isStarred = true }
    if fallback > 0 { return fallback -= 1 }
    switch symbol {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): emit(ascii: symbol)
    case UInt8(ascii: "~"): space("\u{A0}")
    case UInt8(ascii: "_"): emit(ascii: UInt8(ascii: "-"))
    default: break
    }
  }

  // MARK: Text

  /// The part that text here flows into.
  private mutating func part() -> RTFPart {
    var part = group.part
    if group.isHidden { part = .hiddenText }
    if group.isDeleted { part = .deletedText }
    if part != lastPart {
      if part == .hiddenText || part == .deletedText { flows[part.rawValue].text.endParagraph() }
      lastPart = part
    }
    return part
  }

  mutating func emit(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    switch group.destination {
    case .flow:
      if html != nil {
        if !group.isOutsideHTML { html?.append(bytes, range) }
        return
      }
      if group.isOutsideHTML { return }
      let part = part().rawValue
      flows[part].prepare(isInTable: group.isInTable, level: group.tableLevel)
      flows[part].text.append(bytes, range)
    case .htmlTag:
      html?.append(bytes, range)
    case .silent, .skipped, .twice, .fontTable, .picture, .objectData:
      return
    default:
      if !group.isOutsideHTML { gathered.append(bytes, range) }
    }
  }

  mutating func emit(_ scalar: Unicode.Scalar) {
    let encoded = Array(String(scalar).utf8)
    emit(encoded.span, encoded.indices)
  }

  mutating func emit(ascii byte: UInt8) {
    let encoded = [byte]
    emit(encoded.span, encoded.indices)
  }

  /// Adds white space that does not end the paragraph.
  mutating func space(_ scalar: Unicode.Scalar) {
    if group.destination == .flow, html == nil, !group.isOutsideHTML {
      flows[part().rawValue].text.hold(scalar)
    } else {
      emit(scalar)
    }
  }

  mutating func endParagraph() {
    guard group.destination == .flow, html == nil else { return emit("\n") }
    guard !group.isOutsideHTML else { return }
    let part = part().rawValue
    if group.isInTable { flows[part].prepare(isInTable: true, level: group.tableLevel) }
    flows[part].text.endParagraph()
  }

  /// Gives the flow of the text here to `change`, unless text here flows nowhere.
  mutating func changeFlow(_ change: (inout RTFFlow, RTFGroup) -> Void) {
    guard group.destination == .flow || group.destination == .silent, html == nil else { return }
    change(&flows[group.part.rawValue], group)
  }

  // MARK: Passing on

  private mutating func pushIfDue<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    guard !flows[0].text.isEmpty else { return }
    if !hasBegunText { sink.beginText(at: parts) }
    hasBegunText = true
    flows[0].text.pushIfDue(into: &sink)
  }

  /// Passes on what is left of the body, and all other parts.
  mutating func finish<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    for part in RTFPart.allCases {
      let isOpen = part == .body && hasBegunText
      guard isOpen || !flows[part.rawValue].text.isEmpty else { continue }
      if !isOpen { sink.beginText(at: parts + (part.section.map { [.section($0)] } ?? [])) }
      flows[part.rawValue].text.finish(into: &sink)
      sink.endText()
    }
  }
}
