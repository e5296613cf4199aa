internal import Evidence
package import Matching
package import PatternCatalog
internal import Synchronization

/// What texts are searched with, made when the first of them is: a scan of what has not changed
/// searches none.
package final class SearchTables: Sendable {
  struct Made: Sendable {
    let patterns: CompiledPatterns
    let vocabulary: Vocabulary
  }

  private let catalog: PatternCatalog
  private let compile: @Sendable (PatternCatalog) -> CompiledPatterns
  private let made = Mutex<Made?>(nil)

  package init(
    _ catalog: PatternCatalog, compile: @escaping @Sendable (PatternCatalog) -> CompiledPatterns
  ) {
    self.catalog = catalog
    self.compile = compile
  }

  package convenience init(_ patterns: CompiledPatterns) {
    self.init(patterns.catalog) { _ in patterns }
  }

  /// Who asks while another makes them waits for these.
  func callAsFunction() -> Made {
    made.withLock { made in
      if let made { return made }
      let (vocabulary, patterns) = VocabularyWork.vocabulary(of: catalog) { compile(catalog) }
      let new = Made(patterns: patterns, vocabulary: vocabulary)
      made = new
      return new
    }
  }
}
