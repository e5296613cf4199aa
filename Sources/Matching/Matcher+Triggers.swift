internal import ScanModel

// The search around triggers.

extension Matcher {
  /// Stops at every trigger of the region and tries what is possible there of kinds that are
  /// reported.
  mutating func searchTriggers(in region: Region, starts: ClosedRange<Int>) {
    let end = min(region.subject.count, starts.upperBound + plan.longestLead + 1)
    stop(at: starts.lowerBound..<end, in: region, starts, forLookalikes: false)
  }

  /// Stops at every trigger in a part of the region.
  mutating func stop(
    at places: Range<Int>, in region: Region, _ starts: ClosedRange<Int>, forLookalikes: Bool
  ) {
    guard !places.isEmpty else { return }
    let first = region.offset + places.lowerBound
    let end = region.offset + places.upperBound
    var index = first >> 6
    var bits = triggers.triggers[index] & (UInt64.max << UInt64(first & 63))
    // Digits of the region before may run on into this one.
    if places.lowerBound == 0, region.block[first].isDigit { bits |= 1 << UInt64(first & 63) }
    while true {
      while bits != 0 {
        let position = index << 6 + bits.trailingZeroBitCount
        guard position < end else { return }
        bits &= bits &- 1
        stop(at: position, in: region, starts, forLookalikes: forLookalikes)
      }
      index += 1
      guard index << 6 < end else { return }
      bits = triggers.triggers[index]
    }
  }

  /// Tries what is possible at the trigger at `position` of the block.
  @inline(__always)
  private mutating func stop(
    at position: Int, in region: Region, _ starts: ClosedRange<Int>, forLookalikes: Bool
  ) {
    let byte = region.block[position]
    let place = position - region.offset
    if byte.isDigit {
      if place == 0 || !region.subject[place - 1].isDigit {
        attempt(AnchorPlan.digitRuns + (forLookalikes ? 1 : 0), at: place, in: region, starts)
        if !forLookalikes, plan.mayBeDeclared(at: place, in: region.subject) {
          attemptDeclared(at: place, in: region, starts)
        }
      }
      if patterns.classes.hasAnyDigits {
        attempt(AnchorPlan.anyDigits + (forLookalikes ? 1 : 0), at: place, in: region, starts)
      }
      return
    }
    let tables = (forLookalikes ? plan.lookalikesOfByte : plan.tablesOfByte)[Int(byte)]
    if tables != AnchorPlan.noTables {
      attempt(tables, at: place, in: region, starts)
    }
    if triggers.isWord(position) {
      attemptWords(at: place, in: region, starts, forLookalikes: forLookalikes)
    }
  }

  /// Runs the expressions that begin with the word at a trigger.
  @inline(never)
  private mutating func attemptWords(
    at place: Int, in region: Region, _ starts: ClosedRange<Int>, forLookalikes: Bool
  ) {
    words.forEachVariant(at: place, in: region.subject) { variant in
      guard variant.pointee.isLookalike == forLookalikes else { return }
      run(variant, at: place, in: region, starts)
    }
  }

  /// Runs the expressions that the text around a trigger leaves possible.
  @inline(__always)
  private mutating func attempt(
    _ tables: Int, at place: Int, in region: Region, _ starts: ClosedRange<Int>
  ) {
    let automaton = automata.baseAddress.unsafelyUnwrapped + tables
    let outcome = automaton.pointee.outcome(at: place, in: region.subject)
    if outcome != TriggerAutomaton.nothing {
      run(outcome, of: automaton, at: place, in: region, starts)
    }
  }

  /// Runs the expressions of an outcome.
  @inline(never)
  private mutating func run(
    _ outcome: Int16, of automaton: UnsafeMutablePointer<TriggerAutomaton>, at place: Int,
    in region: Region, _ starts: ClosedRange<Int>
  ) {
    automaton.pointee.forEachVariant(of: outcome) { variant in
      run(variant, at: place, in: region, starts)
    }
  }

  private mutating func run(
    _ variant: UnsafePointer<TriggerVariant>, at place: Int, in region: Region,
    _ starts: ClosedRange<Int>
  ) {
    let needsLabel = variant.pointee.needsLabel
    guard mayCount(variant.pointee.pattern, needsLabel: needsLabel, in: region) else { return }
    let last = min(place - variant.pointee.lead.lowerBound, starts.upperBound)
    var first = max(place - variant.pointee.lead.upperBound, starts.lowerBound)
    guard first <= last,
      !variant.pointee.isLookalike
        || windows.areTouched(by: first..<last + variant.pointee.longest)
    else { return }
    if variant.pointee.lead.count == 1 {
      guard variant.pointee.first.contains(region.subject[first]),
        first > 0
          ? variant.pointee.before.contains(region.subject[first - 1])
          : variant.pointee.before.hasEdge
      else { return }
      if needsLabel, variant.pointee.isLabelledBefore, lacksLabel(variant, at: first, in: region) {
        return
      }
    } else {
      var reached = place
      while reached > first, variant.pointee.stretch.contains(region.subject[reached - 1]) {
        reached -= 1
      }
      first = reached
      guard first <= last else { return }
    }
    seek(
      variant.pointee.expression, in: region, starts: first...last,
      isLabelledBefore: variant.pointee.isLabelledBefore)
  }

  /// Whether it is known that no match that begins at `first` has a label, which it needs.
  private mutating func lacksLabel(
    _ variant: UnsafePointer<TriggerVariant>, at first: Int, in region: Region
  ) -> Bool {
    guard !isNamed(variant.pointee.pattern, in: region) else { return false }
    let start = region.offset + first
    return reach.lacksLabel(
      variant.pointee.keepsOut ? nil : variant.pointee.pattern, at: start,
      to: start + variant.pointee.longest,
      isReadNow: runners[variant.pointee.expression].isFoundMostly,
      enumeratedFrom: region.enumerationLimit, isTree: region.isTree, in: region.block, triggers)
  }

  /// Runs the expressions whose pattern files promise digits.
  private mutating func attemptDeclared(
    at place: Int, in region: Region, _ starts: ClosedRange<Int>
  ) {
    let cluster = DigitCluster(at: place, in: region.subject, end: region.subject.count)
    var asked: UnsafeMutablePointer<UInt64>?
    var stand = false
    for number in plan.declaredRanges[min(cluster.runLength, AnchorPlan.longestRun)] {
      let declared = plan.declared[number]
      if let endings = declared.endings {
        if asked != endings.bits {
          asked = endings.bits
          stand = endings.stand(before: place, in: region.subject)
        }
        guard stand else { continue }
      }
      guard declared.digitCount <= cluster.digitCount else { continue }
      let position = region.offset + place
      var first = max(position - declared.lead, region.offset + starts.lowerBound)
      if declared.endings == nil {
        // The digits are the first of the match: it begins behind those before.
        first = triggers.digitFreeStart(before: position, notBefore: first)
      }
      first = max(first, runners[declared.expression].attempted + 1)
      let last = region.offset + min(place, starts.upperBound)
      if first <= last {
        seek(
          declared.expression, in: region,
          starts: first - region.offset...last - region.offset, isLabelledBefore: true)
      }
    }
  }

  /// Whether a match of the pattern may count, as far as the label of the region tells.
  @inline(__always)
  func mayCount(_ pattern: Int, needsLabel: Bool, in region: Region) -> Bool {
    !region.countsOnlyNamed || !needsLabel || isNamed(pattern, in: region)
  }

  /// Whether the label of the region names the pattern.
  @inline(__always)
  func isNamed(_ pattern: Int, in region: Region) -> Bool {
    region.namedPatterns.map { namedByLabels[$0 + pattern] } ?? false
  }
}

extension UInt8 {
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
