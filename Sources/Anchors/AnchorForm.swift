/// Where the search must stop for an expression, as far as the expression itself tells.
package struct AnchorForm: Hashable, Sendable {
  /// The shapes of which each match has one; none where it needs a pass of its own.
  package let shapes: [AnchorShape]
  /// What can stand from their triggers on; nil where that is not known.
  package let table: MatchTable?
  /// What its matches begin with, where a word is their trigger.
  package let beginnings: WordBeginnings?
  /// The most bytes that it matches; nil for no bound, or none that can be told.
  package let longestByteCount: Int?
  /// Whether a part of what it matches is kept out of the value (`\\K`).
  package let keepsOut: Bool

  package init(
    shapes: [AnchorShape], table: MatchTable?, beginnings: WordBeginnings?,
    longestByteCount: Int?, keepsOut: Bool
  ) {
    self.shapes = shapes
    self.table = table
    self.beginnings = beginnings
    self.longestByteCount = longestByteCount
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
    let pairs = tree?.pairsBarredBehind ?? []
    let derived =
      automata.isEmpty ? nil : AnchorDerivation(automata, pairsBarredBehind: pairs).shapes()
    shapes = derived?.shapes ?? []
    table = derived?.table
    beginnings = shapes.first?.trigger == .word ? WordBeginnings(automata) : nil
    longestByteCount = tree?.longestByteCount
    keepsOut = regex.contains("\\K")
  }
}
