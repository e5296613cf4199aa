package import ScanModel

extension JSONText {
  /// The way into a document: a list of steps, each with its type and its name or number.
  package mutating func parts(_ parts: [DocumentPart]) {
    array("part") { json in
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
