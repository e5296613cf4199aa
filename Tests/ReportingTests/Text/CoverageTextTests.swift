import ScanModel
import Testing

@testable import Reporting

@Suite struct CoverageTextTests {
  static let notExamined: [NotExaminedReason] = [
    .unsupportedType, .encrypted, .unreadable(13), .directoryUnreadable(5), .vanished, .tooLarge,
    .special, .interrupted,
  ]

  @Test(arguments: notExamined)
  func `finds the text of every code`(reason: NotExaminedReason) {
    let text = NotExaminedReason.text(ofCode: reason.code)
    #expect(text.reason == reason.text.reason)
    #expect(text.reason.dutch != reason.code)
    #expect(!text.advice.dutch.isEmpty)
    #expect(text.advice.dutch != text.advice.english)
  }

  @Test func `lets an unknown code speak for itself`() {
    #expect(NotExaminedReason.text(ofCode: "later-reason").reason.english == "later-reason")
  }

  @Test(arguments: PartialReason.allCases)
  func `says why a file was examined in part`(reason: PartialReason) {
    let gap = Outcome.partial(reason, examinedByteCount: 1).gapPhrase
    #expect(gap?.dutch.hasPrefix("deels onderzocht: ") == true)
    #expect(gap?.english.hasPrefix("partly examined: ") == true)
  }

  @Test func `names the error of the system`() {
    let gap = Outcome.notExamined(.unreadable(13)).gapPhrase
    #expect(gap?.dutch == "niet onderzocht: niet te lezen, geen toegang (EACCES)")
    #expect(Outcome.scanned.gapPhrase == nil)
  }
}
