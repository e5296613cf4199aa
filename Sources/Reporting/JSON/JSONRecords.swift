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
    json.member("resumed", header.isContinued)
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

  /// The way into a document: a list of steps, each with its type and its name or number.
  func parts(_ parts: [DocumentPart], into json: inout JSONText) {
    json.array("part") { json in
      for part in parts {
        json.object { json in
          json.member("type", part.type)
          switch part {
          case .member(let name), .folder(let name), .sheet(let name), .table(let name):
            json.member("name", name)
          case .message(let number), .page(let number), .slide(let number):
            json.member("number", number)
          case .section(let section): json.member("name", section.rawValue)
          }
        }
      }
    }
  }

  /// `path` as text and, where that is not the whole truth, `path_b64` with the bytes.
  func path(_ path: FilePath, into json: inout JSONText) {
    json.member("path", path.lossyText)
    if path.utf8Text == nil { json.member("path_b64", Base64.encode(path.bytes)) }
  }
}

extension DocumentPart {
  /// The stable code of reports.
  fileprivate var type: String {
    switch self {
    case .member: "member"
    case .folder: "folder"
    case .message: "message"
    case .page: "page"
    case .slide: "slide"
    case .sheet: "sheet"
    case .table: "table"
    case .section: "section"
    }
  }
}
