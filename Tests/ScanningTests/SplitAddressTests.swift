import ScanModel
import TestSupport
import Testing

/// Addresses whose street and house number have fields of their own.
@Suite struct SplitAddressTests {
  private let bench: ScanBench
  private let folder: TemporaryFolder

  init() throws {
    bench = try #require(BuiltInBench.scan)
    folder = try TemporaryFolder()
  }

  @Test(arguments: [
    ("Straat;Huisnummer;Toevoeging;Postcode;Woonplaats", "Dorpsstraat;12;;3511 AB;Utrecht"),
    ("Postcode;Huisnr.;Straatnaam;Plaats", "3511 AB;12-a;Dorpsstraat;Utrecht"),
    ("Adres;Huisnr;Plaats", "Dorpsstraat;12;Utrecht"),
    ("Straat;Nr;Plaats", "Dorpsstraat;12;Utrecht"),
    ("Postcode;Adres;Nr;Plaats", "3511 AB;Dorpsstraat;12;Utrecht"),
    ("Adres;Nummer;Plaats", "Dorpsstraat;12-a;Utrecht"),
    ("street;number;city", "Dorpsstraat;12;Utrecht"),
    ("OpenbareRuimteNaam;HuisNummer;Plaats", "Dorpsstraat;12;Utrecht"),
  ])
  func `the street is an address, the number is none`(header: String, row: String) throws {
    let found = try addresses(in: "\(header)\n\(row)\n", "csv")
    #expect(found.map(\.value.revealed) == ["Dorpsstraat"])
    #expect(found.allSatisfy { $0.confidence.level == .high })
  }

  @Test(arguments: ["De Entree", "2e Helmersstraat", "Plein 1940", "Lange Voorhout", "'t Hoogt"])
  func `a street is whatever stands below a header of streets`(street: String) throws {
    let found = try addresses(in: "Straat;Huisnummer\n\(street);80\nDorpsstraat;1\n", "csv")
    #expect(found.map(\.value.revealed) == [street, "Dorpsstraat"])
    #expect(found.first?.reasons.first == .columnHeader("straat"))
  }

  @Test(arguments: [
    "[{\"street\": \"Dorpsstraat\", \"number\": 12, \"city\": \"Utrecht\"}]",
    "{\"adres\": {\"straatnaam\": \"Dorpsstraat\", \"huisnummer\": \"12\", \"plaats\": \"Utrecht\"}}",
  ])
  func `so it is in trees`(text: String) throws {
    #expect(try addresses(in: text, "json").map(\.value.revealed) == ["Dorpsstraat"])
  }

  @Test func `so it is in statements`() throws {
    let text =
      "INSERT INTO klant (id, straat, huisnummer, plaats) VALUES (1, 'Dorpsstraat', 12, 'Utrecht');\n"
    #expect(try addresses(in: text, "sql").map(\.value.revealed) == ["Dorpsstraat"])
  }

  @Test(arguments: [
    // No number, a number of something else, no street, and the number of a row.
    ("Straat;Wijk", "Dorpsstraat;Noord"), ("Straat;Huisnummer", "Dorpsstraat;"),
    ("Straat;Tel nr", "Dorpsstraat;30123456"), ("Locatie;Huisnummer", "Magazijn;3"),
    ("Nr;Adres", "1;onbekend"), ("Nr;Adres", "1;Dorpsstraat"),
    ("Adres;Wijk;Nr", "Dorpsstraat;Noord;1"), ("Adres plaats;Huisnummer", "Utrecht;12"),
  ])
  func `a street alone is none`(header: String, row: String) throws {
    #expect(try addresses(in: "\(header)\n\(row)\n", "csv").isEmpty)
  }

  private func addresses(in text: String, _ ending: String) throws -> [Finding] {
    try folder.write(text, to: "a.\(ending)")
    return bench.scan([folder.path]).receiver.findings.filter { $0.kind == "address" }
  }
}
