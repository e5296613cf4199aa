internal import Reporting
internal import ScanModel

/// What kinds are called in answers: `bsn (Burgerservicenummer)`.
struct KindNames {
  private let names: [String: String]

  init(_ reading: StoreReadingOptions) throws {
    names = Dictionary(
      try reading.kinds().map { ($0.id, $0.shownName(in: reading.language)) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(kind: String) -> String {
    names[kind].map { "\(kind) (\($0))" } ?? TerminalText.text(kind)
  }
}

extension [String: Int] {
  /// `bsn 3, iban 1`: the most frequent first.
  var shownCounts: String {
    sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\(TerminalText.text($0.key)) \($0.value)" }.joined(separator: ", ")
  }
}

extension StoreReadingOptions {
  /// `2026-05-06 14:03`, as clocks of this machine show it.
  func date(_ seconds: Int64) -> String { Timestamp(localTimeOf: seconds).short }
}
