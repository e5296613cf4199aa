import ScanModel

/// Texts that stand beside the flow of another one, such as comments, notes and deleted text.
///
/// They wait until that text ends, up to a limit for all of them.
struct SideTexts {
  /// The bytes of them that are kept in memory.
  private static let byteLimit = 64 << 20

  private var texts: [DocumentSection: DocumentText] = [:]
  private var byteCount = 0
  private var missed: Set<DocumentSection> = []

  /// Whether `count` more bytes may wait; a section that has more is booked.
  mutating func spend(_ count: Int, _ section: DocumentSection) -> Bool {
    guard count <= Self.byteLimit - byteCount else {
      missed.insert(section)
      return false
    }
    byteCount += count
    return true
  }

  /// The text of a section; whoever adds to it spends its bytes first.
  subscript(section: DocumentSection) -> DocumentText {
    get { texts[section] ?? DocumentText() }
    _modify { yield &texts[section, default: DocumentText()] }
  }

  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to section: DocumentSection) {
    guard spend(range.count, section) else { return }
    texts[section, default: DocumentText()].append(bytes, range)
  }

  mutating func append(_ scalar: Unicode.Scalar, to section: DocumentSection) {
    guard spend(4, section) else { return }
    texts[section, default: DocumentText()].append(scalar)
  }

  mutating func endParagraph(in section: DocumentSection) {
    texts[section]?.endParagraph()
  }

  mutating func addParagraph(_ bytes: [UInt8]?, to section: DocumentSection) {
    guard let bytes, !bytes.isEmpty, spend(bytes.count, section) else { return }
    texts[section, default: DocumentText()].addParagraph(bytes)
  }

  mutating func add(_ value: [UInt8]?, named name: [UInt8], to section: DocumentSection) {
    guard let value, !value.isEmpty, spend(value.count + name.count, section) else { return }
    texts[section, default: DocumentText()].add(value, named: name)
  }

  /// Passes all of them on, each as a text at its section of `parts`.
  mutating func push(at parts: [DocumentPart], into sink: inout some DocumentSink & ~Copyable) {
    guard !texts.isEmpty || !missed.isEmpty else { return }
    for section in DocumentSection.allCases {
      if var text = texts.removeValue(forKey: section), !text.isEmpty {
        sink.beginText(at: parts + [.section(section)])
        text.finish(into: &sink)
        sink.endText()
      }
      if missed.contains(section) { sink.miss(.limit, at: parts + [.section(section)]) }
    }
    missed.removeAll()
    byteCount = 0
  }
}
