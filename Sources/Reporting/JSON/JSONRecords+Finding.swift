internal import ScanModel

extension JSONRecords {
  /// The members of a finding, with gaps for all in which findings alike differ.
  func finding(_ finding: Finding, into json: inout JSONText) {
    json.member("kind", finding.kind)
    json.member("class", kinds[finding.kind].legalClass.rawValue)
    json.member("confidence", finding.confidence.value)
    json.member("level", finding.confidence.level.rawValue)
    json.parts(finding.part)
    json.object("place") { place(finding.place, in: finding.part, into: &$0) }
    json.text("mask") { $0.gap(.mask) }
    json.array("reasons") { json in
      for (index, reason) in finding.reasons.enumerated() {
        json.object { self.reason(reason, number: index, into: &$0) }
      }
    }
    if style.revealsValues {
      json.text("value") { $0.gap(.value) }
      json.text("normalized") { $0.gap(.normalized) }
    }
  }

  private func place(
    _ place: Place, in part: [DocumentPart], into json: inout JSONText
  ) {
    switch place {
    case .line:
      json.member("type", "line")
      json.key("line")
      json.gap(.number)
      json.key("column")
      json.gap(.column)
    case .cell(_, let column, let header):
      json.member("type", "cell")
      json.key("row")
      json.gap(.number)
      json.member("column", column)
      json.member("column_name", Place.columnLetters(column))
      json.member("header", header)
    case .element(let path, _):
      json.member("type", "element")
      json.member("element", path)
      json.key("line")
      json.gap(.number)
    case .paragraph(_, let header):
      json.member("type", "paragraph")
      json.key("paragraph")
      json.gap(.number)
      json.member("header", header)
    case .record(_, let field):
      json.member("type", "record")
      json.key("line")
      json.gap(.number)
      json.member("field", field)
    }
    json.text("text") { json in
      json.part(part.prefix(of: place, in: style.language))
      for part in place.parts {
        switch part {
        case .text(let text): json.part(text)
        case .number: json.gap(.number)
        case .column: json.gap(.column)
        }
      }
    }
  }

  private func reason(_ reason: Reason, number: Int, into json: inout JSONText) {
    json.member("code", reason.code)
    json.member("text", reason.phrase[style.language])
    if let word = reason.word { json.member("word", word) }
    switch reason {
    case .label:
      json.key("distance")
      json.gap(.distance(reason: number))
    case .columnPasses(let passed, let count), .columnIsRandom(let passed, let count):
      json.member("passed", passed)
      json.member("count", count)
    default: break
    }
  }
}
