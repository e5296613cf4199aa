import ScanModel
import TestSupport
import Testing

@Suite struct ElementPathTests {
  @Test(arguments: [
    (#"{"A.B. Canarinski": {"bsn": "999990019"}}"#, "….bsn:1"),
    (#"{"clienten": {"mevrouw Canarinski": {"BSN cliënt": "999990019"}}}"#, "….BSN cliënt:1"),
    (#"{"Naam client": {"bsn": "999990019"}}"#, "Naam client.bsn:1"),
    (#"{"client": {"bsn": "999990019"}}"#, "client.bsn:1"),
  ])
  func `a path says no key that may be the name of somebody`(text: String, place: String) throws {
    let findings = try findings(in: text)
    #expect(findings.map { "\($0.place)".hasSuffix(place) } == [true])
    #expect(findings.allSatisfy { !"\($0.place)".contains("Canarinski") })
  }

  /// The form in which Haal Centraal BRP gives dates.
  @Test func `a key that repeats the one around it leaves that before it to speak`() throws {
    let text = #"{"geboorte": {"datum": {"type": "Datum", "datum": "1971-03-11"}}}"#
    let findings = try findings(in: text)
    #expect(findings.map(\.kind) == ["date-of-birth"])
    #expect(findings.map(\.confidence.level) == [.high])
  }

  /// Keys of an object have no order.
  @Test(arguments: [
    #"{"value": "999990019", "system": "http://fhir.nl/fhir/NamingSystem/bsn"}"#,
    #"{"system": "http://fhir.nl/fhir/NamingSystem/bsn", "value": "999990019"}"#,
  ])
  func `a system names the number beside it`(identifier: String) throws {
    let findings = try findings(in: #"{"identifier": [\#(identifier)]}"#)
    #expect(findings.map(\.kind) == ["bsn"])
    #expect(findings.map(\.confidence.level) == [.high])
  }

  private func findings(in text: String) throws -> [Finding] {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "export.json")
    return try #require(BuiltInBench.scan).scan([folder.path]).receiver.findings
  }
}
