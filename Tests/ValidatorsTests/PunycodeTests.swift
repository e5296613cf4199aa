import Testing

@testable import Validators

@Suite struct PunycodeTests {
  /// Samples of RFC 3492, section 7.1, and well-known domains.
  @Test(arguments: [
    ("mnchen-3ya", "münchen"), ("d1acufc", "домен"), ("p1ai", "рф"),
    ("egbpdaj6bu4bxfgehfvwxn", "ليهمابتكلموشعربي؟"),
    ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
    ("PorqunopuedensimplementehablarenEspaol-fmd56a", "PorquénopuedensimplementehablarenEspañol"),
  ])
  func `decodes labels`(encoded: String, label: String) {
    #expect(Punycode.decode(encoded[...]) == label)
  }

  @Test(arguments: ["é-abc", "a!", "99999999999999", "abc-z"])
  func `fails for what encodes nothing`(encoded: String) {
    #expect(Punycode.decode(encoded[...]) == nil)
  }
}
