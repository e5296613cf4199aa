import Subjects
import Testing

@Suite struct CardTextTests {
  @Test func `a card that was written reads back as the same`() throws {
    var name = SubjectCard.Name()
    name.first = ["Jan", "Pieter 'Piet'"]
    name.initials = "ThA"
    name.prefix = "van 't"
    name.surname = "Hof: # no comment"
    name.partner = "d'Ancona"
    var former = SubjectCard.Name()
    former.surname = "Null"
    former.isFormer = true
    var address = SubjectCard.Address()
    address.street = "'s-Gravenweg"
    address.houseNumber = "12 A"
    address.postcode = "1234 AB"
    address.until = "2024"
    var card = SubjectCard()
    card.reference = "A"
    card.caseReference = "2026/14 #3"
    card.names = [name, former]
    card.bsns = ["010000008"]
    card.birthDate = SubjectCard.CalendarDay(year: 1985, month: 3, day: 12)
    card.addresses = [address]
    card.emails = ["x'y@voorbeeld.nl"]
    card.phones = ["+31 6 12345678"]
    card.numbers = [
      SubjectCard.Number(label: "cliënt", number: "00 81"),
      SubjectCard.Number(label: "", number: "C-20481"),
    ]
    card.terms = ["- {ab: cd}", "true", "\"aanhaling\""]
    let text = CardText.text(of: card)
    #expect(try SubjectCardFile.cards(in: text, file: "a") == [card])
  }

  @Test(arguments: [
    "''''", "a: 'b' # c", "- item", "? key", "{abcd", "[abcd", "*alias", "&anchor", "!tag", "%dir1",
    "@abcd", "`abcd", "\\abcd\\n", "12:30:00", "1e10", "0x1F", "abc\u{2028}def",
    "Ĳsselmeer 🦜", "e\u{301}lise", "---abcd", "...abcd", "abcd:", "yes: no",
  ])
  func `no value becomes something else`(value: String) throws {
    var card = SubjectCard()
    card.bsns = ["999990019"]
    card.numbers = [SubjectCard.Number(label: value, number: "\(value)1234")]
    let text = CardText.text(of: card)
    let read = try #require(SubjectCardFile.cards(in: text, file: "a").first)
    // White space of any sort is a space on a card.
    let plain = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(read.numbers == [SubjectCard.Number(label: plain, number: "\(plain)1234")])
  }
}
