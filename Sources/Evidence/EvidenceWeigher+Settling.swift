internal import Matching
internal import PatternCatalog
internal import ScanModel

// What becomes of candidates: who gets a place, and the findings.

extension EvidenceWeigher {
  /// Resolves all clusters of candidates, given by position, that end before `limit`; the rest
  /// waits.
  mutating func settle(
    _ candidates: [Candidate], upTo limit: Int, in text: Span<UInt8>,
    _ layout: borrowing TextLayout
  ) {
    var lines = LineCounter(layout)
    waiting.removeAll(keepingCapacity: true)
    let all = candidates.span
    var start = 0
    while start < all.count {
      var end = start + 1
      var clusterEnd = all[start].range.upperBound
      while end < all.count, all[end].range.lowerBound < clusterEnd {
        clusterEnd = max(clusterEnd, all[end].range.upperBound)
        end += 1
      }
      if clusterEnd > limit {
        keep(candidates[start...], before: limit, in: text, layout, &lines)
        return
      }
      if end == start + 1 {
        report(all[start], in: text, layout, &lines)
      } else {
        report(cluster: start..<end, of: candidates, in: text, layout, &lines)
      }
      start = end
    }
    kept.removeAll(keepingCapacity: true)
  }

  /// Lets candidates wait for the next block, with what it cannot tell of them any more.
  private mutating func keep(
    _ candidates: ArraySlice<Candidate>, before limit: Int, in text: Span<UInt8>,
    _ layout: borrowing TextLayout, _ lines: inout LineCounter
  ) {
    var details: [Candidate.Details] = []
    for var candidate in candidates {
      if isReported(candidate.match) {
        details.append(
          candidate.kept.map { kept[$0] }
            ?? self.details(of: candidate.match, in: text, layout: layout, lines: &lines))
        candidate.kept = details.count - 1
      }
      candidate.range.move(by: -limit)
      waiting.append(candidate)
    }
    kept = details
  }

  /// Reports those of overlapping candidates that get their place.
  private mutating func report(
    cluster: Range<Int>, of candidates: [Candidate], in text: Span<UInt8>,
    _ layout: borrowing TextLayout, _ lines: inout LineCounter
  ) {
    let winners = resolver.winners(of: cluster, in: candidates)
    reportBeaten(in: cluster, of: candidates, by: winners, in: text, layout, &lines)
    for winner in winners {
      guard
        let outer = winners.first(where: { resolver.contains(candidates[$0], candidates[winner]) })
      else {
        report(candidates[winner], in: text, layout, &lines)
        continue
      }
      var candidate = candidates[winner]
      candidate.confidence = max(candidate.confidence, candidates[outer].confidence)
      candidate.outerPattern = candidates[outer].match.patternIndex
      report(candidate, in: text, layout, &lines)
    }
  }

  /// Lets candidates wait for the decision about their column to which lookalikes alone have taken their
  /// place: a number of clients may be a BSN.
  private mutating func reportBeaten(
    in cluster: Range<Int>, of candidates: [Candidate], by winners: [Int], in text: Span<UInt8>,
    _ layout: borrowing TextLayout, _ lines: inout LineCounter
  ) {
    for number in cluster where !winners.contains(number) {
      guard undecidedColumn(of: candidates[number].match, layout: layout) != nil,
        !winners.contains(where: { isReported(candidates[$0].match) })
      else { continue }
      var candidate = candidates[number]
      candidate.isBeaten = true
      report(candidate, in: text, layout, &lines)
    }
  }

  /// Reports a candidate that has its place, or lets it wait for the decision about its column.
  private mutating func report(
    _ candidate: Candidate, in text: Span<UInt8>, _ layout: borrowing TextLayout,
    _ lines: inout LineCounter
  ) {
    guard isReported(candidate.match) else { return }
    if let number = candidate.kept {
      report(candidate, kept[number])
    } else if undecidedColumn(of: candidate.match, layout: layout) != nil {
      report(
        candidate, details(of: candidate.match, in: text, layout: layout, lines: &lines))
    } else if let confidence = confidence(of: candidate, .mixed) {
      // Nothing is left to wait for: the finding is made at once, without details in between.
      let value = text.extracting(candidate.match.range)
      findings.append(
        Finding(
          kind: vocabulary.scales[candidate.match.patternIndex].id, part: part,
          place: place(
            inField: candidate.match.fieldIndex, at: candidate.match.range.lowerBound, in: text,
            layout: layout, lines: &lines),
          offset: offset(of: candidate.match.range, layout: layout),
          confidence: Confidence(confidence), reasons: reasons(for: candidate, .mixed),
          value: SensitiveText(value),
          normalized: vocabulary.normalized(value, byPattern: candidate.match.patternIndex)))
    }
  }

  /// Reports a candidate of which the details are known, or lets it wait.
  private mutating func report(_ candidate: Candidate, _ details: Candidate.Details) {
    var decision = ColumnStatistics.Decision.mixed
    if let key = details.undecidedColumn {
      decision = columns[key]?.decision ?? .mixed
      if decision == .open {
        columns[key]?.waiting.append((candidate, details))
        return
      }
      release(key)
    }
    report(candidate, details, decision)
  }

  /// Reports a candidate about whose column is decided.
  mutating func report(
    _ candidate: Candidate, _ details: Candidate.Details,
    _ decision: ColumnStatistics.Decision
  ) {
    guard let confidence = confidence(of: candidate, decision) else { return }
    findings.append(
      Finding(
        kind: vocabulary.scales[candidate.match.patternIndex].id, part: part,
        place: details.place, offset: details.offset, confidence: Confidence(confidence),
        reasons: reasons(for: candidate, decision), value: details.value,
        normalized: details.normalized))
  }

  /// How sure a candidate is in the end; nil, and counted, where too much speaks against it.
  private mutating func confidence(
    of candidate: Candidate, _ column: ColumnStatistics.Decision
  ) -> Double? {
    var confidence = candidate.confidence
    switch column {
    case .passes:
      let label = vocabulary.scales[candidate.match.patternIndex].confidence.label
      confidence = max(confidence, label - 0.05)
    case .random:
      if candidate.labelDistance == nil { confidence = 0 }
    case .mixed, .open:
      if candidate.isBeaten { return nil }
    }
    guard confidence >= Self.reportedFrom else {
      suppressedCount += 1
      return nil
    }
    return confidence
  }

  /// Why a candidate is as sure as it is, the most telling first.
  private mutating func reasons(
    for candidate: Candidate, _ column: ColumnStatistics.Decision
  ) -> [Reason] {
    var reasons = reasons.reasons(for: candidate, by: vocabulary)
    if let outer = candidate.outerPattern { reasons.append(.within(vocabulary.scales[outer].id)) }
    switch column {
    case .passes(let passed, let count):
      reasons.insert(.columnPasses(passed: passed, count: count), at: 0)
    case .random(let passed, let count):
      reasons.insert(.columnIsRandom(passed: passed, count: count), at: 0)
    case .mixed, .open:
      break
    }
    return reasons
  }
}
