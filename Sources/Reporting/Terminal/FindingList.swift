package import ScanModel

/// Findings for a terminal: the path of a file, and a line for each finding in it.
///
/// Memory: one batch.
package struct FindingList {
  private let output: OutputFile
  private let style: ReportStyle
  private let paint: TerminalPaint
  private var path: FilePath?

  package init(to output: OutputFile, style: ReportStyle) {
    self.output = output
    self.style = style
    paint = TerminalPaint(usesColour: style.usesColour)
  }

  /// Takes findings of one file; `ids` has what each is called.
  package mutating func take(
    _ findings: [Finding], ids: [String], history: FileHistory, in file: Provenance
  ) throws(ReportError) {
    if path != file.path {
      path = file.path
      var line = paint(.heading, TerminalText.path(file.path))
      if let gone = history.gone {
        let date = Timestamp(localTimeOf: gone.time).short
        line += paint(
          .quiet, Phrase("  (niet meer sinds \(date))", "  (gone since \(date))")[style.language])
      }
      try output.write(line + "\n")
    }
    for (finding, id) in zip(findings, ids) {
      let line = [
        id.rightPadded(to: 14), finding.kind.rightPadded(to: 16),
        finding.confidence.shown(in: style.language).rightPadded(to: 11),
        TerminalText.text(style.shown(finding.value)), finding.shownPlace(in: style.language),
      ].joined(separator: "  ")
      try output.write(
        "  " + line + (finding.decision.map { "  [\($0.shown(in: style.language))]" } ?? "") + "\n")
    }
  }

  /// Ends the list with sentences.
  package mutating func finish(_ sentences: [String]) throws(ReportError) {
    if path != nil { try output.write("\n") }
    for sentence in sentences { try output.write(sentence + "\n") }
    try output.finish()
  }
}
