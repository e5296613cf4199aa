/// Gathers words in a tree and turns it into the tables of an automaton.
struct AutomatonBuilder: ~Copyable {
  private(set) var words: [Vocabulary.Word] = []
  private var nodes = [Node(symbol: 0)]
  private var folded = FoldedText()

  private struct Node {
    let symbol: UInt8
    /// Numbers of nodes, 0 for none.
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    /// Number of the word that ends here and begins where a word does, or -1.
    var wholeWord: Int32 = -1
    /// Number of the word that ends here and begins anywhere (`*straat`), or -1.
    var wordEnding: Int32 = -1
  }

  /// Adds a word of the catalog; the same word of several patterns is kept once.
  mutating func add(_ text: String, _ mark: (inout Vocabulary.Word) -> Void) {
    let utf8 = text.utf8.span
    let isEnding = !utf8.isEmpty && utf8[0] == UInt8(ascii: "*")
    folded.fold(utf8, (isEnding ? 1 : 0)..<utf8.count)
    let length = folded.bytes.count - (folded.bytes.last == UInt8(ascii: " ") ? 1 : 0)
    for index in 0..<length where Vocabulary.symbol(folded.bytes[index]) == 0 { return }
    guard length > 0 else { return }
    var node = 0
    for index in 0..<length { node = child(of: node, by: Vocabulary.symbol(folded.bytes[index])) }
    let known = isEnding ? nodes[node].wordEnding : nodes[node].wholeWord
    if known >= 0 { return mark(&words[Int(known)]) }
    if isEnding {
      nodes[node].wordEnding = Int32(words.count)
    } else {
      nodes[node].wholeWord = Int32(words.count)
    }
    var word = Vocabulary.Word(
      text: text, length: length, isEnding: isEnding, labelled: [], countered: [])
    mark(&word)
    words.append(word)
  }

  /// The child of a node by a symbol, made where it is missing.
  private mutating func child(of node: Int, by symbol: Int) -> Int {
    var child = Int(nodes[node].firstChild)
    while child != 0 {
      if nodes[child].symbol == UInt8(symbol) { return child }
      child = Int(nodes[child].nextSibling)
    }
    let new = Node(symbol: UInt8(symbol), nextSibling: nodes[node].firstChild)
    nodes[node].firstChild = Int32(nodes.count)
    nodes.append(new)
    return nodes.count - 1
  }

  /// The tables: next state by state and symbol; word by state; next state with a word by state.
  ///
  /// States are numbered by their distance from the start, so that those of short texts lie
  /// together. Where two words end at one node (`straat` and `*straat`) the one that asks less is
  /// taken.
  func automaton() -> (transitions: [Int32], wordEnding: [Int32], nextEnding: [Int32]) {
    var tree: [Int32] = [0]
    tree.reserveCapacity(nodes.count)
    var failure = [Int32](repeating: 0, count: nodes.count)
    var wordEnding = [Int32](repeating: -1, count: nodes.count)
    var nextEnding = [Int32](repeating: 0, count: nodes.count)
    let width = Vocabulary.symbolCount
    let transitions = [Int32](unsafeUninitializedCapacity: nodes.count * width) { table, count in
      for state in nodes.indices {
        let row = state * width
        let failureRow = Int(failure[state]) * width
        for symbol in 0..<width {
          table[row + symbol] = state == 0 ? 0 : table[failureRow + symbol]
        }
        var child = Int(nodes[Int(tree[state])].firstChild)
        while child != 0 {
          let node = nodes[child]
          let next = tree.count
          let fallback = table[row + Int(node.symbol)]
          table[row + Int(node.symbol)] = Int32(next)
          tree.append(Int32(child))
          failure[next] = fallback
          wordEnding[next] = node.wordEnding >= 0 ? node.wordEnding : node.wholeWord
          nextEnding[next] =
            wordEnding[Int(fallback)] >= 0 ? fallback : nextEnding[Int(fallback)]
          child = Int(node.nextSibling)
        }
      }
      count = table.count
    }
    return (transitions, wordEnding, nextEnding)
  }
}
