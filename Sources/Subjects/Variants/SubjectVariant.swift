package import ScanModel

/// A way in which something of a card may be written: what a search looks for.
package struct SubjectVariant: Hashable, Sendable {
  package let attribute: SubjectAttribute
  /// As a person would write it.
  package let text: String
  package let gaps: SearchTerm.Gaps

  init(_ attribute: SubjectAttribute, _ text: String, gaps: SearchTerm.Gaps = .anywhere) {
    self.attribute = attribute
    self.text = text
    self.gaps = gaps
  }
}

extension [SubjectVariant] {
  /// Those that a search tells apart and can look for, the first of equals; order stays.
  var distinct: [SubjectVariant] {
    var joined: Set<SearchKey> = []
    var written: Set<SearchKey> = []
    return filter { variant in
      let key = SearchKey(variant.text)
      guard key.text.utf8.count >= 3, variant.text.utf8.count <= SearchTerm.longestByteCount,
        !joined.contains(key)
      else { return false }
      switch variant.gaps {
      case .anywhere: return joined.insert(key).inserted
      case .whereWritten: return written.insert(SearchKey(words: variant.text)).inserted
      }
    }
  }
}
