package import ScanModel

/// A way in which something of a card may be written: what a search looks for.
package struct SubjectVariant: Hashable, Sendable {
  package let attribute: SubjectAttribute
  /// As a person would write it.
  package let text: String
  package let gaps: SearchTerm.Gaps
  /// Whether it counts only where a header, a key or a label says that it is a name.
  package let needsLabel: Bool
  /// The prefixes beside which it counts as well, in small letters without marks.
  let prefixes: [String]

  init(
    _ attribute: SubjectAttribute, _ text: String, gaps: SearchTerm.Gaps = .anywhere,
    needsLabel: Bool = false, prefixes: [String] = []
  ) {
    self.attribute = attribute
    self.text = text
    self.gaps = gaps
    self.needsLabel = needsLabel
    self.prefixes = prefixes
  }
}

extension [SubjectVariant] {
  /// Fewer letters and digits are found everywhere.
  private static let leastByteCount = 3
  /// The same where a label says what they are.
  private static let leastLabelledByteCount = 2

  /// Those that a search tells apart and can look for, the first of equals; order stays, but that those
  /// that need a label come last.
  var distinct: [SubjectVariant] {
    var joined: Set<SearchKey> = []
    var written: Set<SearchKey> = []
    return (filter { !$0.needsLabel } + filter(\.needsLabel)).filter { variant in
      let key = SearchKey(variant.text)
      let least = variant.needsLabel ? Self.leastLabelledByteCount : Self.leastByteCount
      guard key.text.utf8.count >= least, variant.text.utf8.count <= SearchTerm.longestByteCount,
        !joined.contains(key)
      else { return false }
      switch variant.gaps {
      case .anywhere: return joined.insert(key).inserted
      case .whereWritten, .acrossFields:
        return written.insert(SearchKey(words: variant.text)).inserted
      }
    }
  }
}
