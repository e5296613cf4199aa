package import ScanModel

extension DocumentPart {
  /// `member:brief.docx`, `page:3`: the form of plans and reports for programs.
  package var code: String {
    switch self {
    case .member(let name): "member:\(name)"
    case .folder(let name): "folder:\(name)"
    case .message(let number): "message:\(number)"
    case .page(let number): "page:\(number)"
    case .slide(let number): "slide:\(number)"
    case .sheet(let name): "sheet:\(name)"
    case .table(let name): "table:\(name)"
    case .section(let section): "section:\(section.rawValue)"
    }
  }
}
