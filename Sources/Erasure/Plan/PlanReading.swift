internal import ScanModel

/// How a file of a plan was read, as plans say it.
enum PlanReading {
  static let searched = "searched"

  static func code(_ outcome: Outcome) -> String {
    switch outcome {
    case .scanned: searched
    case .partial(let reason, _): reason.rawValue
    case .notExamined(let reason): reason.code
    }
  }
}
