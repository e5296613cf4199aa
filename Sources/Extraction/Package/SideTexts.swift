import ScanModel

/// Texts that stand in the middle of another one and are no part of its flow, kept until its end.
struct SideTexts {
  /// The bytes of them that are kept in memory.
  private static let byteLimit = 64 << 20

  private var texts: [DocumentSection: DocumentText] = [:]
  private var byteCount = 0
  private(set) var isOverLimit = false

  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to section: DocumentSection) {
    guard spend(range.count) else { return }
    texts[section, default: DocumentText()].append(bytes, range)
  }

  mutating func append(_ scalar: Unicode.Scalar, to section: DocumentSection) {
    guard spend(4) else { return }
    texts[section, default: DocumentText()].append(scalar)
  }

  mutating func endParagraph(in section: DocumentSection) {
    texts[section]?.endParagraph()
  }

  mutating func addParagraph(_ bytes: [UInt8]?, to section: DocumentSection) {
    guard let bytes, !bytes.isEmpty, spend(bytes.count) else { return }
    texts[section, default: DocumentText()].addParagraph(bytes)
  }

  mutating func add(_ value: [UInt8]?, named name: [UInt8], to section: DocumentSection) {
    guard let value, !value.isEmpty, spend(value.count + name.count) else { return }
    texts[section, default: DocumentText()].add(value, named: name)
  }

  private mutating func spend(_ count: Int) -> Bool {
    byteCount += count
    if byteCount > Self.byteLimit { isOverLimit = true }
    return !isOverLimit
  }

  /// Passes all of them on, each as a text at its section of `parts`.
  mutating func push<Sink: DocumentSink & ~Copyable>(
    at parts: [DocumentPart], into sink: inout Sink
  ) {
    for section in DocumentSection.allCases {
      guard var text = texts.removeValue(forKey: section), !text.isEmpty else { continue }
      sink.beginText(at: parts + [.section(section)])
      text.finish(into: &sink)
      sink.endText()
    }
    if isOverLimit { sink.miss(.limit, at: parts) }
    byteCount = 0
  }
}
