import ContentTypes
import ScanModel
import Testing

@testable import Extraction

@Suite struct DelimitedHeaderTests {
  @Test(arguments: [
    // Words over digits.
    ("naam;bsn\nJansen;123456782", 1),
    ("Naam;Geboren\nJansen;1-1-1980\nSmit;", 1),
    ("Contact;E-mail\nJansen;jan@example.nl", 1),
    ("bsn\n123456782\n111222333", 1),
    // A header with more or with fewer cells than the records below it.
    ("nr;naam;bsn\n1;Jan;999999990;\n2;Piet;111222333;\n3;Anna;123456782;", 1),
    ("nr;naam;bsn;opm\n1;Jan;999999990\n2;Piet;111222333\n3;Anna;123456782", 1),
    // Digits in names of columns.
    ("adres1;tel2;code\nDorp 1;0612345678;A1", 1),
    // An empty cell, a doubled name, a question.
    ("naam;;bsn;bsn\nJan;x;999999990;1", 1),
    ("id;Wat is het burgerservicenummer van de aanvrager, als dat bekend is?\n1;999999990", 1),
    // Names of fields over words.
    ("Voornaam;Achternaam;Woonplaats\nJan;Jansen;Utrecht\nAnna;Smit;Zeist", 1),
    ("first_name;lastName\nJan;Piet", 1),
    // Two columns: codes in the first, or values of one shape in the second.
    ("Code;Betekenis\nA1;rood\nA2;groen\nB1;zwart", 1),
    ("Wie;Waar\nJan;jan@example.nl\nAnna;anna@example.nl\nPiet;piet@example.nl", 1),
    ("Wie;Wanneer\nJan;1-1-1980\nAnna;2-2-1990\nPiet;3-3-2000", 1),
    // Words, one of which names a column that holds none below.
    ("Soort;Contactpersoon\nAhrend;P. de Wit\nGispen;Karin Smit", 1),
    ("Ruimte;Wie;Begeleider\nNoord;rood;P. de Wit\nZuid;blauw;Karin Smit", 1),
    // Numbers of elements of the population register, over values and not over dates.
    ("01.01.20;01.02.40;01.03.10\n999990019;Moulin;19851201", 1),
    ("01.01.20;01.04.10\n999990019;M", 1),
    ("BSN;01.03.10;01.04.10\n999990019;19851201;M", 1),
    // Nothing below.
    ("naam;bsn", 1),
    // Titles above, as they are and filled up with delimiters.
    ("Overzicht cliënten\nDatum: 1-1-2024\n\nnaam;bsn;tel\nJan;999999990;1\nPiet;111222333;2", 4),
    ("Overzicht;;\nDatum;1-1-2024;\nnaam;bsn;tel\nJan;999999990;1\nPiet;111222333;2", 3),
    ("Persoon;;;Adres;;\nnaam;bsn;tel;straat;nr;plaats\nJan;999999990;1;Weg;2;Ede", 2),
    ("sep=;\nnaam;bsn\nJan;999999990", 2),
    ("\n\nnaam;bsn\nJan;999999990", 3),
  ])
  func `finds the header`(document: String, row: Int) {
    #expect(headerRow(of: document) == row)
  }

  @Test(arguments: [
    // The first record is data.
    "Jansen;123456782\nSmit;111222333",
    "1-1-1980;Jan;Utrecht\n2-2-1990;Anna;Zeist",
    "jan@example.nl;Jan\nanna@example.nl;Anna",
    "12.03.78;13.04.80;01.02.90\n12.03.79;13.04.81;01.02.91",
    "3511 AB;Utrecht\n1011 AC;Amsterdam",
    "NL91ABNA0417164300;Jansen\nNL91ABNA0417164300;Smit",
    // Titles over data without a header.
    "Lijst\nJansen;123456782\nSmit;111222333",
    // Words over words.
    "Jan Jansen;Utrecht\nAnna Smit;Zeist\nPiet de Wit;Ede",
    "Jan Jansen;Kerkstraat 12\nAnna Smit;Dorpsweg 3",
    // Keys and values.
    "Naam;Jansen\nBSN;123456782\nGeboortedatum;1-1-1980\nWoonplaats;Utrecht",
    "Soort;Aanvraag\nZaak;Z-2024-1\nMelder;Jan\nOp;1-1-2024",
    "Naam;Jansen, J.\nKlantnr;123456789\nGeb.;3-9-1999\nBIG-nr.;64549704982\nBSN;123456782",
    "Melder;Jan\nMobiel 2;0612345678\nSinds;1-1-2024\nVlag;rood\nNota;7119",
    "Rol;Begeleider\nVoornaam;Karin\nAchternaam;Smit", "Wat;Begeleider\nWie;Karin",
    "Uw kant;Jan Jansen\nOnze kant;Anna Smit\nInzage;ja",
    "", "\n\n", ";;;\n;;;",
  ])
  func `takes no data for a header`(document: String) {
    #expect(headerRow(of: document) == nil)
  }

  @Test(arguments: [
    // No digits below, or none directly below.
    "a;b\n1;2\n\nJan;Anna\nPiet;Els\n", "a;b\n1;2\n\nJan;Anna\n\n1;2\n",
    // Keys and values.
    "a;b\n1;2\n\nNaam;Jan\nBSN;123456782\nPlaats;Ede\n",
    // Values, and a single cell.
    "a;b\n1;2\n\nJan;3\nPiet;4\n", "a;b\n1;2\n\nTotaal\n3;4\n",
  ])
  func `keeps the header where no other follows the blank line`(document: String) throws {
    let fields = try read(document).fields
    #expect(fields.filter { $0.row > 1 }.allSatisfy { $0.label == "a" || $0.label == "b" })
  }

  @Test(arguments: ["[orders]", "Orders", "== Orders ==", "Orders;;"])
  func `finds the header below the title of a section`(title: String) throws {
    let fields = try read("a;b;c\n1;2;3\n\n\(title)\nbsn;nr;op\n123456782;4;x\n").fields
    #expect(fields.contains { $0.text.contains("rders") && $0.label == nil })
    #expect(fields.filter { $0.row == 6 }.map(\.label) == ["bsn", "nr", "op"])
  }

  @Test func `looks no further than the first records`() {
    let data = String(repeating: "1;2\n", count: 40)
    #expect(headerRow(of: data + "naam;bsn\n3;4\n") == nil)
    let wide = String(repeating: "x", count: 300_000)
    #expect(headerRow(of: "naam;\(wide)\nJan;999999990\n") == nil)
  }

  private func headerRow(of document: String) -> Int? {
    var splitter = DelimitedReaderSplitter(delimiter: Delimiter.semicolon.rawValue)
    let bytes = Array(document.utf8)
    return DelimitedHeader.shape(in: bytes.span, &splitter, isAtEnd: true).headerRows.first
  }

  private func read(_ document: String) throws -> Recording {
    try Recording(of: Array(document.utf8)) { text, sink throws(ReadFailure) in
      var reader = DelimitedReader(delimiter: Delimiter.semicolon.rawValue)
      return try reader.read(&text, into: &sink)
    }
  }
}
