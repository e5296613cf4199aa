import ScanModel
import Subjects
import Testing

@Suite struct SubjectCardFileTests {
  private func card(_ text: String) throws -> SubjectCard {
    try #require(SubjectCardFile.cards(in: text, file: "a.yaml").first)
  }

  @Test func `reads everything that a card can say`() throws {
    let card = try card(
      """
      reference: A
      case: AVG-2026-014
      names:
        - first: Jan Pieter
          initials: J.P.
          prefix: de
          surname: Vries
          partner: van den Berg
        - {first: [Jan], surname: Zonneveldt, former: true}
      bsn: 999990019
      birth-date: 12-03-1985
      addresses:
        - {street: Kerkstraat, house-number: 12 A, postcode: 1234ab, town: Lindewaard, from: 2019-03}
      emails: [jan.de.vries@voorbeeld.nl]
      phones: 06-12345678
      ibans: [NL91 ABNA 0417 1643 00]
      numbers: {client: C-20481, member: 0088120}
      licence-plates: gb-123-x
      terms: [Vogelvrienden Lindewaard]
      """)
    #expect(card.reference == "A")
    #expect(card.caseReference == "AVG-2026-014")
    #expect(card.names.map(\.first) == [["Jan", "Pieter"], ["Jan"]])
    #expect(card.names.map(\.initials) == ["JP", ""])
    #expect(card.names.map(\.prefix) == ["de", ""])
    #expect(card.names.map(\.surname) == ["Vries", "Zonneveldt"])
    #expect(card.names.map(\.partner) == ["van den Berg", ""])
    #expect(card.names.map(\.isFormer) == [false, true])
    #expect(card.bsns == ["999990019"])
    #expect(card.birthDate == SubjectCard.CalendarDay(year: 1985, month: 3, day: 12))
    #expect(card.addresses.map(\.postcode) == ["1234 AB"])
    #expect(card.addresses.map(\.from) == ["2019-03"])
    #expect(card.phones == ["06-12345678"])
    #expect(card.ibans == ["NL91ABNA0417164300"])
    #expect(card.numbers.map(\.label) == ["client", "member"])
    #expect(card.numbers.map(\.number) == ["C-20481", "0088120"])
    #expect(card.licencePlates == ["GB123X"])
    #expect(card.terms == ["Vogelvrienden Lindewaard"])
  }

  @Test func `takes Dutch keys, and the only name among the others`() throws {
    let card = try card(
      """
      Voornamen: Johanna Maria
      roepnaam: Anneke
      tussenvoegsel: van der
      Achternaam: Linden
      Geboortedatum: 3 maart 1978
      burgerservicenummer: '999992168'
      cliëntnummer: 20481
      adres: {straat: Dorpsstraat, huisnummer: 5, toevoeging: bis, woonplaats: Lindewaard}
      eerdere-namen: {achternaam: Oudehoven, voorletters: J.M.}
      """)
    #expect(card.names[0].first == ["Anneke", "Johanna", "Maria"])
    #expect(card.names[0].initials == "JM")
    #expect(card.names[0].prefix == "van der")
    #expect(card.names[1].isFormer)
    #expect(card.birthDate == SubjectCard.CalendarDay(year: 1978, month: 3, day: 3))
    #expect(card.addresses[0].houseNumber == "5 bis")
    #expect(card.numbers == [SubjectCard.Number(label: "client", number: "20481")])
  }

  @Test func `reads JSON as other programs write it`() throws {
    let text =
      "{\"names\":[{\"first\":[\"Ren\\u00e9\"],\"surname\":\"d\\u0027Ancona\"}],\n"
      + "\t\"emails\":[\"rene@voorbeeld.nl\"],\"terms\":[\"dossier 2024\\/118\"],\"case\":null,"
      + "\"birth-date\":\"1985-03-12\"}"
    let card = try card(text)
    #expect(card.names[0].first == ["René"])
    #expect(card.names[0].surname == "d'Ancona")
    #expect(card.terms == ["dossier 2024/118"])
    #expect(card.caseReference.isEmpty)
  }

  @Test(arguments: [
    "subjects:\n  - {reference: A, bsn: 999990019}\n  - {reference: B, bsn: 999992168}\n",
    "betrokkenen: [{reference: A, bsn: 999990019}, {reference: B, bsn: 999992168}]",
    #"[{"reference":"A","bsn":"999990019"},{"reference":"B","bsn":"999992168"}]"#,
    "\u{FEFF}- {reference: A, bsn: 999990019}\n- {reference: B, bsn: 999992168}\n",
  ])
  func `several cards stand in a list`(text: String) throws {
    let cards = try SubjectCardFile.cards(in: text, file: "a.yaml")
    #expect(cards.map(\.reference) == ["A", "B"])
    #expect(cards.map(\.bsns) == [["999990019"], ["999992168"]])
  }

  @Test(arguments: [
    ("surname: van den Berg", "van den", "Berg"), ("surname: 'Berg, van den'", "van den", "Berg"),
    ("surname: Van der Linden", "Van der", "Linden"), ("surname: de", "", "de"),
    ("surname: Den", "", "Den"), ("{surname: Hof, prefix: van ’t}", "van ’t", "Hof"),
  ])
  func `takes the prefix out of a surname`(text: String, prefix: String, surname: String) throws {
    let name = try #require(try card(text).names.first)
    #expect(name.prefix == prefix)
    #expect(name.surname == surname)
  }

  @Test(arguments: [
    ("J.P.", "JP"), ("j p", "JP"), ("JP", "JP"), ("jp", "JP"), ("Th.A.", "ThA"), ("J.-P.", "JP"),
  ])
  func `keeps initials as capitals`(written: String, initials: String) throws {
    let card = try card("{surname: Bos, initials: '\(written)'}")
    #expect(card.names.map(\.initials) == [initials])
  }

  @Test func `a lost zero of a BSN comes back`() throws {
    // 010000008: 8 x 1 - 1 x 8 = 0, the elfproef for persons.
    #expect(try card("bsn: 10000008").bsns == ["010000008"])
  }
}
