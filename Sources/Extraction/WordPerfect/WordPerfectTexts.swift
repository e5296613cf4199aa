import ScanModel

/// The texts of a document of WordPerfect: its body, and what stands beside it.
struct WordPerfectTexts {
  private var body = WordPerfectFlow()
  private var sides: [DocumentSection: WordPerfectFlow] = [:]
  /// Where text goes; nil for the body.
  var section: DocumentSection?

  /// The text of the section.
  var flow: WordPerfectFlow {
    get { section.map { sides[$0] ?? WordPerfectFlow() } ?? body }
    _modify {
      if let section {
        yield &sides[section, default: WordPerfectFlow()]
      } else {
        yield &body
      }
    }
  }

  /// Passes on what has gathered of the body, whose text has begun.
  mutating func pushIfDue(into sink: inout some DocumentSink & ~Copyable) {
    body.text.pushIfDue(into: &sink)
  }

  /// Ends the text of the body, and passes on those beside it.
  mutating func finish(into sink: inout some DocumentSink & ~Copyable) {
    body.endTable()
    body.text.finish(into: &sink)
    sink.endText()
    for section in DocumentSection.allCases {
      guard var side = sides.removeValue(forKey: section) else { continue }
      side.endTable()
      guard !side.text.isEmpty, !sink.isCancelled else { continue }
      sink.beginText(at: [.section(section)])
      side.text.finish(into: &sink)
      sink.endText()
    }
  }
}
