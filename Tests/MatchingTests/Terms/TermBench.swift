import Matching
import PatternCatalog
import ScanModel
import TestSupport

/// Seeks terms in texts as a scan does.
struct TermBench {
  struct Hit: Hashable {
    let term: Int
    let range: Range<Int>
    var label: NumberLabel?
  }

  private let patterns: CompiledPatterns

  init(_ terms: [SearchTerm], path: TriggerPath = .best) throws {
    patterns = try CompiledPatterns(try SmallCatalog.catalog(), path: path, terms: terms)
  }

  /// Terms of one owner and kind.
  init(_ texts: [String], gaps: SearchTerm.Gaps = .anywhere) throws {
    try self.init(texts.map { SearchTerm(kind: "name", owner: 0, text: $0, gaps: gaps) })
  }

  /// The parts of a running text that terms stand in, in its order.
  func found(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return hits(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// What is found in a running text that comes in blocks of so many live bytes.
  func hits(in text: [UInt8], blockByteCounts: () -> Int = { .max }) -> [Hit] {
    let context = 1_024
    var matcher = Matcher(patterns)
    var hits: [Hit] = []
    var start = 0
    while start < text.count {
      let count = blockByteCounts()
      let end = count < text.count - start ? text.characterStart(start + count) : text.count
      guard end > start else { continue }
      let from = text.characterStart(max(0, start - context))
      let to = text.characterStart(min(end + context, text.count))
      var layout = TextLayout(form: .running)
      layout.live = start - from..<end - from
      hits += self.hits(in: Array(text[from..<to]), layout, &matcher).map {
        Hit(
          term: $0.term, range: $0.range.lowerBound + from..<$0.range.upperBound + from,
          label: $0.label)
      }
      start = end
    }
    return hits
  }

  /// What is found in one block.
  func hits(in block: [UInt8], _ layout: TextLayout) -> [Hit] {
    var matcher = Matcher(patterns)
    return hits(in: block, layout, &matcher)
  }

  private func hits(
    in block: [UInt8], _ layout: TextLayout, _ matcher: inout Matcher
  ) -> [Hit] {
    var labels = LabelSupport(patternCount: patterns.catalog.patterns.count)
    for _ in layout.labels { labels.append(LabelSupport.Label()) }
    matcher.search(block.span, layout: layout, labels: labels)
    return matcher.termMatches.map { Hit(term: $0.term, range: $0.range, label: $0.label) }
  }
}

extension [UInt8] {
  fileprivate func characterStart(_ position: Int) -> Int {
    var position = position
    while position < count, position > 0, self[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }
}
