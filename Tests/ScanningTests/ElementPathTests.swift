import BuiltInPatterns
import PatternCatalog
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
    let folder = try TemporaryFolder()
    try folder.write(text, to: "export.json")
    let bench = try ScanBench(PatternCatalog(compactForm: builtInPatterns))
    let findings = bench.scan([folder.path]).receiver.findings
    #expect(findings.map { "\($0.place)".hasSuffix(place) } == [true])
    #expect(findings.allSatisfy { !"\($0.place)".contains("Canarinski") })
  }
}
