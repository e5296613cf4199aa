import Testing

@testable import Validators

@Suite struct FormEncodingTests {
  @Test(arguments: [
    (Validator.personName, "Jan%20de%20Vries", "jan de vries"),
    (.personName, "Jan+de+Vries", "jan de vries"), (.personName, "Zo%C3%AB+Smit", "zoë smit"),
    (.dateOfBirth, "01%2D02%2D1980", "1980-02-01"), (.dateOfBirth, "1%2f2%2F1980", "1980-02-01"),
    (.address, "Dorpsstraat+12a", "dorpsstraat 12a"),
    (.iban, "NL91%20ABNA%200417%201643%2000", "NL91ABNA0417164300"),
    (.iban, "NL91+ABNA+0417+1643+00", "NL91ABNA0417164300"), (.postcode, "3511%20AB", "3511 AB"),
    (.phone, "%2B31612345678", "+31612345678"),
  ])
  func `reads values as forms encode them`(
    validator: Validator, text: String, normalized: String
  ) {
    #expect(validator.verdict(on: text).isValid)
    #expect(validator.normalForm(of: text) == normalized)
  }

  @Test(arguments: [
    (Validator.personName, "Jan%2"), (.personName, "Jan%3D%3D"), (.dateOfBirth, "31%2D13%2D1980"),
    (.iban, "NL92+ABNA+0417+1643+00"), (.phone, "31%612345678"),
  ])
  func `takes no other values for that`(validator: Validator, text: String) {
    #expect(!validator.verdict(on: text).isValid)
  }
}
