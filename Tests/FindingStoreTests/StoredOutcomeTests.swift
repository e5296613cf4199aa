import ScanModel
import Testing

@testable import FindingStore

@Suite struct StoredOutcomeTests {
  private static let outcomes: [Outcome] =
    [.scanned]
    + PartialReason.allCases.map { .partial($0, examinedByteCount: 4096) }
    + [
      .unsupportedType, .encrypted, .unreadable(13), .directoryUnreadable(5), .vanished,
      .tooLarge, .special, .interrupted,
    ].map { .notExamined($0) }

  @Test(arguments: outcomes)
  func `gives every outcome back`(outcome: Outcome) {
    #expect(StoredOutcome(outcome, byteCount: 5000).end == outcome)
  }

  @Test(
    arguments: [
      ("scan", nil), ("partial", nil), ("partial", "nothing"), ("not-examined", nil),
      ("not-examined", "partial"), ("", nil),
    ] as [(String, String?)])
  func `knows no outcome that is not one`(outcome: String, reason: String?) {
    let columns = StoredOutcome(
      outcome: outcome, reason: reason, errorNumber: nil, examinedByteCount: 0)
    #expect(columns.end == nil)
  }
}
