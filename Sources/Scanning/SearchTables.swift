internal import Evidence
package import Matching
internal import Synchronization

/// What texts are searched with, made when the first of them is: a scan of what has not changed
/// searches none.
package final class SearchTables: Sendable {
  struct Made: Sendable {
    let patterns: CompiledPatterns
    let vocabulary: Vocabulary
  }

  private let makePatterns: @Sendable () -> CompiledPatterns
  private let made = Mutex<Made?>(nil)

  package init(_ makePatterns: @escaping @Sendable () -> CompiledPatterns) {
    self.makePatterns = makePatterns
  }

  package convenience init(_ patterns: CompiledPatterns) {
    self.init { patterns }
  }

  /// Who asks while another makes them waits for these.
  func callAsFunction() -> Made {
    made.withLock { made in
      if let made { return made }
      let patterns = makePatterns()
      let new = Made(patterns: patterns, vocabulary: Vocabulary(patterns.catalog))
      made = new
      return new
    }
  }
}
