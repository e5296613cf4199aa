/// Gathers words in a tree and turns it into the tables of an automaton.
struct AutomatonBuilder: ~Copyable {
  private(set) var words: [Vocabulary.Word] = []
  private var children: [[Int: Int]] = [[:]]
  /// By node: the words that end there (one that needs a word's beginning, one that does not).
  private var wordsAtNode: [Int: [Int]] = [:]
  private var folded = FoldedText()

  /// Adds a word of the catalog; the same word of several patterns is kept once.
  mutating func add(_ text: String, _ mark: (inout Vocabulary.Word) -> Void) {
    let isEnding = text.hasPrefix("*")
    let bytes = Array((isEnding ? String(text.dropFirst()) : text).utf8)
    folded.fold(bytes.span, 0..<bytes.count)
    var symbols = folded.bytes.map(Vocabulary.symbol)
    if symbols.last == Vocabulary.symbol(0x20) { symbols.removeLast() }
    guard !symbols.isEmpty, !symbols.contains(0) else { return }
    var node = 0
    for symbol in symbols {
      if let child = children[node][symbol] {
        node = child
      } else {
        children.append([:])
        children[node][symbol] = children.count - 1
        node = children.count - 1
      }
    }
    for known in wordsAtNode[node, default: []] where words[known].isEnding == isEnding {
      mark(&words[known])
      return
    }
    var word = Vocabulary.Word(
      text: text, length: symbols.count, isEnding: isEnding, labelled: [], countered: [])
    mark(&word)
    words.append(word)
    wordsAtNode[node, default: []].append(words.count - 1)
  }

  /// The tables: next state by state and symbol; word by state; next state with a word by state.
  ///
  /// Where two words end at one node (`straat` and `*straat`) the one that asks less is taken.
  func automaton() -> (transitions: [Int32], wordEnding: [Int32], nextEnding: [Int32]) {
    let width = Vocabulary.symbolCount
    var transitions = [Int32](repeating: 0, count: children.count * width)
    var wordEnding = [Int32](repeating: -1, count: children.count)
    var nextEnding = [Int32](repeating: 0, count: children.count)
    var failure = [Int](repeating: 0, count: children.count)
    for (node, numbers) in wordsAtNode {
      let word = numbers.first { words[$0].isEnding } ?? numbers[0]
      wordEnding[node] = Int32(word)
    }
    var queue = [0]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for symbol in 0..<width {
        let fallback = node == 0 ? 0 : Int(transitions[failure[node] * width + symbol])
        guard let child = children[node][symbol] else {
          transitions[node * width + symbol] = Int32(fallback)
          continue
        }
        transitions[node * width + symbol] = Int32(child)
        failure[child] = fallback
        nextEnding[child] =
          wordEnding[fallback] >= 0 ? Int32(fallback) : nextEnding[fallback]
        queue.append(child)
      }
    }
    return (transitions, wordEnding, nextEnding)
  }
}
