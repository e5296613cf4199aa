import Subjects
import Testing

/// People of the same name in running text, whose own birth date stands further on.
@Suite struct NamesakeTests {
  @Test(arguments: [
    "Anna van 't Hof, woonachtig te Utrecht, Kerkstraat 12 en geboren op 1-1-1950, maakt bezwaar.",
    "Anna van 't Hof, Kerkstraat 12 te Utrecht, gehuwd met P. Smit en geboren op 1-1-1950.",
    "Dossier 999990019.\n\n\n\n\n\nHier sprak Anna van 't Hof, zus van K. de Wit en geboren op 1-1-1950.",
  ])
  func `are not certain`(text: String) throws {
    let located = try LocatedText(text + "\n", named: "a.txt")
    let records = try #require(located.file?.documents.first?.records)
    let named = records.filter { $0.record.mentions.contains { $0.attribute == .fullName } }
    #expect(!named.isEmpty)
    #expect(named.allSatisfy { $0.record.verdict != .thisPerson })
  }

  @Test(arguments: [
    "K. Smit, geb. 1-1-1960; A. van 't Hof, geb. 12-03-1978; J. Bos, geb. 2-2-1970",
    "Geboren 1-1-1960, A. van 't Hof, geboren op 12-03-1978",
  ])
  func `are no other people where their date stands behind another`(text: String) throws {
    let verdict = try LocatedText(text + ".\n", named: "a.txt").verdict
    #expect(verdict == .possiblyAnother || verdict == .thisPerson)
  }

  @Test(arguments: [
    ("a.csv", "naam;geboortedatum partner\nA.B. van 't Hof;01-02-1970\n", true),
    ("a.csv", "naam kind;geboortedatum kind\nA.B. van 't Hof;01-02-1970\n", false),
    (
      "a.json", "{\"naam\": \"A.B. van 't Hof\", \"partner\": {\"geboortedatum\": \"1970-02-01\"}}",
      true
    ),
  ])
  func `are not known by the date of a relative`(name: String, text: String, isPossible: Bool)
    throws
  {
    #expect(
      try LocatedText(text, named: name).verdict == (isPossible ? .possiblyAnother : .otherPerson))
  }

  @Test(arguments: [
    "Brief aan Anna van 't Hof d.d. 12-03-1978 over de huur.",
    "Brief van Anna van 't Hof, d.d. 12 maart 1978, over de huur.",
  ])
  func `are not known by the date of a letter`(text: String) throws {
    #expect(try LocatedText(text + "\n", named: "a.txt").verdict == .possiblyAnother)
  }

  @Test(arguments: [
    "in dienst sinds 12-03-1978", "in dienst per 12-03-1978", "in dienst getreden op 12-03-1978",
    "datum in dienst 12-03-1978", "uit dienst per 12 maart 1978", "overleden 12-03-1978",
    "overleden op 12-03-1978", "gehuwd op 12-03-1978", "getrouwd op 12 maart 1978",
    "datum huwelijk: 12-03-1978", "ontslag per 12-03-1978", "datum ondertekening 12-03-1978",
  ])
  func `are not known by the date of what happened to them`(event: String) throws {
    let text = "Anna van 't Hof, \(event).\n"
    #expect(try LocatedText(text, named: "a.txt").verdict == .possiblyAnother)
  }

  @Test(arguments: [
    ("a.csv", "naam;datum in dienst\nAnna van 't Hof;12-03-1978\n", PersonVerdict.possiblyAnother),
    ("a.csv", "naam;overlijdensdatum\nAnna van 't Hof;12-03-1978\n", .possiblyAnother),
    ("a.json", "{\"naam\": \"Anna van 't Hof\", \"inDienst\": \"1978-03-12\"}", .possiblyAnother),
    ("a.csv", "naam;datum\nAnna van 't Hof;12-03-1978\n", .thisPerson),
    ("a.csv", "naam;geboren\nAnna van 't Hof;12-03-1978\n", .thisPerson),
    ("a.csv", "naam;geboren;in dienst\nAnna van 't Hof;12-03-1978;1-1-2000\n", .thisPerson),
    (
      "a.json", "{\"naam\": \"Anna van 't Hof\", \"opname\": {\"birthDt\": \"1978-03-12\"}}",
      .thisPerson
    ),
  ])
  func `are known by a date whose header says nothing else`(
    name: String, text: String, verdict: PersonVerdict
  ) throws {
    #expect(try LocatedText(text, named: name).verdict == verdict)
  }

  @Test(arguments: [
    "Anna van 't Hof, geboren d.d. 12-03-1978, belde.",
    "Anna van 't Hof (12-03-1978), zie de brief d.d. 1-1-2020.",
    "Anna van 't Hof\nDatum: 12-03-1978",
  ])
  func `are told from the person by a birth date`(text: String) throws {
    #expect(try LocatedText(text + "\n", named: "a.txt").verdict == .thisPerson)
  }

  @Test(arguments: [
    ("Naam: Anna van 't Hof    Naam partner: K. Smit", "12-03-1978", "1-1-1960", true),
    ("Naam: K. Smit    Naam partner: Anna van 't Hof", "1-1-1960", "12-03-1978", true),
    ("Naam: Anna van 't Hof    Naam partner: K. Smit", "1-1-1960", "12-03-1978", false),
    ("Naam: K. Smit    Naam partner: Anna van 't Hof", "12-03-1978", "1-1-1960", false),
  ])
  func `are told by the date below each where people stand side by side`(
    names: String, first: String, second: String, isThisPerson: Bool
  ) throws {
    let text = "\(names)\nGeboortedatum: \(first)    Geboortedatum: \(second)\n"
    let verdict = try LocatedText(text, named: "a.txt").verdict
    #expect((verdict == .thisPerson) == isThisPerson)
  }

  @Test func `do not make the person unsure who is named with the date of a child`() throws {
    let text = "Anna van 't Hof (12-03-1978) en haar zoon K. Smit, geboren op 1-1-2010.\n"
    #expect(try LocatedText(text, named: "a.txt").verdict == .thisPerson)
  }
}
