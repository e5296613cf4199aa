import Testing

@testable import Validators

@Suite struct EmailAddressTests {
  @Test(arguments: [
    ("jan.voorbeeld@voorbeeld.nl", "jan.voorbeeld@voorbeeld.nl"),
    ("JAN@VOORBEELD.NL", "JAN@voorbeeld.nl"), (" j.v@a.b.amsterdam ", "j.v@a.b.amsterdam"),
    ("josé@voorbeeld.frl", "josé@voorbeeld.frl"),
    ("o'neill+x@voorbeeld.eu", "o'neill+x@voorbeeld.eu"),
    ("jan@xn--mnchen-3ya.de", "jan@münchen.de"), ("jan@XN--MNCHEN-3YA.de", "jan@münchen.de"),
    ("jan@MÜNCHEN.de", "jan@münchen.de"), ("jan.v%40Voorbeeld.nl", "jan.v@voorbeeld.nl"),
  ])
  func `gives the domain in lower case and as it reads`(text: String, address: String) {
    #expect(Validator.email.verdict(on: text) == .valid([]))
    #expect(Validator.email.normalForm(of: text) == address)
  }

  @Test(arguments: [
    "info@voorbeeld.nl", "No-Reply@voorbeeld.nl", "administratie@voorbeeld.nl",
    "info+2026@voorbeeld.nl", "fg@gemeente.example", "privacy@voorbeeld.nl",
  ])
  func `notes mailboxes of functions`(text: String) {
    #expect(Validator.email.verdict(on: text) == .valid(.functionalAddress))
  }

  @Test func `holds a local part of 64 bytes and 254 in all`() {
    let local = String(repeating: "a", count: 64)
    #expect(Validator.email.verdict(on: "\(local)@voorbeeld.nl") == .valid([]))
    #expect(Validator.email.verdict(on: "a\(local)@voorbeeld.nl") == .invalid(.length))
    let label = String(repeating: "b", count: 46)
    let domain = Array(repeating: label, count: 4).joined(separator: ".") + ".n"
    #expect("\(local)@\(domain)l".utf8.count == 255)
    #expect(Validator.email.verdict(on: "\(local)@\(domain)l") == .invalid(.length))
    #expect(Validator.email.verdict(on: "\(local.dropLast())@\(domain)l") == .valid([]))
  }

  @Test(arguments: [
    ("jan@voorbeeld", Verdict.Reason.structure), ("jan@@voorbeeld.nl", .structure),
    ("jan@voorbeeld..nl", .structure), ("jan@-voorbeeld.nl", .structure),
    ("jan@voorbeeld-.nl", .structure), ("jan@voorbeeld.n", .structure),
    ("jan@voorbeeld.n1", .structure), (".jan@voorbeeld.nl", .structure),
    ("jan.@voorbeeld.nl", .structure), ("jan..v@voorbeeld.nl", .structure),
    ("voorbeeld.nl", .structure), ("jan@voorbeeld.nl.", .structure),
    ("jan v@voorbeeld.nl", .character), ("jan@voor_beeld.nl", .character),
    ("jan<@voorbeeld.nl", .character), ("@voorbeeld.nl", .length), ("a@b.c", .length),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.email.verdict(on: text) == .invalid(reason))
  }
}
