/// Gathers the words of a catalog in a tree.
struct VocabularyBuilder: ~Copyable {
  /// By number, without the patterns that each tells of.
  private var all: [Vocabulary.Word] = []
  private var meanings: [Meaning] = []
  /// The folded forms of the words of the tree, one behind the other, and where each ends.
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// By their folded form, the numbers of the words that count as whole headers only.
  private(set) var headers: [[UInt8]: Int] = [:]
  private var nodes = [Node(symbol: 0)]
  /// By the first two symbols, the node that they lead to, or 0.
  private var pairs = [Int32](
    repeating: 0, count: Vocabulary.symbolCount * Vocabulary.symbolCount)
  private var folded = FoldedText()

  fileprivate struct Node {
    let symbol: UInt8
    /// Numbers of nodes, 0 for none.
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    /// Number of the word that ends here and begins where a word does, or -1.
    var wholeWord: Int32 = -1
    /// Number of the word that ends here and begins anywhere (`*straat`), or -1.
    var wordEnding: Int32 = -1
  }

  /// What a word says of a pattern, given as its number.
  enum Sense {
    case labelOf(Int)
    case against(Int)
  }

  /// A word, whether it speaks against a pattern, and which: as one number, they are in this order.
  private struct Meaning {
    let number: UInt64

    init(number: UInt64) {
      self.number = number
    }

    init(_ word: Int, _ sense: Sense) {
      switch sense {
      case .labelOf(let pattern): number = UInt64(word) << 32 | UInt64(pattern)
      case .against(let pattern): number = UInt64(word) << 32 | 1 << 31 | UInt64(pattern)
      }
    }

    var word: Int { Int(number >> 32) }
    var isAgainst: Bool { number >> 31 & 1 == 1 }
    var pattern: Int { Int(number & 0x7FFF_FFFF) }
  }

  /// Adds a word of the catalog; the same word of several patterns is kept once.
  ///
  /// One that stands alone counts in a header only where a part of it is nothing else.
  mutating func add(
    _ text: String, _ sense: Sense, namesField: Bool, standsAlone: Bool = false
  ) {
    guard let word = word(text) else { return }
    let meaning = Meaning(word, sense)
    meanings.append(meaning)
    if namesField { all[word].namesField = true }
    if standsAlone { all[word].lone.insert(meaning.pattern) }
  }

  /// The number of a word, known or new; nil where no text can hold it.
  private mutating func word(_ text: String) -> Int? {
    let utf8 = text.utf8.span
    let isEnding = !utf8.isEmpty && utf8[0] == UInt8(ascii: "*")
    folded.fold(utf8, (isEnding ? 1 : 0)..<utf8.count)
    let length = folded.bytes.count - (folded.bytes.last == UInt8(ascii: " ") ? 1 : 0)
    for index in 0..<length where Vocabulary.symbol(folded.bytes[index]) == 0 { return nil }
    guard length > 0 else { return nil }
    let node = node(length)
    let known = isEnding ? nodes[node].wordEnding : nodes[node].wholeWord
    if known >= 0 { return Int(known) }
    let new = all.count
    if isEnding {
      nodes[node].wordEnding = Int32(new)
    } else {
      nodes[node].wholeWord = Int32(new)
    }
    all.append(Vocabulary.Word(text: text, length: length, isEnding: isEnding))
    letters.append(contentsOf: folded.bytes[..<length])
    ends.append(letters.count)
    return new
  }

  /// The node of the first bytes of what was folded, made where it is missing.
  private mutating func node(_ length: Int) -> Int {
    let first = Vocabulary.symbol(folded.bytes[0])
    guard length > 1 else { return child(of: 0, by: first) }
    let pair = first * Vocabulary.symbolCount + Vocabulary.symbol(folded.bytes[1])
    var node = Int(pairs[pair])
    if node == 0 {
      node = child(of: child(of: 0, by: first), by: Vocabulary.symbol(folded.bytes[1]))
      pairs[pair] = Int32(node)
    }
    for index in 2..<length { node = child(of: node, by: Vocabulary.symbol(folded.bytes[index])) }
    return node
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

  /// Lets a word say what it says as the ending of another too, `straat` what `*straat` does, and what
  /// its ending speaks against: `ingangsdatum` what `*datum` does.
  mutating func joinEndings() {
    var wholeWords = [Int32](repeating: -1, count: all.count)
    for node in nodes where node.wholeWord >= 0 && node.wordEnding >= 0 {
      wholeWords[Int(node.wordEnding)] = node.wholeWord
    }
    for meaning in meanings where all[meaning.word].isEnding {
      if meaning.isAgainst {
        for word in words(endingAs: meaning.word) {
          meanings.append(Meaning(word, .against(meaning.pattern)))
        }
      } else if wholeWords[meaning.word] >= 0 {
        meanings.append(Meaning(Int(wholeWords[meaning.word]), .labelOf(meaning.pattern)))
      }
    }
  }

  /// The numbers of the words that end in another one.
  private func words(endingAs ending: Int) -> [Int] {
    let form = form(ending)
    return all.indices.filter { !all[$0].isEnding && self.form($0).ends(with: form) }
  }

  /// How the word of that number is folded.
  private func form(_ word: Int) -> ArraySlice<UInt8> {
    letters[(word == 0 ? 0 : ends[word - 1])..<ends[word]]
  }

  /// Adds a word that counts as a whole header only, which no tree knows.
  mutating func addHeader(_ header: String, of pattern: Int) {
    folded.fold(header.utf8.span, 0..<header.utf8.count)
    let word = headers[folded.array] ?? all.count
    if word == all.count {
      all.append(Vocabulary.Word(text: header, length: folded.count, isEnding: false))
      headers[folded.array] = word
    }
    meanings.append(Meaning(word, .labelOf(pattern)))
  }

  // MARK: What was gathered

  /// All words, those of the tree first, and the patterns that they tell of.
  func words() -> (words: [Vocabulary.Word], patterns: [Int]) {
    var words = all
    var patterns: [Int] = []
    patterns.reserveCapacity(meanings.count)
    var previous: UInt64?
    for number in meanings.map(\.number).sorted() where number != previous {
      previous = number
      let meaning = Meaning(number: number)
      let place = patterns.count
      patterns.append(meaning.pattern)
      if meaning.isAgainst {
        words[meaning.word].countered.extend(to: place)
      } else {
        words[meaning.word].labelled.extend(to: place)
      }
    }
    return (words, patterns)
  }

  /// Calls `body` with every word of the tree, its folded form, and whether it may begin anywhere.
  func forEachForm(_ body: (_ word: Int, _ form: ArraySlice<UInt8>, _ isEnding: Bool) -> Void) {
    var start = 0
    for (word, end) in ends.enumerated() {
      body(word, letters[start..<end], all[word].isEnding)
      start = end
    }
  }

  /// The tree, with all children of a node one behind the other and what is below each behind them, and by
  /// the first two symbols the node that they lead to, or 0.
  ///
  /// Where a word and an ending end at one node, it has the number of the word.
  func tree() -> (nodes: [Vocabulary.Node], pairs: [Int32]) {
    var ordered = [Vocabulary.Node(symbol: 0, isLast: true, firstChild: 0, word: -1)]
    ordered.reserveCapacity(nodes.count)
    var places = [Int32](repeating: 0, count: nodes.count)
    var waiting = [0]
    while let node = waiting.popLast() {
      let first = ordered.count
      var child = Int(nodes[node].firstChild)
      while child != 0 {
        places[child] = Int32(ordered.count)
        waiting.append(child)
        ordered.append(Vocabulary.Node(nodes[child]))
        child = Int(nodes[child].nextSibling)
      }
      guard first < ordered.count else { continue }
      ordered[Int(places[node])].firstChild = Int32(first)
      ordered[ordered.count - 1].isLast = true
    }
    return (ordered, pairs.map { places[Int($0)] })
  }
}

extension Vocabulary.Node {
  fileprivate init(_ node: VocabularyBuilder.Node) {
    self.init(
      symbol: node.symbol, isLast: false, firstChild: 0,
      word: node.wholeWord >= 0 ? node.wholeWord : node.wordEnding)
  }
}

extension Range<Int> {
  /// Takes in the place that comes next.
  fileprivate mutating func extend(to place: Int) {
    self = (isEmpty ? place : lowerBound)..<place + 1
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with other: ArraySlice<UInt8>) -> Bool {
    count >= other.count && suffix(other.count) == other
  }
}
