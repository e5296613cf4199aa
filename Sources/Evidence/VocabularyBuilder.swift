/// Gathers the words of a catalog in a tree.
struct VocabularyBuilder: ~Copyable {
  private(set) var words: [Vocabulary.Word] = []
  /// By word, its folded form.
  private(set) var forms: [[UInt8]] = []
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
    forms.append((0..<length).map { folded.bytes[$0] })
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

  /// Lets a word say what it says as the ending of another too: `straat` what `*straat` does.
  mutating func joinEndings() {
    for node in nodes where node.wholeWord >= 0 && node.wordEnding >= 0 {
      let ending = words[Int(node.wordEnding)]
      words[Int(node.wholeWord)].labelled.formUnion(ending.labelled)
      words[Int(node.wholeWord)].countered.formUnion(ending.countered)
    }
  }

  /// The tree; where a word and an ending end at one node, that of the word.
  var tree: [Vocabulary.Node] {
    nodes.map { node in
      Vocabulary.Node(
        symbol: node.symbol, firstChild: node.firstChild, nextSibling: node.nextSibling,
        word: node.wholeWord >= 0 ? node.wholeWord : node.wordEnding)
    }
  }
}

extension [Int] {
  /// Adds what is missing, ascending.
  fileprivate mutating func formUnion(_ other: [Int]) {
    self = Set(self).union(other).sorted()
  }
}
