internal import Glibc
package import ScanModel

/// How much harm the findings in a file could do: a number to put files in order, not a verdict.
///
/// For each kind: weight × the largest, over the levels, of factor × log2(1 + distinct values).
/// The weight is 10 for national numbers, special categories and criminal data, 5 for data that
/// serve fraud (IBAN, payment card, document number, MRZ), 1 for other personal data and 0.2 for
/// data of organisations. The factor is 1 for high confidence, 0.4 for medium, 0.05 for low; a
/// level counts at most as many distinct values as it has findings. So one certain BSN outranks a
/// thousand doubtful ones, and more findings never lower the number. The risk of a file is the sum
/// over its kinds; what was not examined adds nothing.
package struct FileRisk: Hashable, Sendable {
  /// 0 for a file without findings; in steps of 0.01.
  package let score: Double

  package init(of tallies: [KindTally], kinds: [KindDescription]) {
    self.init(of: tallies, in: KindTable(kinds))
  }

  init(of tallies: [KindTally], in kinds: KindTable) {
    let sum = tallies.reduce(0) { $0 + Self.score(of: $1, as: kinds[$1.kind]) }
    score = (sum * 100).rounded() / 100
  }

  /// high ≥ 10 (one certain BSN) > medium ≥ 2 (one certain IBAN) > low.
  package var band: Band {
    if score >= 10 { return .high }
    return score >= 2 ? .medium : .low
  }

  /// A class of risk; the raw value is the stable code of reports.
  package enum Band: String, Hashable, Sendable, CaseIterable {
    case low, medium, high
  }

  private static func score(of tally: KindTally, as kind: KindDescription) -> Double {
    let largest = Confidence.Level.allCases.map { level in
      factor(of: level) * log2(1 + Double(min(tally.countByLevel[level], tally.distinctCount)))
    }.max()
    return weight(of: kind) * (largest ?? 0)
  }

  private static func weight(of kind: KindDescription) -> Double {
    switch kind.legalClass {
    case .nationalID, .special, .criminal: 10
    case .ordinary: servesFraud.contains(kind.id) ? 5 : 1
    case .organisation: 0.2
    }
  }

  private static func factor(of level: Confidence.Level) -> Double {
    switch level {
    case .high: 1
    case .medium: 0.4
    case .low: 0.05
    }
  }

  private static let servesFraud: Set = ["iban", "payment-card", "document-number", "mrz"]
}
