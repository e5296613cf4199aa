internal import ScanModel

/// The members of the records that NDJSON and JSON reports share.
struct JSONRecords {
  let style: ReportStyle
  var kinds = KindTable()

  func run(_ header: RunHeader, into json: inout JSONText) {
    json.member("schema", 1)
    json.member("id", header.id)
    json.member("version", header.toolVersion)
    json.member("started", Timestamp(header.started).iso8601)
    json.array("roots") { json in
      for root in header.roots {
        json.object { path(root, into: &$0) }
      }
    }
    json.array("options") { json in
      for option in header.options { json.value(option) }
    }
    json.member("language", style.language.rawValue)
    json.member("reveals_values", style.revealsValues)
    json.array("kinds") { json in
      for kind in header.kinds {
        json.object { json in
          json.member("id", kind.id)
          json.member("name_nl", kind.dutchName)
          json.member("name_en", kind.englishName)
          json.member("class", kind.legalClass.rawValue)
        }
      }
    }
  }

  func provenance(_ provenance: Provenance, into json: inout JSONText) {
    path(provenance.path, into: &json)
    json.member("member", provenance.member)
  }

  /// `path` as text and, where that is not the whole truth, `path_b64` with the bytes.
  func path(_ path: FilePath, into json: inout JSONText) {
    json.member("path", path.lossyText)
    if path.utf8Text == nil { json.member("path_b64", Base64.encode(path.bytes)) }
  }

  func finding(_ finding: Finding, into json: inout JSONText) {
    json.member("kind", finding.kind)
    json.member("class", kinds[finding.kind].legalClass.rawValue)
    json.member("confidence", finding.confidence.value)
    json.member("level", finding.confidence.level.rawValue)
    json.object("place") { place(finding.place, into: &$0) }
    json.member("mask", finding.value.masked(visibleCount: 2))
    json.array("reasons") { json in
      for reason in finding.reasons {
        json.object { self.reason(reason, into: &$0) }
      }
    }
    if style.revealsValues {
      json.member("value", finding.value.revealed)
      json.member("normalized", finding.normalized.revealed)
    }
  }

  private func place(_ place: Place, into json: inout JSONText) {
    switch place {
    case .line(let line, let column):
      json.member("type", "line")
      json.member("line", line)
      json.member("column", column)
    case .cell(let row, let column, let header):
      json.member("type", "cell")
      json.member("row", row)
      json.member("column", column)
      json.member("column_name", Place.columnLetters(column))
      json.member("header", header)
    case .element(let path, let line):
      json.member("type", "element")
      json.member("element", path)
      json.member("line", line)
    case .record(let line, let field):
      json.member("type", "record")
      json.member("line", line)
      json.member("field", field)
    }
    json.member("text", place.description)
  }

  private func reason(_ reason: Reason, into json: inout JSONText) {
    json.member("code", reason.code)
    json.member("text", reason.phrase[style.language])
    if let word = reason.word { json.member("word", word) }
    switch reason {
    case .label(_, let distance):
      json.member("distance", distance)
    case .columnPasses(let passed, let count), .columnIsRandom(let passed, let count):
      json.member("passed", passed)
      json.member("count", count)
    default: break
    }
  }
}
