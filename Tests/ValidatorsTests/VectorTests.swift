import Testing

@testable import Validators

/// Published and reckoned values with their verdicts: `Vectors/<validator>.tsv`.
@Suite struct VectorTests {
  /// Lines that the validator judges otherwise, and why.
  static let explainedDifferences: [String: String] = [
    "licence-plate: ab-12-34":
      "Lower case is a matter of context, so patterns ask for a label; the characters are right."
  ]

  static let files = [
    "a-nummer", "bank-account", "bsn", "btw-id", "document-number", "email", "iban", "ip-address",
    "kvk", "licence-plate", "mrz", "onderwijsnummer", "payment-card", "payment-reference", "phone",
    "postcode", "rsin", "sepa-creditor", "vestigingsnummer",
  ]

  @Test(arguments: files)
  func `judges every line as its file says`(file: String) throws {
    let validator = try #require(Validator(rawValue: file))
    let vectors = try Vector.all(in: file)
    #expect(!vectors.isEmpty)
    for vector in vectors where Self.explainedDifferences["\(file): \(vector.text)"] == nil {
      let verdict = validator.validate(vector.text.utf8.span)
      #expect(verdict.isValid == vector.isValid, "\(vector.text): \(vector.why), \(verdict)")
      guard vector.isValid else { continue }
      let normalized = String(
        decoding: validator.normalized(vector.text.utf8.span), as: UTF8.self)
      #expect(normalized == vector.normalized)
    }
  }

  @Test func `explains few differences, each of which exists`() throws {
    #expect(Self.explainedDifferences.count <= 3)
    for (name, _) in Self.explainedDifferences {
      let parts = name.split(separator: ": ", maxSplits: 1).map(String.init)
      let validator = try #require(Validator(rawValue: parts[0]))
      let vector = try #require(try Vector.all(in: parts[0]).first { $0.text == parts[1] })
      #expect(validator.validate(vector.text.utf8.span).isValid != vector.isValid)
    }
  }
}
