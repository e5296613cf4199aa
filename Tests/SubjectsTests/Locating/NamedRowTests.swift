import Subjects
import Testing

/// Tables of keys and values: a row for each of what is said of a person.
@Suite struct NamedRowTests {
  @Test func `are one record`() throws {
    let text = "Veld;Waarde\nNaam;A.B. van 't Hof\nGeboortedatum;12-03-1978\nTelefoon;\n"
    let located = try LocatedText(text, named: "a.csv")
    #expect(located.verdict == .thisPerson)
    #expect(located.records == [[.fullName, .birthDate]])
  }

  @Test func `are another record where a name comes again`() throws {
    let text = """
      Veld;Waarde
      Naam;J. de Wit
      Geboortedatum;12-03-1978
      Naam;A.B. van 't Hof
      Geboortedatum;01-02-1970
      Naam;K. Vos
      Geboortedatum;12-03-1978
      """
    let located = try LocatedText(text, named: "a.csv")
    #expect(located.verdict == .otherPerson)
    #expect(located.records == [[.fullName]])
  }

  @Test func `tell people in columns apart`() throws {
    let text = """
      Veld;Aanvrager;Partner
      Naam;J. de Wit;A.B. van 't Hof
      Geboortedatum;01-02-1970;12-03-1978
      BSN;999992168;999990019
      """
    let located = try LocatedText(text, named: "a.csv")
    #expect(located.records == [[.fullName, .birthDate, .bsn]])
    #expect(located.verdict == .thisPerson)
  }

  @Test func `keep a value from the name of a column with another date`() throws {
    let text = """
      Veld;Aanvrager;Partner
      Naam;A.B. van 't Hof;J. de Wit
      Geboortedatum;01-02-1970;12-03-1978
      BSN;999992168;
      """
    #expect(try LocatedText(text, named: "a.csv").verdict == .otherPerson)
  }

  @Test(arguments: [
    ("Anna van 't Hof", "12-03-1978", "Tim van 't Hof", "01-02-2015", PersonVerdict.thisPerson),
    ("K. Vos", "12-03-1978", "A. van 't Hof", "01-02-2015", .possiblyAnother),
  ])
  func `give each of two people the date below their name`(
    parent: String, born: String, child: String, childBorn: String, verdict: PersonVerdict
  ) throws {
    let text = """
      Veld;Waarde
      Naam kind;\(child)
      Geboortedatum kind;\(childBorn)
      Naam ouder;\(parent)
      Geboortedatum ouder;\(born)
      """
    #expect(try LocatedText(text, named: "a.csv").verdict == verdict)
  }

  @Test func `do not join the rows of a list`() throws {
    let text = """
      naam;geboortedatum;plaats
      A.B. van 't Hof;01-02-1970;Ede
      K. Vos;12-03-1978;Ede
      """
    let located = try LocatedText(text, named: "a.csv")
    #expect(located.verdict == .otherPerson)
    #expect(located.records == [[.fullName]])
  }

  @Test func `tell a twin by the first name on a row of its own`() throws {
    let text = "Veld;Waarde\nVoornaam;Kees\nAchternaam;Hof\nGeboortedatum;12-03-1978\n"
    #expect(try LocatedText(text, named: "a.csv").verdict == .possiblyAnother)
  }
}
