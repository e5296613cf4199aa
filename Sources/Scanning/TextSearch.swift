internal import Dispatch
internal import Evidence
internal import Matching
internal import ScanModel
internal import Synchronization

/// Searches texts block by block; each thread has one.
///
/// Blocks of a large text are offered to threads that have no file left. Matching and scoring go on
/// in any order; what depends on the blocks before is settled here, block after block, so that the
/// findings and their order are those of one thread.
struct TextSearch: ~Copyable {
  private var matcher: Matcher
  /// Holds the findings that are ready; the caller takes them out.
  var weigher: EvidenceWeigher
  /// What is sought beside the kinds of the catalog.
  private let terms: TermTable?
  private let board: BlockBoard?
  /// The text whose labels the weigher knows.
  private var textNumber = 0
  private var isLarge = false
  /// The blocks that are offered or searched, and not settled yet; in order.
  private var blocks: [TextBlock] = []
  /// What the settled blocks leave to the next one.
  private var border = BlockBorder()

  init(
    _ patterns: CompiledPatterns, _ vocabulary: Vocabulary, reporting scope: EvidenceWeigher.Scope,
    board: BlockBoard?
  ) {
    matcher = Matcher(patterns, lookalikes: scope == .everything ? .all : .competing)
    weigher = EvidenceWeigher(vocabulary, reporting: scope)
    terms = patterns.terms
    self.board = board
  }

  /// Begins a text; a large one is worth to be searched by several threads.
  mutating func begin(isLarge: Bool, at part: [DocumentPart] = []) {
    self.isLarge = isLarge
    textNumber = isLarge ? board?.textNumber() ?? 0 : 0
    border = BlockBorder()
    weigher.begin(at: part)
  }

  /// Searches the next block of the text, or has it searched by another thread.
  ///
  /// False where a block before it was searched or settled first: it is not taken then, and there
  /// may be findings to take out.
  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) -> Bool {
    if isLarge, let board {
      if let oldest = blocks.first, oldest.isSearched(by: .now()) {
        settle(oldest)
        return false
      }
      if let block = board.freeBlock() {
        block.fill(
          textNumber: textNumber, text, layout: layout, behind: border.withoutReaches)
        blocks.append(block)
        board.offer(block)
        return true
      }
      if !blocks.isEmpty {
        goOn(board)
        return false
      }
    }
    weigher.readLabels(of: layout)
    matcher.border = border
    matcher.search(text, layout: layout, labels: weigher.labels)
    border = matcher.border
    weigher.weigh(matcher.matches, in: text, layout: layout)
    if let terms { weigher.report(matcher.termMatches, of: terms, in: text, layout: layout) }
    return true
  }

  /// Ends the text; false as long as a block was searched or settled first.
  mutating func finish() -> Bool {
    if !blocks.isEmpty, let board {
      goOn(board)
      return false
    }
    matcher.border = border
    weigher.finish()
    return true
  }

  /// The ids of the patterns of which an expression was stopped in the text, which has ended.
  var stoppedPatterns: [String] { matcher.stoppedPatterns }

  /// Searches a block of any text as if nothing reached into it, and scores its matches.
  mutating func search(_ block: TextBlock) {
    block.content.withLock { content in
      if content.textNumber != textNumber {
        textNumber = content.textNumber
        weigher.begin()
      }
      search(&content)
    }
    block.endSearch()
  }

  private mutating func search(_ content: inout TextBlock.Content) {
    weigher.readLabels(of: content.layout)
    matcher.border = content.border.before
    matcher.search(content.text.span, layout: content.layout, labels: weigher.labels)
    content.border.behind = matcher.border
    content.beginnings = matcher.beginnings(of: content.layout.live)
    weigher.score(matcher.matches, in: content.text.span, layout: content.layout)
    swap(&content.candidates, &weigher.candidates)
    if terms != nil { content.termMatches = matcher.termMatches }
  }

  /// Settles the oldest block; while another thread searches it, searches one of the others.
  private mutating func goOn(_ board: BlockBoard) {
    let oldest = blocks[0]
    if !oldest.isSearched(by: .now()) {
      if let block = board.takeBack(of: blocks) { return search(block) }
      _ = oldest.isSearched(by: .distantFuture)
    }
    settle(oldest)
  }

  /// Decides about the candidates of the oldest block, which is searched, and lets it go.
  private mutating func settle(_ block: TextBlock) {
    block.content.withLock { content in
      if border.differs(
        from: content.border.before, beginnings: content.beginnings, live: content.layout.live,
        end: content.border.behind)
      {
        content.border.before = border
        search(&content)
      }
      border = content.border.behind
      weigher.readLabels(of: content.layout)
      swap(&content.candidates, &weigher.candidates)
      weigher.settleCandidates(in: content.text.span, layout: content.layout)
      swap(&content.candidates, &weigher.candidates)
      if let terms {
        weigher.report(
          content.termMatches, of: terms, in: content.text.span, layout: content.layout)
      }
    }
    blocks.removeFirst()
    board?.giveBack(block)
  }
}
