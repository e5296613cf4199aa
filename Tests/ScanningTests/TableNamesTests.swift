import ScanModel
import TestSupport
import Testing

/// What the cells of tables say of each other, with the patterns that come with the program.
@Suite struct TableNamesTests {
  private let bench: ScanBench
  private let folder: TemporaryFolder

  init() throws {
    bench = try #require(BuiltInBench.scan)
    folder = try TemporaryFolder()
  }

  @Test(arguments: ["Client", "Medewerker", "Betrokkene", "Naam", "Functie", "Waarde"])
  func `whom a column is about does not speak against a number`(header: String) throws {
    let found = try findings(in: "\(header);Datum\n999990019;12-03-2024\n", "csv")
    #expect(found == ["bsn 999990019 low"])
  }

  @Test(arguments: ["Client", "Betrokkene"])
  func `the numbers of a column tell by themselves what they are`(header: String) throws {
    let numbers = (0..<400).map { "9999" + String(10_000 + 7 * $0) }.filter(passesElfproef).prefix(
      25)
    let found = try findings(in: "\(header);Datum\n" + numbers.map { "\($0);x\n" }.joined(), "csv")
    #expect(found == numbers.map { "bsn \($0) high" })
  }

  @Test(arguments: ["Personeelsnummer", "Clientnummer", "Debiteur", "Dossiernummer", "X1"])
  func `numbers that all pass are BSNs, though the header says that they are of people`(
    header: String
  ) throws {
    let numbers = (0..<200).map { "9999" + String(10_000 + 7 * $0) }.filter(passesElfproef).prefix(
      8)
    let rows = numbers.map { "\($0);x\n" }
    #expect(
      try findings(in: "\(header);Datum\n" + rows.joined(), "csv")
        == numbers.map { "bsn \($0) high" })
  }

  @Test(arguments: ["Ordernummer", "Factuurnr", "KvK-nummer"])
  func `numbers of things are none, whether they pass or not`(header: String) throws {
    let numbers = (0..<200).map { "9999" + String(10_000 + 7 * $0) }.filter(passesElfproef).prefix(
      8)
    let rows = numbers.map { "\($0);x\n" }
    #expect(try findings(in: "\(header);Datum\n" + rows.joined(), "csv").isEmpty)
  }

  @Test(arguments: [
    "kvkDatum", "KvK datum", "KvK ingangsdatum", "kvkData.formeleRegistratiedatum",
    "Datum inschrijving KvK", "Datum KvK", "datum_registratie_kvk",
  ])
  func `the date of a registration is not its number`(header: String) throws {
    #expect(try findings(in: "Nr;\(header)\n1;20240312\n2;20231101\n", "csv").isEmpty)
  }

  @Test(arguments: ["KvK", "Datum/KvK", "KvK-nummer en datum", "Update KvK"])
  func `a number beside a date in one name is one`(header: String) throws {
    #expect(try findings(in: "Nr;\(header)\n1;69599084\n", "csv") == ["kvk 69599084 high"])
  }

  @Test(arguments: [
    "AlgorithmName", "ComponentName", "ChannelName", "WorkstationName", "ComputerName",
    "DriverName",
    "PackageFamilyName",
  ])
  func `what systems name is nobody, beside users as well`(header: String) throws {
    #expect(
      try findings(
        in:
          "Nr;\(header);UserName\n1;Elliptic Curve;Jan de Vries\n2;Digital Signature;Piet Bakker\n",
        "csv")
        == ["name Jan de Vries high", "name Piet Bakker high"])
  }

  @Test(arguments: ["BSN debiteur", "bsn_relatie", "BSN dossier", "Burgerservicenummer contract"])
  func `what a number is of takes nothing from its name`(header: String) throws {
    #expect(try findings(in: "Nr;\(header)\n1;999990019\n", "csv") == ["bsn 999990019 high"])
  }

  @Test func `the first cells name the others below a header that names none`() throws {
    let matrix = ";Aanvrager;Partner\nBSN;999990019;999990020\nV-nummer;2712345678;2712345679\n"
    let expected = [
      "bsn 999990019 high", "bsn 999990020 high", "v-nummer 2712345678 high",
      "v-nummer 2712345679 high",
    ]
    #expect(try findings(in: matrix, "csv") == expected)
    #expect(try findings(in: html(matrix), "html") == expected)
  }

  @Test(arguments: ["Waarde", "Inhoud", "Antwoord", "Gegeven", "Cliënt"])
  func `a column of values holds what the first cells name`(header: String) throws {
    let table = "Veld;\(header);Bron\nBSN;999990019;BRP\nGeb.datum;12-03-1978;BRP\n"
    let expected = ["bsn 999990019 high", "date-of-birth 12-03-1978 high"]
    #expect(try findings(in: table, "csv") == expected)
    #expect(try findings(in: html(table), "html") == expected)
  }

  @Test func `a table may lie on its side`() throws {
    let table =
      "Naam;Jan de Vries;Karin Smit\nGeb.datum;12-03-1978;13-04-1980\nBSN;999990019;999990020\n"
    let expected = [
      "name Jan de Vries high", "name Karin Smit high", "date-of-birth 12-03-1978 high",
      "date-of-birth 13-04-1980 high", "bsn 999990019 high", "bsn 999990020 high",
    ]
    #expect(try findings(in: table, "csv") == expected)
    #expect(try findings(in: html(table), "html") == expected)
  }

  @Test(arguments: ["Straat", "straat_huisnr", "Straat en nummer", "Adres"])
  func `a column of streets holds addresses, whatever the streets are called`(header: String) throws
  {
    let table = "Nr;\(header);Plaats\n1;Achterom 26;Urk\n2;Kerkstraat 2;Ede\n"
    #expect(
      try findings(in: table, "csv") == ["address Achterom 26 high", "address Kerkstraat 2 high"])
  }

  @Test func `what somebody is names a column, and is a function where one is named`() throws {
    let table = "Zaak;Wethouder;Functie\n1;Jan Jansen;wethouder\n2;Anna Smit;voorzitter\n"
    let expected = [
      "name Jan Jansen high", "function wethouder high", "name Anna Smit high",
      "function voorzitter high",
    ]
    #expect(try findings(in: table, "csv") == expected)
  }

  @Test func `some words name a column only where they stand alone`() throws {
    let table = "Nr;Lid;Aan\n1;Priya Ramdien;Tjitske Visser\n2;Sjoukje Pinas;Winston Bos\n"
    let expected = [
      "name Priya Ramdien high", "name Tjitske Visser high", "name Sjoukje Pinas high",
      "name Winston Bos high",
    ]
    #expect(try findings(in: table, "csv") == expected)
    #expect(try findings(in: "Het lid Priya: van Visser aan Bos\n", "txt").isEmpty)
  }

  @Test func `elements of the population register name columns by their numbers`() throws {
    let table = "01.01.20;01.02.40;01.03.10\n999990019;Moulin;19851201\n"
    let expected = ["bsn 999990019 high", "name Moulin high", "date-of-birth 19851201 high"]
    #expect(try findings(in: table, "csv") == expected)
  }

  @Test func `the number of an element in a header is no date`() throws {
    let table = "01.01.20;01.03.10;01.04.10\n999990019;19851201;M\n"
    let expected = ["bsn 999990019 high", "date-of-birth 19851201 high", "gender M high"]
    #expect(try findings(in: table, "csv") == expected)
  }

  @Test(arguments: ["030571", "710503", "26056", "26056.0", "3051971"])
  func `a column of birth dates holds digits without marks`(date: String) throws {
    let digits = date.split(separator: ".")[0]
    #expect(
      try findings(in: "nr;geboortedatum\n1;\(date)\n2;\n", "csv") == [
        "date-of-birth \(digits) high"
      ])
    #expect(try findings(in: "nr;factuurdatum\n1;\(date)\n2;\n", "csv") == [])
  }

  @Test func `titles stand above names and values that are beside each other`() throws {
    let card = "Curriculum vitae\n\nPersonalia\n\nFunctie\tBOA\nGeslacht\tM\nWoonplaats\tUrk\n"
    #expect(try findings(in: card, "txt") == ["function BOA high", "gender M high"])
  }

  @Test func `a form has names and values beside each other`() throws {
    let form = "Naam;Jan de Vries\nGesl.;M\nFunctie;BOA\n"
    let expected = ["name Jan de Vries high", "gender M high", "function BOA high"]
    #expect(try findings(in: form, "csv") == expected)
    #expect(try findings(in: html(form), "html") == expected)
  }

  @Test func `a form has names and values below each other, more than once`() throws {
    let form =
      "Naam;BSN\nJ. de Vries;999990019\nGeboortedatum;Telefoon\n12-03-1978;06-12345678\n"
    let expected = [
      "name J. de Vries high", "bsn 999990019 high", "date-of-birth 12-03-1978 high",
      "phone 06-12345678 high",
    ]
    #expect(try findings(in: form, "csv") == expected)
    #expect(try findings(in: html(form), "html") == expected)
  }

  // `name` stands above anything; a name shows by its prefix, its initials, a common first name or what is
  // told beside it.
  @Test(arguments: [
    ("name;kleur\nWietske van 't Hof;rood\n", "high"), ("name;kleur\nVisser, T.J.;rood\n", "high"),
    ("name;kleur\nKarin Smit;rood\n", "high"), ("name;kleur\nSmoke Blue;rood\n", "medium"),
    ("name;email\nTjitske Pinas;t.pinas@voorbeeld.nl\n", "high"),
    ("Naam;kleur\nTjitske Pinas;rood\n", "high"),
  ])
  func `words with capitals under a header of anything are not surely a name`(
    table: String, level: String
  ) throws {
    let names = try findings(in: table, "csv").filter { $0.hasPrefix("name ") }
    #expect(names.map { String($0.split(separator: " ").last ?? "") } == [level])
  }

  /// Each as kind, value and level, in the order in which they stand.
  private func findings(in text: String, _ type: String) throws -> [String] {
    try folder.write(text, to: "\(type)/table.\(type)")
    return bench.scan([folder.path + "/\(type)"]).receiver.findings
      .map { "\($0.kind) \($0.value.revealed) \($0.confidence.level)" }
  }

  private func html(_ table: String) -> String {
    let rows = table.split(separator: "\n").map { row in
      row.split(separator: ";", omittingEmptySubsequences: false).map { "<td>\($0)</td>" }.joined()
    }
    return "<html><table>" + rows.map { "<tr>\($0)</tr>" }.joined(separator: "\n")
      + "</table></html>"
  }

  private func passesElfproef(_ number: String) -> Bool {
    let digits = number.compactMap(\.wholeNumberValue)
    let sum = zip(digits.dropLast(), stride(from: 9, through: 2, by: -1)).map(*).reduce(0, +)
    return (sum - digits[8]) % 11 == 0
  }
}
