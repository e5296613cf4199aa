internal import ContentTypes
import ScanModel

/// The text that a value of JSON or XML is by itself: a table, JSON, or what base64 encodes.
struct EmbeddedText {
  /// Shorter values are values.
  static let leastByteCount = 40
  /// Longer ones are read as they are.
  static let byteLimit = 128 << 10

  private(set) var bytes: [UInt8] = []
  private(set) var fields: [TextField] = []
  private(set) var labels: [[UInt8]] = []
  /// Whether something in it is encoded and was not read.
  private(set) var hasEncodedParts = false

  /// nil for a value that is nothing but itself, or a document (`EncodedDocuments`).
  init?(_ value: Span<UInt8>) {
    guard Self.leastByteCount...Self.byteLimit ~= value.count else { return nil }
    if let decoded = EncodedValue.decode(value) {
      switch ContentType.detect(head: decoded.span.extracting(first: 64 << 10), isWhole: true) {
      case .text(let form, _) where decoded.isPlainText: read(decoded, as: form)
      default: return nil
      }
      return
    }
    guard value.mayHaveShape else { return nil }
    let text = value.withUnsafeBufferPointer { Array($0) }
    guard case .text(let form, _) = ContentType.detect(head: text.span, isWhole: true) else {
      return nil
    }
    switch form {
    case .delimited, .json, .ndjson: read(text, as: form)
    default: return nil
    }
  }

  private mutating func read(_ text: [UInt8], as form: TextForm) {
    var extractor = TextExtractor()
    let outcome = try? extractor.extract(
      form: form, encoding: .utf8, head: text, rest: MemorySource([]), into: &self)
    hasEncodedParts = outcome == .partial(.encodedParts) || extractor.hasEncodedDocuments
    if fields.isEmpty, !bytes.isEmpty {
      fields = [TextField(range: bytes.indices, label: TextLayout.noLabel, row: 1, column: 0)]
    }
  }
}

extension EmbeddedText: TextSink {
  var isCancelled: Bool { false }

  /// Takes the only block: it is longer than the text.
  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    guard bytes.isEmpty else { return }
    bytes.append(text, 0..<text.count)
    fields = layout.fields
    labels = layout.labels
  }
}

extension Span<UInt8> {
  /// Whether the value looks like JSON, or has several lines.
  fileprivate var mayHaveShape: Bool {
    self[0] == UInt8(ascii: "{") || self[0] == UInt8(ascii: "[") || lineFeedCount(0..<count) > 1
  }
}

extension [UInt8] {
  /// Whether it is valid UTF-8 without control characters other than white space.
  fileprivate var isPlainText: Bool {
    guard UTF8Check.validEnd(of: span, from: 0).end == count else { return false }
    return !contains(where: \.isNoText)
  }
}
