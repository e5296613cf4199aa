package import Validators

/// A place in a block of text that has the form of a kind and passed its validator.
package struct Match: Hashable, Sendable {
  /// The number of the pattern in the catalog.
  package let patternIndex: Int
  /// The number of the expression in its pattern, cell expressions behind the others.
  package let expressionIndex: Int
  package let needsLabel: Bool
  /// The bytes of the value in the block.
  package let range: Range<Int>
  /// The number of the field in the layout; nil in running text.
  package let fieldIndex: Int?
  /// What the validator noticed.
  package let notes: Verdict.Notes
}
