package import Anchors
package import ScanModel
package import Validators

/// One kind of data: what it looks like, what is said around it, and what that is worth.
package struct Pattern: Hashable, Sendable {
  /// Where the pattern was read: the name of its file.
  package let file: String
  package let description: KindDescription
  /// Whether finds of it are reported; a lookalike only competes for its place.
  package let isReported: Bool
  /// The law, standard or register that defines it.
  package let source: String
  package let validator: Validator?
  package let expressions: [PatternExpression]
  /// Expressions for a whole value whose header, key or element name is one of the labels.
  package let cellExpressions: [PatternExpression]
  /// Folded words that name the kind; a leading `*` stands for any beginning of the word.
  package let labels: [String]
  /// Those of the labels that may be values too, since they say what somebody is: `wethouder`.
  package let titles: [String]
  /// Those of the labels that name the kind in a header or key only where one of its parts is nothing
  /// else: `from`.
  package let loneLabels: [String]
  /// Folded words that name the kind where a header or key is nothing else: `to`.
  package let headers: [String]
  /// Folded words that, directly before a value, speak against the kind.
  package let counterWords: [String]
  /// Ids of kinds that are reported inside a find of this kind as well.
  package let containedKinds: [String]
  package let confidence: ConfidenceTable
  package let examples: [MarkedText]
  package let counterexamples: [String]

  package var id: String { description.id }
}

/// A form in which a kind is written.
package struct PatternExpression: Hashable, Sendable {
  /// A short, stable word for the form: `contiguous`, `dotted`.
  package let notation: String
  /// PCRE2; matches the value itself (what stands before it is kept out with `\K` or lookbehind).
  package let regex: String
  /// Whether it speaks of characters and not of bytes, which costs time.
  package let isUnicode: Bool
  /// The line of its file.
  package let line: Int
  /// Where the search must stop for it.
  package let form: AnchorForm
  /// What helps the search where the expression itself does not tell where to stop.
  package let anchor: Anchor?
  /// Whether it counts only with a label directly before, or a header or key that names the kind.
  package let needsLabel: Bool
  /// Whether other numbers are not written in this form.
  package let isTypical: Bool
  /// Of a cell that needs a number in another beside it, as a street does: what its own label must be,
  /// or end with.
  package let labels: [String]
  /// The same of the label of that number; none: no other cell is needed.
  package let neighbours: [String]
  /// Labels that mean such a number only where its cell comes next: `Nr` behind `Adres`.
  package let followers: [String]
  /// The labels that things have too: in text, and in a cell without another label of a person beside it, what
  /// stands behind or below one may be the name of anything.
  package let labelsOfThings: [String]
}

/// What a pattern file promises of the digits in every match of an expression, where that cannot be
/// read from the expression.
package struct Anchor: Hashable, Sendable {
  /// So many digits or more stand together from the first on.
  package let digitCount: Int
  /// The length of the first run of digits.
  package let run: ClosedRange<Int>
  /// The most bytes of the match before its first digit.
  package let lead: Int
  /// Words of which one ends directly before the first digit, marks and blanks between at most;
  /// none: any.
  package let endings: [String]

  package init(digitCount: Int, run: ClosedRange<Int>, lead: Int, endings: [String] = []) {
    self.digitCount = digitCount
    self.run = run
    self.lead = lead
    self.endings = endings
  }
}

/// What the evidence around a match is worth, 0...1 each.
package struct ConfidenceTable: Hashable, Sendable {
  /// Form and check alone.
  package let bare: Double
  /// Form and check alone, in a notation that other numbers do not have.
  package let typical: Double
  /// A label within 300 characters or on the line before.
  package let near: Double
  /// A label directly before, a header, a key.
  package let label: Double
  /// A counter word directly before.
  package let counter: Double
}
