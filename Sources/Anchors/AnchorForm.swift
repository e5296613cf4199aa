/// Where the search must stop for an expression, as far as the expression itself tells.
package struct AnchorForm: Hashable, Sendable {
  /// The shapes of which each match has one; none where it needs a pass of its own.
  package let shapes: [AnchorShape]
  /// What its matches begin with, where a word is their trigger.
  package let beginnings: WordBeginnings?
  /// The most bytes that it matches; nil for no bound, or none that can be told.
  package let longestByteCount: Int?
  /// The fewest digits that a match holds.
  package let leastDigitCount: Int
  /// Whether a part of what it matches is kept out of the value (`\\K`).
  package let keepsOut: Bool

  package init(
    shapes: [AnchorShape], beginnings: WordBeginnings?, longestByteCount: Int?,
    leastDigitCount: Int, keepsOut: Bool
  ) {
    self.shapes = shapes
    self.beginnings = beginnings
    self.longestByteCount = longestByteCount
    self.leastDigitCount = leastDigitCount
    self.keepsOut = keepsOut
  }

  /// Reads it from a PCRE2 expression.
  ///
  /// `isUnicode`: the expression is of characters and not of bytes.
  package init(of regex: String, isUnicode: Bool) {
    let tree = ExpressionParser.tree(of: regex, isUnicode: isUnicode)
    var automata: [ExpressionAutomaton] = []
    if let tree, let automaton = ExpressionAutomaton(tree) {
      automata = [automaton]
      automata += tree.beginnings.compactMap { ExpressionAutomaton(.sequence([$0, .anything])) }
    }
    shapes = automata.isEmpty ? [] : AnchorDerivation(automata).shapes() ?? []
    beginnings = shapes.first?.trigger == .word ? WordBeginnings(automata) : nil
    longestByteCount = tree?.longestByteCount
    leastDigitCount = tree?.leastDigitCount ?? 0
    keepsOut = regex.contains("\\K")
  }
}
