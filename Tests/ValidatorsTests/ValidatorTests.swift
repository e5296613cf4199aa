import Testing

@testable import Validators

@Suite struct ValidatorTests {
  @Test func `bears the names that pattern files use`() {
    let names = """
      bsn rsin btw-id kvk vestigingsnummer iban bank-account onderwijsnummer a-nummer v-nummer
      document-number mrz driving-licence licence-plate big agb uzi ura uzovi kp
      sepa-creditor payment-card payment-reference phone postcode address email ip-address
      date-of-birth date ean isbn imei person-name gender text
      """
    #expect(
      Validator.allCases.map(\.rawValue)
        == names.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Candidates come from documents: none may stop a scan.
  @Test(arguments: Validator.allCases)
  func `judges any bytes`(validator: Validator) {
    var generator = SeededGenerator(seed: 5)
    let alphabet =
      Array(" \n\r.-/>@:%+(),<'|0123456789ABCDEFNLXabcdnl".utf8) + [
        0, 0xC2, 0xA0, 0xE2, 0x80, 0xAF, 0xFF,
      ]
    for length in 0..<120 {
      let text = (0..<length).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &generator)]
      }
      let digits = (0..<length).map { _ in UInt8.random(in: 48...57, using: &generator) }
      for candidate in [text, digits, Array(repeating: UInt8(ascii: "A"), count: length)] {
        _ = validator.validate(candidate.span)
        _ = validator.normalized(candidate.span)
        _ = validator.prefixLength(of: candidate.span)
      }
    }
  }

  @Test(arguments: [
    (Validator.bsn, "123456782", true), (.bsn, "12345678", false), (.bsn, "1234.56.782", false),
    (.big, "19012345601", true), (.agb, "01234567", true), (.agb, "1234567", false),
    (.iban, "NL91ABNA0417164300", true), (.iban, "NL91 ABNA 0417 1643 00", false),
    (.iban, "nl91abna0417164300", false), (.kvk, "12345678", true),
    (.email, "J.Smit@voorbeeld.nl", true), (.email, "j.smit@Voorbeeld.nl", false),
    (.email, "j.smit@xn--caf-dma.nl", false), (.email, " j.smit@voorbeeld.nl", false),
    (.phone, "+31612345678", false),
  ])
  func `tells what stands in its normal form`(validator: Validator, text: String, isNormal: Bool) {
    #expect(validator.isNormal(text.utf8.span) == isNormal)
    if isNormal { #expect(validator.normalized(text.utf8.span) == Array(text.utf8)) }
  }

  @Test(arguments: Validator.allCases)
  func `rejects nothing at all`(validator: Validator) {
    #expect(validator.verdict(on: "").isValid == false)
    #expect(validator.verdict(on: "").notes == [])
  }

  @Test(arguments: [
    (Validator.bsn, "1234.56.782"), (.iban, "nl91 abna 0417 1643 00"), (.phone, "06-12345678"),
    (.postcode, "1234ab"), (.btwID, "NL4495445B01"), (.bankAccount, "P1234567"),
    (.ipAddress, "2A00::1"), (.email, "JAN@VOORBEELD.NL"), (.dateOfBirth, "3 mrt 1978"),
    (.isbn, "0-306-40615-2"), (.licencePlate, "rb-12-34"), (.address, "1234ab 12 a"),
    (.documentNumber, "III-V123AL568"), (.vestigingsnummer, "38509504"),
  ])
  func `gives a normal form that is valid and its own normal form`(
    validator: Validator, text: String
  ) {
    let normal = validator.normalForm(of: text)
    #expect(validator.verdict(on: normal).isValid || validator == .bankAccount)
    #expect(validator.normalForm(of: normal) == normal)
  }

  @Test func `names the checks that reckon`() {
    #expect(Validator.bsn.checkName == "elfproef")
    #expect(Validator.iban.checkName == "mod 97")
    #expect(Validator.paymentCard.checkName == "Luhn")
    #expect(Validator.kvk.checkName == nil)
    #expect(Validator.text.checkName == nil)
  }
}
