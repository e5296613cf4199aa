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
  }

  /// `path` as text and, where that is not the whole truth, `path_b64` with the bytes.
  func path(_ path: FilePath, into json: inout JSONText) {
    json.member("path", path.lossyText)
    if path.utf8Text == nil { json.member("path_b64", Base64.encode(path.bytes)) }
  }
}
