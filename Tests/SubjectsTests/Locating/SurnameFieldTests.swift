import Subjects
import Testing

/// Surnames that are words, in fields of their own.
@Suite struct SurnameFieldTests {
  @Test(arguments: [
    ("a.txt", "Achternaam: Hof\nVoorvoegsel: van 't\nVoornaam: Anna\n"),
    ("a.txt", "Naam patient  :  Hof\nTussenv.  : van 't\n"),
    ("a.txt", "Achternaam\nHof\nPlaats\nZeist\n"),
    ("a.txt", "Naam: mw. A.B. HOF\n"),
    ("a.txt", "achternaam=hof\n"),
    ("a.csv", "voornaam;tussenvoegsel;id;achternaam\nKees;;1;Smit\nAnna;van 't;2;Hof\n"),
    ("a.csv", "Veld;Waarde\nAchternaam;Hof\nPlaats;Zeist\nBijzonderheden;geen\n"),
    ("a.json", "[{\"id\": 1, \"naam\": {\"achternaam\": \"Hof\", \"x\": 1}}]"),
    (
      "a.xml",
      "<personen><persoon><geslachtsnaam>Hof</geslachtsnaam></persoon></personen>"
    ),
    ("a.xml", "<personen><persoon achternaam=\"Hof\" id=\"1\"/></personen>"),
    ("a.md", "| Achternaam | Voorvoegsel |\n|---|---|\n| Bakker | |\n| Hof | van 't |\n"),
    ("a.eml", "From: a@voorbeeld.example\nSubject: Aanmelding mw. Hof\n\nZie de bijlage.\n"),
    ("a.txt", "De gasten zijn:\n  Hof            van 't   rolstoel\n"),
    ("a.txt", "De gasten zijn: Hof, van \u{2019}t\n"),
    ("a.txt", "Aanwezig:\nBakker\nHof van 't\nVos de\n"),
    ("a.txt", "- HOF V/H 'T\n- HOF VAN HET.\n"),
    ("a.txt", "rij 3 |  van het | HOF | 12,50\n"),
    ("a.html", "<dl><dt>Achternaam</dt><dd>Hof</dd></dl>"),
  ])
  func `counts where a header, key or label says that it is a name`(name: String, text: String)
    throws
  {
    #expect(try LocatedText(text, named: name).verdict == .possiblyAnother)
  }

  @Test(arguments: [
    ("a.txt", "Op het hof stond een berg zand. Het Hof van Justitie deed uitspraak.\n"),
    ("a.txt", "Straatnaam: Hof\nGemeente: Hof\n"),
    ("a.txt", "De naam van het kasteel met het hof is vergeten.\n"),
    ("a.txt", "In het\nHof van 't Loo wordt getrouwd, aan de rand van een\nhof\n"),
    ("a.txt", "Het hof van 't kasteel, het hof, van 't Loo; en 't  Hof, van ter zijde.\n"),
    ("a.csv", "id;plaats\n1;Hof\n2;Zeist\n"),
    ("a.json", "{\"zitting\": {\"instantie\": \"Hof\"}}"),
  ])
  func `is a word elsewhere`(name: String, text: String) throws {
    #expect(try LocatedText(text, named: name).file == nil)
  }

  @Test func `is known by the birth date beside it`() throws {
    let text = "Achternaam: Hof\nVoorvoegsel: van 't\nGeboortedatum: 12-03-1978\n"
    #expect(try LocatedText(text, named: "a.txt").verdict == .thisPerson)
    let other = "Achternaam: Hof\nVoorvoegsel: van 't\nGeboortedatum: 13-04-1965\n"
    #expect(try LocatedText(other, named: "a.txt").verdict == .otherPerson)
  }
}
