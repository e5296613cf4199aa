import Extraction
import ScanModel

/// A sink that keeps nothing and ends the process where a reader breaks a rule.
struct CheckedSink: DocumentSink, ~Copyable {
  /// More text than this from a file of the sizes that are tried is no reading any more.
  private static let textLimit = 512 << 20

  let context: ExtractionContext
  var isCancelled: Bool { false }
  private var memberCount = 0
  private var text: CheckedText?
  private var textByteCount = 0

  init(byteCount: Int) {
    var limits = ExtractionLimits()
    limits.bytesInMemory = 8 << 20
    limits.bytesPerEntry = 16 << 20
    limits.unpackedFloor = 32 << 20
    limits.unpackedCeiling = 32 << 20
    limits.entriesPerContainer = 1000
    limits.entriesPerFile = 2000
    limits.ratioFrom = 1 << 20
    context = ExtractionContext(limits: limits, passwords: [Array("geheim".utf8)])
    context.begin(byteCount: byteCount)
  }

  mutating func beginText(at parts: [DocumentPart]) {
    demand(text == nil, "a text begins in a text")
    text = CheckedText()
  }

  mutating func endText() {
    demand(text != nil, "a text ends that never began")
    textByteCount += text?.byteCount ?? 0
    text = nil
    demand(textByteCount <= Self.textLimit, "there is no end to the text")
  }

  mutating func beginMember(at parts: [DocumentPart]) {
    demand(text == nil, "a member begins in a text")
    memberCount += 1
    demand(memberCount <= context.limits.depth, "members lie too deep")
  }

  mutating func endMember(_ outcome: MemberOutcome, contentType: String) {
    demand(text == nil, "a member ends in a text")
    demand(memberCount > 0, "a member ends that never began")
    memberCount -= 1
  }

  mutating func miss(_ reason: PartialReason, at parts: [DocumentPart]) {}

  mutating func take(_ block: Span<UInt8>, layout: borrowing TextLayout) {
    demand(text != nil, "a block outside of a text")
    text?.take(block, layout: layout)
    demand((text?.byteCount ?? 0) <= Self.textLimit, "there is no end to the text")
  }

  /// Checks what holds when the document has ended.
  func finish() {
    demand(text == nil, "a text that never ends")
    demand(memberCount == 0, "a member that never ends")
    demand(context.depth == 0, "the depth is not given back")
    let slack = context.limits.bytesInMemory
    demand(
      context.unpackedByteCount <= context.limits.unpackedCeiling + slack,
      "more is unpacked than allowed")
  }
}

/// Ends the process with a message where `holds` is false.
func demand(_ holds: Bool, _ message: StaticString) {
  if !holds { fatalError("\(message)") }
}
