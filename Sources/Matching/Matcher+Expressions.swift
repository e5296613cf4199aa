internal import Validators

// The running of expressions.

extension Matcher {
  /// Takes all matches of one expression that begin in `starts`, which are places in the region.
  ///
  /// `isLabelledBefore`: where the expression needs a label, what stands before a match, or behind
  /// it, must be able to be one; else its label may stand elsewhere.
  mutating func seek(
    _ number: Int, in region: Region, starts: ClosedRange<Int>, isLabelledBefore: Bool = false
  ) {
    guard !runners[number].isStopped,
      mayCount(
        runners[number].patternIndex, needsLabel: runners[number].needsLabel, in: region)
    else { return }
    let code = runners[number].preparedCode()
    let subject = region.subject
    var start = starts.lowerBound
    if runners[number].takesRoom {
      start = max(start, runners[number].resume - region.offset)
    }
    while true {
      while start < subject.count, subject[start].isContinuation { start += 1 }
      guard start <= starts.upperBound else { return }
      switch state.firstMatch(of: code, in: subject, startingIn: start...starts.upperBound) {
      case .none:
        return
      case .stopped:
        runners[number].stop()
        return
      case .match(let found, let attempt):
        runners[number].noteFound()
        if let match = confirmed(number, found, in: region),
          !isLabelledBefore || mayHaveLabel(match, in: region)
        {
          matches.append(match)
          runners[number].attempted = region.offset + attempt
          runners[number].resume = max(runners[number].resume, match.range.upperBound)
          start =
            runners[number].takesRoom ? match.range.upperBound - region.offset : attempt + 1
        } else {
          start = attempt + 1
        }
      }
    }
  }

  /// Whether the match needs no label, or may have one.
  private mutating func mayHaveLabel(_ match: Match, in region: Region) -> Bool {
    if !match.needsLabel || isNamed(match.patternIndex, in: region) { return true }
    if region.countsOnlyNamed { return false }
    return reach.mayHaveLabel(
      match.patternIndex, around: match.range, enumeratedFrom: region.enumerationLimit,
      isTree: region.isTree, in: region.block, triggers)
  }

  private func confirmed(
    _ number: Int, _ found: Range<Int>, in region: Region
  ) -> Match? {
    guard !found.isEmpty else { return nil }
    let patternIndex = runners[number].patternIndex
    var range = found
    var notes = Verdict.Notes(rawValue: 0)
    if let validator = runners[number].validator {
      let candidate = UnsafeBufferPointer(rebasing: region.subject[found])
      if let length = validator.prefixLength(of: candidate.span) {
        range = found.lowerBound..<found.lowerBound + length
      }
      let value = UnsafeBufferPointer(rebasing: region.subject[range])
      guard case .valid(let seen) = validator.validate(value.span) else { return nil }
      notes = seen
    }
    return Match(
      patternIndex: patternIndex, expressionIndex: runners[number].index,
      needsLabel: runners[number].needsLabel,
      range: range.lowerBound + region.offset..<range.upperBound + region.offset,
      fieldIndex: region.field, notes: notes)
  }
}

extension UInt8 {
  @inline(__always) fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
