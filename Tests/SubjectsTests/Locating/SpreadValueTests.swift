import Subjects
import Testing

/// Values that stand in several fields.
@Suite struct SpreadValueTests {
  @Test(arguments: [
    ("a.csv", "naam;geb_dag;geb_maand;geb_jaar\nvan 't Hof;12;3;1978\nSmit;4;5;1980\n"),
    ("a.csv", "naam;jaar;maand;dag\nvan 't Hof;1978;03;12\nSmit;1980;05;04\n"),
    (
      "a.json",
      "[{\"achternaam\": \"van 't Hof\", \"geboren\": {\"dag\": 12, \"maand\": 3, \"jaar\": 1978}}]"
    ),
    (
      "a.xml",
      "<p><persoon><naam>van 't Hof</naam><jaar>1978</jaar><maand>03</maand><dag>12</dag></persoon></p>"
    ),
  ])
  func `a birth date in three fields is one`(name: String, text: String) throws {
    let located = try LocatedText(text, named: name)
    #expect(located.records == [[.surname, .birthDate]])
    #expect(located.verdict == .thisPerson)
  }

  @Test func `a birth date in three rows is none`() throws {
    let text = "naam;nr\nvan 't Hof;12\nBakker;3\nSmit;1978\n"
    #expect(try LocatedText(text, named: "a.csv").records == [[.surname]])
  }

  @Test(arguments: [("1978", PersonVerdict.possiblyAnother), ("1965", .otherPerson)])
  func `a year may be that of the birth date`(year: String, verdict: PersonVerdict) throws {
    let text = "naam;geboortejaar\nvan 't Hof;\(year)\nSmit;1980\n"
    #expect(try LocatedText(text, named: "a.csv").verdict == verdict)
  }

  @Test(arguments: [
    "naam;straat;huisnummer;plaats\nA. van 't Hof;Kerkstraat;12;Utrecht\n",
    "naam;huisnummer;straat;plaats\nA. van 't Hof;12;Kerkstraat;Utrecht\n",
    "naam;huisnummer;postcode;plaats\nA. van 't Hof;12;3511 AB;Utrecht\n",
    "naam;postcode;huisnummer;plaats\nA. van 't Hof;3511AB;12;Utrecht\n",
  ])
  func `an address in several fields is one`(text: String) throws {
    let located = try LocatedText(text, named: "a.csv")
    #expect(located.records == [[.fullName, .address]])
    #expect(located.verdict == .thisPerson)
  }

  @Test(arguments: [
    "voornaam;nr;achternaam;straat;huisnummer\nAnna;7;Hof;Kerkstraat;12\n",
    "voorletters;nr;achternaam;straat;huisnummer\nA.B.;7;Hof;Kerkstraat;12\n",
  ])
  func `a first name beside a surname makes a name`(text: String) throws {
    let located = try LocatedText(text, named: "a.csv")
    #expect(located.verdict == .thisPerson)
    #expect(located.records == [[.fullName, .address]])
  }
}
