import ScanModel

/// The texts of a document that stand beside its body: comments, notes, deleted text and the like.
///
/// They wait until the text of the body ends, up to a limit for all of them.
struct OpenDocumentAsides {
  private static let byteLimit = 64 << 20

  private var texts: [DocumentSection: DocumentText] = [:]
  private var byteCount = 0
  private var missed: Set<DocumentSection> = []

  /// Whether `byteCount` more bytes may wait; a section that has more is booked.
  mutating func spend(_ byteCount: Int, _ section: DocumentSection) -> Bool {
    guard byteCount <= Self.byteLimit - self.byteCount else {
      missed.insert(section)
      return false
    }
    self.byteCount += byteCount
    return true
  }

  subscript(section: DocumentSection) -> DocumentText {
    get { texts[section] ?? DocumentText() }
    _modify { yield &texts[section, default: DocumentText()] }
  }

  /// Passes on all texts, as sections of `parts`.
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
