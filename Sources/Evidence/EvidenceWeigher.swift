package import Matching
internal import PatternCatalog
package import ScanModel
internal import Validators

/// Turns the matches of a text into findings, block by block; one for each thread.
///
/// It weighs labels, headers, counter words, columns and overlaps.
package struct EvidenceWeigher: ~Copyable {
  /// Below this confidence a candidate is not reported, only counted.
  package static let reportedFrom = 0.15

  /// More than any match reaches behind the live range of its block, in bytes.
  private static let longestReach = 2048
  /// How many labels are known at most, and how long they are.
  private static let knownLabelLimit = 2048
  private static let longestKnownLabel = 64

  /// The findings that are ready; the caller takes them out.
  package var findings: [Finding] = []
  /// The candidates of the block last scored; whoever scores elsewhere puts them in here before they
  /// are settled.
  package var candidates: [Candidate] = []
  /// How many candidates of this text had too much against them.
  package internal(set) var suppressedCount = 0
  /// What the labels of the layout name, for the matcher.
  package private(set) var labels: LabelSupport

  /// Which kinds are reported.
  package enum Scope: Sendable {
    case reportedKinds
    /// Lookalikes too, as tests of pattern files need it.
    case everything
  }

  private let scope: Scope
  private(set) var part: [DocumentPart] = []
  private var sorted: [Match] = []
  let vocabulary: Vocabulary
  var resolver: OverlapResolver
  let bsnPattern: Int?
  var surroundings: Surroundings
  var folded = FoldedText()
  var hits: [WordHit] = []
  var meanings: [LabelMeaning] = []
  /// By label, whether another beside it tells of a person, and how many labels were known then.
  var besidePerson: [Int: (isSo: Bool, labelCount: Int)] = [:]
  /// What labels of texts before mean; tables of one export have the same ones.
  private var knownLabels: [[UInt8]] = []
  private var knownNumbers = LabelNumbers()
  private var knownMeanings: [LabelMeaning] = []
  var columns: [ColumnStatistics.Key: ColumnStatistics] = [:]
  var reasons: RecentReasons
  /// The last field of the blocks before, for terms that lie in none.
  var lastField: TextField?
  /// How many keys of the text were searched for terms, and what was found in those whose first
  /// value is still to come.
  var searchedKeyCount = 0
  var foundKeys: [Int32: [TermMatch]] = [:]
  /// Candidates that reach over the end of the block before, at offsets behind its live range.
  var waiting: [Candidate] = []
  /// Where the live range of the block that is being settled begins in all texts that were read.
  private(set) var offset = 0
  /// How long that range is; 0 before the first block.
  private var settledByteCount = 0
  /// The details of those of kinds that are reported.
  var kept: [Candidate.Details] = []

  package init(_ vocabulary: Vocabulary, reporting scope: Scope = .reportedKinds) {
    self.scope = scope
    self.vocabulary = vocabulary
    resolver = OverlapResolver(vocabulary: vocabulary)
    labels = LabelSupport(patternCount: vocabulary.scales.count)
    surroundings = Surroundings(vocabulary)
    reasons = RecentReasons(patternCount: vocabulary.scales.count)
    bsnPattern = vocabulary.catalog.patterns.firstIndex { $0.validator == .bsn && $0.isReported }
  }

  /// Forgets the text before; call it before the first block of every text, with the part of its
  /// document that the text is.
  package mutating func begin(at part: [DocumentPart] = []) {
    self.part = part
    lastField = nil
    searchedKeyCount = 0
    foundKeys.removeAll()
    findings.removeAll(keepingCapacity: true)
    suppressedCount = 0
    labels.removeAll()
    meanings.removeAll(keepingCapacity: true)
    besidePerson.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    offset += settledByteCount
    settledByteCount = 0
  }

  /// Reads the labels that are new since the block before; call it before matching.
  package mutating func readLabels(of layout: borrowing TextLayout) {
    for index in meanings.count..<max(layout.labels.count, meanings.count) {
      let meaning = meaning(of: layout.labels[index])
      meanings.append(meaning)
      labels.append(meaning.support)
    }
  }

  private mutating func meaning(of label: [UInt8]) -> LabelMeaning {
    if let known = knownNumbers.number(of: label.span, in: knownLabels) {
      return knownMeanings[Int(known)]
    }
    let meaning = LabelMeaning(label, vocabulary: vocabulary, &folded, &hits)
    guard label.count <= Self.longestKnownLabel else { return meaning }
    if knownLabels.count >= Self.knownLabelLimit {
      knownLabels.removeAll(keepingCapacity: true)
      knownNumbers.removeAll()
      knownMeanings.removeAll(keepingCapacity: true)
    }
    knownNumbers.insert(label.span, number: Int32(knownLabels.count))
    knownLabels.append(label)
    knownMeanings.append(meaning)
    return meaning
  }

  /// Weighs the matches of a block; findings that are certain by now are added to `findings`.
  package mutating func weigh(
    _ matches: [Match], in text: Span<UInt8>, layout: borrowing TextLayout
  ) {
    score(matches, in: text, layout: layout)
    settleCandidates(in: text, layout: layout)
  }

  /// Makes the matches of a block `candidates`.
  ///
  /// Of the text before, it needs only the labels; so blocks can be scored in any order.
  package mutating func score(
    _ matches: [Match], in text: Span<UInt8>, layout: borrowing TextLayout
  ) {
    candidates.removeAll(keepingCapacity: true)
    var readAt: Range<Int>?
    sorted.removeAll(keepingCapacity: true)
    sorted += matches
    sorted.sortByBeginning()
    let live = layout.live
    // Up to where candidates of the block before may reach.
    let reached = live.lowerBound > 0 ? live.lowerBound + Self.longestReach : 0
    var start = 0
    while start < sorted.count {
      var end = start
      var clusterEnd = sorted[start].range.upperBound
      var isOfInterest = sorted[start].range.lowerBound < reached
      while end < sorted.count, sorted[end].range.lowerBound < clusterEnd {
        clusterEnd = max(clusterEnd, sorted[end].range.upperBound)
        isOfInterest = isOfInterest || isReported(sorted[end])
        end += 1
      }
      // Lookalikes among themselves, to the last of them, are nobody's business.
      if isOfInterest || clusterEnd > live.upperBound {
        for index in start..<end {
          let match = sorted[index]
          guard !isFieldName(match, in: text, layout), !lacksDemand(match, in: text, layout),
            let support = support(for: match, in: text, layout: layout, readAt: &readAt),
            let confidence = vocabulary.confidence(
              of: match, support: support, form: layout.form)
          else { continue }
          candidates.append(
            Candidate(
              match: match, confidence: confidence, support: support, form: layout.form,
              fieldOffset: fieldOffset(of: match, layout), isSettled: isSettled(match, layout)))
        }
      }
      start = end
    }
  }

  /// Decides about the `candidates` of the next block of the text; findings that are certain by now
  /// are added to `findings`.
  package mutating func settleCandidates(in text: Span<UInt8>, layout: borrowing TextLayout) {
    offset += settledByteCount
    settledByteCount = layout.live.count
    countColumns(text, layout: layout)
    guard !waiting.isEmpty else {
      settle(candidates, upTo: layout.live.upperBound, in: text, layout)
      return
    }
    var all = waiting
    for index in all.indices { all[index].range.move(by: layout.live.lowerBound) }
    all += candidates
    settle(all, upTo: layout.live.upperBound, in: text, layout)
  }

  /// Whether findings of the match would be reported.
  func isReported(_ match: Match) -> Bool {
    scope == .everything || vocabulary.scales[match.patternIndex].isReported
  }

  /// Ends the text: whatever waits for more is decided by what was seen.
  package mutating func finish() {
    let rest: [UInt8] = []
    settle(waiting, upTo: Int.max, in: rest.span, TextLayout(form: .running))
    for key in columns.keys.sorted(by: { ($0.column, $0.label) < ($1.column, $1.label) }) {
      columns[key]?.decide()
      release(key)
    }
  }
}

extension [Match] {
  /// Puts matches in the order of their beginnings; those that begin alike stay as they are.
  ///
  /// They are nearly in order: each is moved by a few places, or else all are sorted.
  fileprivate mutating func sortByBeginning() {
    var moves = 0
    for index in indices.dropFirst() {
      let match = self[index]
      guard match.range.lowerBound < self[index - 1].range.lowerBound else { continue }
      var place = index
      while place > 0, match.range.lowerBound < self[place - 1].range.lowerBound {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = match
      moves += index - place
      if moves > 8 * count { return sort { $0.range.lowerBound < $1.range.lowerBound } }
    }
  }
}

extension Range<Int> {
  mutating func move(by distance: Int) {
    self = lowerBound + distance..<upperBound + distance
  }
}
