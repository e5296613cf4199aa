/// A place in a block of text where a term stands.
package struct TermMatch: Hashable, Sendable {
  /// The number of the term in its table.
  package let term: Int
  /// Its bytes in the block.
  package let range: Range<Int>
  /// The word before it that says that it is a number; nil for none, or where it is none.
  package let label: NumberLabel?
}
