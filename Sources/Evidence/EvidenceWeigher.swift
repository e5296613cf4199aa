package import Matching
internal import PatternCatalog
package import ScanModel
internal import Validators

/// Turns the matches of a text into findings: weighs labels, headers, counter words, columns and
/// overlaps, block by block. One for each thread.
package struct EvidenceWeigher {
  /// Below this confidence a candidate is not reported, only counted.
  package static let reportedFrom = 0.15

  /// The findings that are ready; the caller takes them out.
  package var findings: [Finding] = []
  /// How many candidates of this text had too much against them.
  package private(set) var suppressedCount = 0
  /// What the labels of the layout name, for the matcher.
  package private(set) var labels: LabelSupport

  /// Which kinds are reported.
  package enum Scope: Sendable {
    case reportedKinds
    /// Lookalikes too, as tests of pattern files need it.
    case everything
  }

  private let scope: Scope
  private let vocabulary: Vocabulary
  private let resolver: OverlapResolver
  private let bsnPattern: Int?
  private var surroundings: Surroundings
  private var folded = FoldedText()
  private var hits: [WordHit] = []
  private var meanings: [LabelMeaning] = []
  private var columns: [ColumnStatistics.Key: ColumnStatistics] = [:]
  /// Candidates that reach over the end of the block before, at offsets behind its live range.
  private var waiting: [Candidate] = []

  package init(_ vocabulary: Vocabulary, reporting scope: Scope = .reportedKinds) {
    self.scope = scope
    self.vocabulary = vocabulary
    resolver = OverlapResolver(vocabulary: vocabulary)
    labels = LabelSupport(patternCount: vocabulary.scales.count)
    surroundings = Surroundings(vocabulary)
    bsnPattern = vocabulary.catalog.patterns.firstIndex { $0.validator == .bsn && $0.isReported }
  }

  /// Forgets the text before; call it before the first block of every text.
  package mutating func begin() {
    findings.removeAll(keepingCapacity: true)
    suppressedCount = 0
    labels.removeAll()
    meanings.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Reads the labels that are new since the block before; call it before matching.
  package mutating func readLabels(of layout: borrowing TextLayout) {
    for index in meanings.count..<max(layout.labels.count, meanings.count) {
      let meaning = LabelMeaning(layout.labels[index], vocabulary: vocabulary)
      meanings.append(meaning)
      let named = meaning.supportedPatterns
      labels.append(
        patterns: named,
        cellPatterns: named.filter { !vocabulary.catalog.patterns[$0].cellExpressions.isEmpty },
        isKnown: meaning.isKnown)
    }
  }

  /// Weighs the matches of a block; findings that are certain by now are added to `findings`.
  package mutating func weigh(
    _ matches: [Match], in text: Span<UInt8>, layout: borrowing TextLayout
  ) {
    countColumns(text, layout: layout)
    var candidates = waiting
    for index in candidates.indices { candidates[index].range.move(by: layout.live.lowerBound) }
    waiting.removeAll(keepingCapacity: true)
    var lines = LineCounter(layout)
    var readAt: Range<Int>?
    for match in matches.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard !isFieldName(match, in: text, layout),
        let support = support(for: match, in: text, layout: layout, readAt: &readAt),
        let score = vocabulary.score(match, support: support, form: layout.form)
      else { continue }
      candidates.append(
        candidate(match, score, support, in: text, layout: layout, lines: &lines))
    }
    settle(&candidates, upTo: layout.live.upperBound)
  }

  /// Ends the text: whatever waits for more is decided by what was seen.
  package mutating func finish() {
    var candidates = waiting
    waiting.removeAll(keepingCapacity: true)
    settle(&candidates, upTo: Int.max)
    for key in columns.keys.sorted(by: { ($0.column, $0.label) < ($1.column, $1.label) }) {
      columns[key]?.decide()
      release(key)
    }
  }
}

// MARK: - Support

extension EvidenceWeigher {
  private mutating func support(
    for match: Match, in text: Span<UInt8>, layout: borrowing TextLayout,
    readAt: inout Range<Int>?
  ) -> Support? {
    let header = header(of: match, layout)
    if let header, layout.form != .tree { return header }
    if case .header = header { return header }
    if readAt != match.range {
      surroundings.read(
        text, around: match.range, notBefore: contextStart(of: match, layout),
        form: layout.form, isCell: hasLabel(match, layout))
      readAt = match.range
    }
    let standing = surroundings.standing(of: match.patternIndex)
    // In a tree a sibling may name the value: {"system": "…/bsn", "value": …}.
    if let header {
      if case .label = standing { return .surroundings(standing) }
      return header
    }
    return .surroundings(standing)
  }

  /// What the header, key or element name of a match says of it; nil where it says nothing.
  private func header(of match: Match, _ layout: borrowing TextLayout) -> Support? {
    guard let index = match.fieldIndex else { return nil }
    let field = layout.fields[index]
    guard field.label >= 0 else { return nil }
    let meaning = meanings[Int(field.label)]
    if let word = meaning.supported[match.patternIndex] { return .header(word: word) }
    if let word = meaning.opposed[match.patternIndex] { return .otherHeader(word: word) }
    if field.range == match.range, let word = meaning.supported.values.min() {
      return .otherHeader(word: word)
    }
    return nil
  }

  /// Whether a match of words (a name, a function) is the name of a field, or part of one.
  private mutating func isFieldName(
    _ match: Match, in text: Span<UInt8>, _ layout: borrowing TextLayout
  ) -> Bool {
    guard vocabulary.scales[match.patternIndex].isOfWords else { return false }
    if vocabulary.isFieldName(match.range.map { text[$0] }, &folded, &hits) { return true }
    guard let index = match.fieldIndex else { return false }
    let field = layout.fields[index].range
    return field != match.range && field.count <= 40
      && vocabulary.isFieldName(field.map { text[$0] }, &folded, &hits)
  }

  /// Whether a header or key stands for the field of a match.
  private func hasLabel(_ match: Match, _ layout: borrowing TextLayout) -> Bool {
    guard let index = match.fieldIndex else { return false }
    return layout.fields[index].label >= 0
  }

  /// How far back the words around a match are its own.
  ///
  /// Under a header that says what its cells are, the cells before tell nothing.
  private func contextStart(of match: Match, _ layout: borrowing TextLayout) -> Int {
    guard layout.form == .table, let index = match.fieldIndex else { return 0 }
    let field = layout.fields[index]
    guard field.label >= 0, meanings[Int(field.label)].isKnown else { return 0 }
    return field.range.lowerBound
  }

  private func candidate(
    _ match: Match, _ score: (confidence: Double, reasons: [Reason]), _ support: Support,
    in text: Span<UInt8>, layout: borrowing TextLayout, lines: inout LineCounter
  ) -> Candidate {
    var distance: Int?
    switch support {
    case .header: distance = 0
    case .surroundings(.label(_, let bytes)): distance = bytes
    default: break
    }
    var value: [UInt8] = []
    value.reserveCapacity(match.range.count)
    for index in match.range { value.append(text[index]) }
    return Candidate(
      match: match, range: match.range, confidence: score.confidence, reasons: score.reasons,
      labelDistance: distance, undecidedColumn: undecidedColumn(of: match, layout: layout),
      place: place(of: match, in: text, layout: layout, lines: &lines), value: value)
  }

  private func place(
    of match: Match, in text: Span<UInt8>, layout: borrowing TextLayout, lines: inout LineCounter
  ) -> Place {
    guard let index = match.fieldIndex, layout.form != .running else {
      return lines.place(of: match.range.lowerBound, in: text)
    }
    let field = layout.fields[index]
    let name = field.label >= 0 ? fieldName(layout.labels[Int(field.label)]) : nil
    switch layout.form {
    case .table:
      let isKnown = field.label >= 0 && meanings[Int(field.label)].isKnown
      return .cell(row: field.row, column: Int(field.column), header: isKnown ? name : nil)
    case .tree: return .element(path: name ?? "", line: field.row)
    case .fixedWidth: return .record(line: field.row, field: name ?? "")
    case .running: preconditionFailure("running text has lines")
    }
  }

  /// The name of a field as reports may print it; nil for what may be a value.
  private func fieldName(_ label: [UInt8]) -> String? {
    let digitCount = label.count { (0x30...0x39).contains($0) }
    guard label.count <= 60, digitCount < 4, !label.contains(UInt8(ascii: "@")) else { return nil }
    return String(decoding: label, as: UTF8.self)
  }
}

// MARK: - Columns

extension EvidenceWeigher {
  /// Counts the cells of eight or nine digits in columns whose header says nothing of BSNs.
  private mutating func countColumns(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    guard bsnPattern != nil, layout.form == .table || layout.form == .tree else { return }
    for index in layout.fields.indices {
      let field = layout.fields[index]
      guard (8...9).contains(field.range.count), layout.live.contains(field.range.lowerBound),
        let number = text.number(in: field.range), let key = undecidedKey(field, layout: layout)
      else { continue }
      let verdict = Validator.bsn.validate(text.extracting(field.range))
      columns[key, default: ColumnStatistics()].count(number, passes: verdict.isValid)
    }
  }

  /// The column of a field, where its label leaves open whether it holds BSNs.
  private func undecidedKey(
    _ field: TextField, layout: borrowing TextLayout
  ) -> ColumnStatistics.Key? {
    if field.label >= 0 && meanings[Int(field.label)].isKnown { return nil }
    if layout.form == .tree && field.label < 0 { return nil }
    return ColumnStatistics.Key(label: field.label, column: field.column)
  }

  private func undecidedColumn(
    of match: Match, layout: borrowing TextLayout
  ) -> ColumnStatistics.Key? {
    guard match.patternIndex == bsnPattern, let index = match.fieldIndex,
      layout.form == .table || layout.form == .tree
    else { return nil }
    let field = layout.fields[index]
    guard field.range == match.range, (8...9).contains(field.range.count) else { return nil }
    return undecidedKey(field, layout: layout)
  }

  private mutating func release(_ key: ColumnStatistics.Key) {
    guard let column = columns[key] else { return }
    columns[key]?.waiting.removeAll()
    for candidate in column.waiting { report(candidate, column.decision) }
  }
}

// MARK: - Places

extension EvidenceWeigher {
  /// Resolves all clusters of candidates that end before `limit`; the others wait.
  private mutating func settle(_ candidates: inout [Candidate], upTo limit: Int) {
    candidates.sort { $0.range.lowerBound < $1.range.lowerBound }
    var cluster: [Candidate] = []
    var clusterEnd = 0
    for candidate in candidates {
      if candidate.range.lowerBound >= clusterEnd && !cluster.isEmpty {
        report(cluster)
        cluster.removeAll(keepingCapacity: true)
      }
      cluster.append(candidate)
      clusterEnd = max(clusterEnd, candidate.range.upperBound)
    }
    if clusterEnd <= limit {
      report(cluster)
    } else {
      waiting = cluster
      for index in waiting.indices { waiting[index].range.move(by: -limit) }
    }
  }

  private mutating func report(_ cluster: [Candidate]) {
    let winners = resolver.winners(of: cluster)
    for var candidate in winners {
      if let outer = winners.first(where: { resolver.contains($0, candidate) }) {
        candidate.confidence = max(candidate.confidence, outer.confidence)
        candidate.reasons.append(.within(vocabulary.scales[outer.match.patternIndex].id))
      }
      guard
        scope == .everything
          || vocabulary.scales[candidate.match.patternIndex].isReported
      else { continue }
      guard let key = candidate.undecidedColumn else {
        report(candidate, .mixed)
        continue
      }
      let decision = columns[key]?.decision ?? .mixed
      if decision == .open {
        columns[key]?.waiting.append(candidate)
      } else {
        release(key)
        report(candidate, decision)
      }
    }
  }

  private mutating func report(_ candidate: Candidate, _ column: ColumnStatistics.Decision) {
    let scale = vocabulary.scales[candidate.match.patternIndex]
    var confidence = candidate.confidence
    var reasons = candidate.reasons
    switch column {
    case .passes(let passed, let count):
      confidence = max(confidence, scale.confidence.label - 0.05)
      reasons.insert(.columnPasses(passed: passed, count: count), at: 0)
    case .random(let passed, let count):
      if candidate.labelDistance == nil { confidence = 0 }
      reasons.insert(.columnIsRandom(passed: passed, count: count), at: 0)
    case .mixed, .open:
      break
    }
    guard confidence >= Self.reportedFrom else {
      suppressedCount += 1
      return
    }
    let normalized = scale.validator?.normalized(candidate.value.span) ?? candidate.value
    findings.append(
      Finding(
        kind: scale.id, place: candidate.place, confidence: Confidence(confidence),
        reasons: reasons,
        value: SensitiveText(String(decoding: candidate.value, as: UTF8.self)),
        normalized: SensitiveText(String(decoding: normalized, as: UTF8.self))))
  }
}

extension Range<Int> {
  fileprivate mutating func move(by distance: Int) {
    self = lowerBound + distance..<upperBound + distance
  }
}

extension Span<UInt8> {
  /// The number that the digits in `range` write; nil where there is anything else.
  fileprivate func number(in range: Range<Int>) -> UInt32? {
    var number: UInt32 = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ UInt32(digit)
    }
    return number
  }
}
