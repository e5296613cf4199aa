import Testing

@testable import Validators

@Suite struct AddressTests {
  @Test(arguments: [
    ("Kerkstraat 12a, 1234 AB Utrecht", "1234 AB 12A"), ("1234 AB 12a", "1234 AB 12A"),
    ("1234ab 12 A", "1234 AB 12A"), ("Kerkstraat 12-a\n1234 AB Utrecht", "1234 AB 12A"),
    ("Kerkstraat 12-3, 1234 AB", "1234 AB 12-3"), ("Kerkstraat 12 bis 1234 AB", "1234 AB 12BIS"),
    ("1e Helmersstraat 5 hs, 1054 CW Amsterdam", "1054 CW 5HS"),
    ("Plein 1945 2, 1234 AB IJmuiden", "1234 AB 2"), ("1234 AB, 12", "1234 AB 12"),
    ("Dorpsstraat 7, NL-1234 AB Voorbeeld", "1234 AB 7"),
  ])
  func `gives postal code and house number`(text: String, address: String) {
    #expect(Validator.address.verdict(on: text) == .valid([]))
    #expect(Validator.address.normalForm(of: text) == address)
  }

  @Test(arguments: [
    ("Kerkstraat  12", "kerkstraat 12"), ("1234 AB", "1234 ab"),
    ("Van  Goghlaan\n3B", "van goghlaan 3b"), ("1234 AB Utrecht", "1234 ab utrecht"),
  ])
  func `gives the folded text where a part lacks`(text: String, address: String) {
    #expect(Validator.address.verdict(on: text) == .valid([]))
    #expect(Validator.address.normalForm(of: text) == address)
  }

  @Test func `notes a box`() {
    #expect(Validator.address.verdict(on: "Postbus 90, 1234 AB Utrecht") == .valid(.organisation))
    #expect(Validator.address.normalForm(of: "Postbus  90") == "postbus 90")
  }

  @Test(arguments: [
    ("Kerkstraat", "kerkstraat"), ("2e  Helmersstraat", "2e helmersstraat"),
    ("'t  Hofje", "'t hofje"), ("Plein 1940", "plein 1940"),
  ])
  func `takes the street alone, whose number stands elsewhere`(text: String, street: String) {
    #expect(Validator.address.verdict(on: text) == .valid([]))
    #expect(Validator.address.normalForm(of: text) == street)
  }

  @Test(arguments: [
    ("", Verdict.Reason.length), ("12", .structure), ("12 Kerkstraat", .structure),
    ("1234 SS", .structure), ("Kerkstraat 0", .structure), ("Kerkstraat 123456", .structure),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.address.verdict(on: text) == .invalid(reason))
  }
}
