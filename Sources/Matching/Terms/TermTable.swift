package import ScanModel

/// The terms of a search, ready to be sought and shared by all threads.
package final class TermTable: Sendable {
  package let terms: [SearchTerm]
  let folded: [FoldedTerm]
  let hasTermsAcrossFields: Bool
  /// Written in `init`, freed in `deinit`, only read in between.
  nonisolated(unsafe) let folding: CharacterFolding
  nonisolated(unsafe) let sieve: TermSieve
  nonisolated(unsafe) let tree: TermTree

  /// Terms without letters and digits are never found.
  init(_ terms: [SearchTerm], path: TriggerPath) {
    let folding = CharacterFolding()
    let folded = terms.map { FoldedTerm($0, by: folding) }
    self.terms = terms
    self.folded = folded
    hasTermsAcrossFields = terms.contains { $0.gaps == .acrossFields }
    self.folding = folding
    sieve = TermSieve(folded, path: path)
    tree = TermTree(folded)
  }

  deinit {
    folding.free()
    sieve.free()
    tree.free()
  }

  /// The places of terms in a text that is a whole, such as the name of a key.
  package func matches(in text: [UInt8]) -> [TermMatch] {
    var search = TermSearch(self)
    var layout = TextLayout(form: .running)
    layout.live = 0..<text.count
    text.withUnsafeBufferPointer { search.search($0, layout: layout) }
    return search.matches
  }
}
