internal import Evidence
package import Matching
package import PatternCatalog
package import ScanModel

/// Runs matching and evidence over a text, as a scan does behind the extractor.
package struct EvidenceBench {
  private let patterns: CompiledPatterns
  private let vocabulary: Vocabulary

  /// Of a catalog whose expressions are known to compile.
  package init(
    _ catalog: PatternCatalog, search: CompiledPatterns.Search = .anchored,
    path: TriggerPath = .best
  ) {
    patterns = CompiledPatterns(known: catalog, search: search, path: path)
    vocabulary = Vocabulary(catalog)
  }

  /// The findings in running text.
  package func findings(in text: String) -> [Finding] {
    findings(inBlock: Array(text.utf8))
  }

  /// The findings in running text that comes in one block.
  package func findings(inBlock bytes: [UInt8]) -> [Finding] {
    var layout = TextLayout(form: .running)
    layout.live = 0..<bytes.count
    return findings([(bytes, layout)])
  }

  /// The findings in a table, given as rows of cells; `header` names the columns.
  package func findings(inTable rows: [[String]], header: [String]) -> [Finding] {
    var layout = TextLayout(form: .table)
    layout.labels = header.map { Array($0.utf8) }
    var bytes: [UInt8] = []
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let start = bytes.count
        bytes += Array(cell.utf8)
        layout.fields.append(
          TextField(
            range: start..<bytes.count,
            label: column < header.count ? Int32(column) : TextLayout.noLabel, row: row + 1,
            column: Int32(column + 1)))
        bytes.append(column + 1 < cells.count ? UInt8(ascii: ";") : UInt8(ascii: "\n"))
      }
    }
    layout.live = 0..<bytes.count
    return findings([(bytes, layout)])
  }

  /// The findings in a text that comes in blocks.
  package func findings(_ blocks: [(bytes: [UInt8], layout: TextLayout)]) -> [Finding] {
    var matcher = Matcher(patterns)
    var weigher = EvidenceWeigher(vocabulary)
    matcher.begin()
    weigher.begin()
    for (bytes, layout) in blocks {
      weigher.readLabels(of: layout)
      matcher.search(bytes.span, layout: layout, labels: weigher.labels)
      weigher.weigh(matcher.matches, in: bytes.span, layout: layout)
    }
    weigher.finish()
    return weigher.findings
  }
}
