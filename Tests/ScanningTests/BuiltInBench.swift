import BuiltInPatterns
import PatternCatalog
import TestSupport

/// A scan with the patterns that come with the program, which are compiled once for all tests.
enum BuiltInBench {
  static let scan = try? ScanBench(PatternCatalog(compactForm: builtInPatterns))
}
