internal import PatternCatalog
package import ScanModel
internal import Validators

/// Finds all matches of all patterns in a text that comes in blocks; one for each thread.
///
/// Per expression, matches are leftmost and do not overlap; those of an expression that needs a
/// label may, since without one they count for nothing. A candidate that its validator rejects
/// takes no room: the search goes on one character behind its start.
package struct Matcher: ~Copyable {
  let patterns: CompiledPatterns
  let plan: AnchorPlan
  let state = MatchState()
  let runners: UnsafeMutableBufferPointer<ExpressionRunner>
  var triggers = TriggerMasks()
  /// One for each of the tables of the plan.
  let automata: UnsafeMutableBufferPointer<TriggerAutomaton>
  let words: PrefixTable
  var reach: LabelReach
  /// By label and pattern, whether the label names it, and whether it settles a field; they hold while
  /// a block is searched.
  var namedByLabels = UnsafeBufferPointer<Bool>(start: nil, count: 0)
  var settledByLabels = UnsafeBufferPointer<Bool>(start: nil, count: 0)
  /// The matches of the block last searched, in no order.
  package internal(set) var matches: [Match] = []
  /// Where lookalikes are sought.
  var windows = LookalikeWindows()
  /// Seeks the terms; nil where there are none.
  private var terms: TermSearch?
  /// What the blocks before leave to the next one; set it before a block that does not follow the
  /// one last searched.
  package var border = BlockBorder()

  /// Which lookalikes are sought.
  package enum Lookalikes: Sendable {
    /// Those that may compete with a match of a kind that is reported.
    case competing
    case all
  }

  private let lookalikes: Lookalikes

  package init(_ patterns: CompiledPatterns, lookalikes: Lookalikes = .competing) {
    self.patterns = patterns
    self.lookalikes = lookalikes
    plan = patterns.plan
    words = plan.words
    automata = .allocate(capacity: plan.tables.count)
    for (number, tables) in plan.tables.enumerated() {
      automata.initializeElement(at: number, to: TriggerAutomaton(tables))
    }
    runners = .allocate(capacity: patterns.expressions.count)
    _ = runners.initialize(from: patterns.expressions.map(ExpressionRunner.init))
    reach = LabelReach(patterns.labels)
    terms = patterns.terms.map(TermSearch.init)
  }

  deinit {
    automata.deinitialize()
    automata.deallocate()
    runners.deinitialize()
    runners.deallocate()
  }

  /// Where terms stand in the block last searched, in the order of the text.
  package var termMatches: [TermMatch] { terms?.matches ?? [] }

  /// Forgets the text before; call it before the first block of every text.
  package mutating func begin() {
    border = BlockBorder()
  }

  /// The ids of the patterns of which an expression was stopped by its match limit in this text.
  package var stoppedPatterns: [String] {
    var ids: [String] = []
    for number in border.stopped {
      let id = patterns.catalog.patterns[runners[number].patternIndex].id
      if ids.last != id { ids.append(id) }
    }
    return ids
  }

  /// Puts the matches that begin in the live range of the block into `matches`.
  ///
  /// `labels` says what each label of the layout names.
  package mutating func search(
    _ text: Span<UInt8>, layout: borrowing TextLayout, labels: borrowing LabelSupport
  ) {
    matches.removeAll(keepingCapacity: true)
    begin(at: layout.live.lowerBound)
    reach.begin()
    text.withUnsafeBufferPointer { text in
      guard text.baseAddress != nil else { return }
      triggers.classify(text, by: patterns.classes)
      labels.named.withUnsafeBufferPointer { named in
        labels.settled.withUnsafeBufferPointer { settled in
          namedByLabels = named
          settledByLabels = settled
          if layout.form == .running {
            searchRunningText(text, layout: layout, labels: labels)
          } else {
            searchFields(text, layout: layout, labels: labels)
          }
          namedByLabels = UnsafeBufferPointer(start: nil, count: 0)
          settledByLabels = UnsafeBufferPointer(start: nil, count: 0)
        }
      }
      terms?.search(text, layout: layout)
    }
    endBlock(at: layout.live.upperBound)
  }

  /// The matches of the block last searched that begin in the first bytes of its live range, as far
  /// in as a match of the block before may reach.
  package func beginnings(of live: Range<Int>) -> [Match] {
    matches.filter { $0.range.lowerBound < live.lowerBound + Self.longestReach }
  }

  /// More than any match reaches behind a live range, in bytes.
  private static let longestReach = 2048

  private mutating func begin(at start: Int) {
    for number in runners.indices { runners[number].begin(at: start) }
    for reach in border.reaches { runners[reach.number].resume += reach.byteCount }
    for number in border.stopped { runners[number].stop() }
  }

  /// Keeps in `border` what reaches over the end of the live range.
  private mutating func endBlock(at end: Int) {
    border.reaches.removeAll()
    border.stopped.removeAll()
    for number in runners.indices {
      if runners[number].isStopped { border.stopped.append(number) }
      guard runners[number].takesRoom, runners[number].resume > end else { continue }
      border.reaches.append(
        BlockBorder.Reach(
          number: number, patternIndex: runners[number].patternIndex,
          expressionIndex: runners[number].index, byteCount: runners[number].resume - end))
    }
  }

  /// Searches one region as a subject of its own: what lies outside it is not seen.
  @inline(__always)
  mutating func search(_ region: Region) {
    guard let starts = region.starts else { return }
    let known = matches.count
    if plan.hasOwnPass { searchOwnPasses(in: region, starts: starts) }
    guard patterns.search == .anchored else { return }
    searchTriggers(in: region, starts: starts)
    // What is nobody's find needs no lookalikes, unless a match of another block may reach in.
    if lookalikes == .competing, matches.count == known, starts.count == region.subject.count {
      return
    }
    searchLookalikes(in: region, starts: starts, besidesMatchesBehind: known)
  }

  private mutating func searchOwnPasses(in region: Region, starts: ClosedRange<Int>) {
    for number in plan.ownPass { seek(number, in: region, starts: starts) }
  }

  private mutating func searchLookalikes(
    in region: Region, starts: ClosedRange<Int>, besidesMatchesBehind known: Int
  ) {
    switch lookalikes {
    case .competing where isSettled(region, byMatchesBehind: known): return
    case .competing: searchLookalikes(in: region, starts: starts, behindMatch: known)
    case .all: searchAllLookalikes(in: region, starts: starts)
    }
  }
}
