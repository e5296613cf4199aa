import Reporting
import Subjects
import Testing

@Suite struct CardRemarkTests {
  @Test(arguments: [
    ("{first: Jan, surname: Quist}", [CardRemark.onlyNames]),
    ("{first: Jan, surname: Quist, birth-date: 1985-03-12}", [.noIdentifier]),
    ("{first: Jan, prefix: de, surname: Boer, bsn: 999990019}", [.surnameIsWord]),
    ("{first: Mei, surname: Li, bsn: 999990019}", [.shortSurname]),
    ("{first: Jan, surname: Quist-Zonneveldt, bsn: 999990019}", [.dashInSurname]),
    ("{surname: Quist, bsn: 999990019}", [.noFirstName]),
    ("{email: info@voorbeeld.nl}", [.sharedMailbox]),
    ("{bsn: 999990019, licence-plate: M-AB 1234}", [.foreignPlate]),
    ("{numbers: [12345]}", [.shortNumber]),
    ("{first: Jan, surname: Quist, bsn: 999990019}", []),
  ])
  func `says what is weak about a card`(text: String, remarks: [CardRemark]) throws {
    let cards = try SubjectCardFile.cards(in: text, file: "a")
    #expect(CardRemark.remarks(on: cards[0]) == remarks)
  }

  @Test(arguments: CardRemark.allCases, ReportLanguage.allCases)
  func `has a sentence for each`(remark: CardRemark, language: ReportLanguage) {
    #expect(remark.text(in: language).hasSuffix("."))
  }
}
