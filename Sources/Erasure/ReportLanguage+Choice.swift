internal import Reporting

extension ReportLanguage {
  func choose(nl: String, en: String) -> String {
    switch self {
    case .nl: nl
    case .en: en
    }
  }
}
