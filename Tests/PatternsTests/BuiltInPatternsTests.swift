import BuiltInPatterns
import Matching
import PatternCatalog
import ScanModel
import Scanning
import Testing
import Validators

@Suite struct BuiltInPatternsTests {
  private static let catalog = PatternCatalog(compactForm: builtInPatterns)
  static let patterns = catalog.patterns

  @Test(arguments: patterns.map(\.id))
  func `finds its examples and nothing in its counterexamples`(id: String) throws {
    let pattern = try #require(Self.catalog.pattern(withID: id))
    var test = PatternSelfTest(try CompiledPatterns(Self.catalog))
    #expect(test.failures(of: pattern) == [])
  }

  @Test func `has the kinds that reports promise`() throws {
    let promised: Set<String> = [
      "bsn", "iban", "big", "agb", "postcode", "address", "email", "phone", "date-of-birth", "kvk",
      "btw-id", "rsin", "bank-account", "document-number", "mrz", "driving-licence",
      "licence-plate", "a-nummer", "v-nummer", "onderwijsnummer", "uzi", "ura", "uzovi", "kp",
      "payment-card", "ip-address", "name", "gender", "function",
    ]
    #expect(Set(Self.patterns.filter(\.isReported).map(\.id)) == promised)
  }

  @Test(arguments: patterns.filter { $0.isReported }.map(\.id))
  func `a kind without a check is low without a label`(id: String) throws {
    let pattern = try #require(Self.catalog.pattern(withID: id))
    guard pattern.validator?.checkName == nil else { return }
    #expect(Confidence(pattern.confidence.bare).level == .low)
    #expect(Confidence(pattern.confidence.typical).level == .low)
  }

  @Test func `every validator serves a pattern`() {
    let used = Set(Self.patterns.compactMap(\.validator))
    #expect(Set(Validator.allCases).subtracting(used) == [])
  }
}
