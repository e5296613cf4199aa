import ScanModel
import Testing

@testable import Reporting

@Suite struct ReasonTextTests {
  static let all: [Reason] = [
    .checkPassed("elfproef"), .noCheck, .label("bsn", distance: 3), .nearbyLabel("sofi"),
    .columnHeader("rekening"), .fieldName("iban"), .knownRecord("AP304"),
    .counterWord("factuurnummer"), .typicalNotation, .testRange, .lostZero, .splitOverLines,
    .columnPasses(passed: 1200, count: 1300), .columnIsRandom(passed: 9, count: 100),
    .within("mrz"), .mayHoldBSN, .functionalAddress, .notPublicAddress, .unknownBank,
  ]

  @Test func `gives every reason a code of its own`() {
    #expect(Set(Self.all.map(\.code)).count == Self.all.count)
  }

  @Test(arguments: all)
  func `says every reason in two languages`(reason: Reason) {
    #expect(reason.phrase.dutch != reason.phrase.english)
    #expect(!reason.phrase.dutch.isEmpty)
    #expect(!reason.phrase.english.isEmpty)
    if let word = reason.word {
      #expect(reason.phrase.dutch.contains(word))
      #expect(reason.phrase.english.contains(word))
    }
  }

  @Test func `calls checks and kinds by their names in the language`() {
    let kinds = KindTable([
      KindDescription(
        id: "address", dutchName: "Adres", englishName: "Address", legalClass: .ordinary)
    ])
    let reasons: [Reason] = [.checkPassed("calendar"), .within("address")]
    #expect(
      reasons.text(in: .nl, kinds: kinds)
        == "de controle klopt (kalender); deel van een grotere vondst (Adres)")
    #expect(
      reasons.text(in: .en, kinds: kinds)
        == "the check passes (calendar); part of a larger find (Address)")
  }

  @Test func `joins reasons to one line`() {
    let reasons: [Reason] = [.columnHeader("bsn"), .columnPasses(passed: 1200, count: 1300)]
    #expect(
      reasons.text(in: .nl)
        == "de kolom heet “bsn”; 1.200 van 1.300 waarden in de kolom kloppen")
  }
}
