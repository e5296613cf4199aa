import ContentTypes
import Extraction
import ScanModel

/// Reads a text at once and in small pieces, and demands that both give the same.
enum TextComparison {
  static func run(_ form: TextForm?, _ bytes: [UInt8], isText: Bool = true) {
    let head = bytes.span.extracting(first: ContentType.headByteCount)
    var encoding = TextEncoding.detected(in: head) ?? .windows1252
    var form = form ?? .running
    if case .text(let detected, let read) = ContentType.detect(
      head: head, isWhole: bytes.count <= ContentType.headByteCount)
    {
      encoding = read
      if form == .running { form = detected }
    }
    let whole = read(form, encoding, bytes, inPieces: false, isText: isText)
    let pieces = read(form, encoding, bytes, inPieces: true, isText: isText)
    demand(whole.text == pieces.text, "text differs with the pieces it is read in")
    demand(whole.outcome == pieces.outcome, "the outcome differs with the pieces")
  }

  private static func read(
    _ form: TextForm, _ encoding: TextEncoding, _ bytes: [UInt8], inPieces: Bool, isText: Bool
  ) -> (text: [UInt8], outcome: ExtractionOutcome?) {
    var sink = KeepingSink()
    var extractor = TextExtractor()
    // Whether a text has the sequences of terminals is told from its head.
    let hasSequences = ControlSequences.occur(in: bytes.span)
    let headByteCount = inPieces && !hasSequences ? bytes.count / 3 : bytes.count
    let head = Array(bytes[..<headByteCount])
    let rest = PieceSource(Array(bytes[headByteCount...]))
    let outcome =
      isText
      ? try? extractor.extract(
        form: form, encoding: encoding, head: head, rest: rest, into: &sink)
      : try? extractor.extractRuns(head: head, rest: rest, into: &sink)
    return (sink.text, outcome)
  }
}

/// A sink that checks the blocks and keeps the text.
private struct KeepingSink: TextSink {
  private(set) var text: [UInt8] = []
  private var checked = CheckedText()
  var isCancelled: Bool { false }

  mutating func take(_ block: Span<UInt8>, layout: borrowing TextLayout) {
    checked.take(block, layout: layout)
    let live = layout.live
    block.extracting(live).withUnsafeBytes { text += $0 }
  }
}

/// Bytes that come a few at a time.
private struct PieceSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private var piece = 0
  /// Few enough pieces that long texts do not take long.
  private let pieceByteCount: Int

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
    pieceByteCount = 1 + bytes.count / 200
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    piece += 1
    // Now and then more than a reader looks at in one go.
    let count = min(buffer.count, rest.count, piece % 16 == 0 ? 700 : pieceByteCount + piece % 7)
    buffer.copyBytes(from: rest.prefix(count))
    rest.removeFirst(count)
    return count
  }
}
