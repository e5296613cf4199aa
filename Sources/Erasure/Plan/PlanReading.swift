internal import Reporting
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

  /// The reason that a code stands for; the code itself where it is not known, or names none.
  ///
  /// A code that stands for a part as well as for a whole file is said of the file.
  static func phrase(_ code: String) -> Phrase {
    let wholes: [NotExaminedReason] = [
      .unsupportedType, .encrypted, .vanished, .tooLarge, .special, .interrupted, .unreadable(0),
    ]
    if let reason = wholes.first(where: { $0.code == code }) { return reason.text.reason }
    return PartialReason(rawValue: code)?.text.reason ?? Phrase(code, code)
  }
}
