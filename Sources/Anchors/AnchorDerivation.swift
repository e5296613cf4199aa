/// Derives from an expression where the search must stop for it.
struct AnchorDerivation {
  /// Of the expression itself, and of what must come where it begins.
  private let automata: [ExpressionAutomaton]
  private let before: ByteSet

  /// Matches begin at most so many bytes before a trigger whose place in them is known exactly.
  private static let exactLead = 16
  /// And so many before others.
  private static let longestLead = 256
  /// A word that begins in more ways than this is no rare sight.
  private static let mostBeginnings = 100
  /// Bytes that are worth stopping at, the rarest first.
  private static let rareBytes: [Unicode.Scalar] = [
    "@", "<", "^", "|", "~", "{", "[", "#", "*", "=", "_", ";", ":", "-", "/", "(",
  ]

  init(_ automata: [ExpressionAutomaton]) {
    self.automata = automata
    before = automata[0].bytesBefore
  }

  /// The shapes of which each match has one; nil where the expression needs a pass of its own.
  func shapes() -> [AnchorShape]? {
    if let shapes = digitShapes() { return shapes }
    let front = AutomatonFront(startOf: automata)
    guard !front.canEnd else { return nil }
    if let shapes = exactShapes(atOneOf: Self.rareBytes) { return shapes }
    if let shape = loosely(atOneOf: ["@", "<"]) { return [shape] }
    let word = wordShape()
    if let word, WordBeginnings(automata).pairCount <= Self.mostBeginnings { return [word] }
    if let shapes = exactShapes(atOneOf: [".", ","]) { return shapes }
    if let shape = loosely(atOneOf: [",", "."]) { return [shape] }
    return word.map { [$0] }
  }

  private func digitShapes() -> [AnchorShape]? {
    let mayFollowDigit = !before.intersection(.digits).isEmpty
    return exactShapes(at: .digits) { lead in
      lead == 0 && mayFollowDigit ? .anyDigit : .digitRun
    }
  }

  private func exactShapes(atOneOf bytes: [Unicode.Scalar]) -> [AnchorShape]? {
    for byte in bytes.map({ UInt8(ascii: $0) }) {
      if let shapes = exactShapes(at: ByteSet(byte), trigger: { _ in .byte(byte) }) {
        return shapes
      }
    }
    return nil
  }

  private func loosely(atOneOf bytes: [Unicode.Scalar]) -> AnchorShape? {
    for byte in bytes.map({ UInt8(ascii: $0) }) {
      if let shape = loosely(at: ByteSet(byte), trigger: .byte(byte)) { return shape }
    }
    return nil
  }

  /// A shape for every number of bytes that a match can have before its first byte of `set`; nil
  /// where a match can do without one, or has it too late.
  private func exactShapes(
    at set: ByteSet, trigger: (_ lead: Int) -> AnchorShape.Trigger
  ) -> [AnchorShape]? {
    var shapes: [AnchorShape] = []
    var front = AutomatonFront(startOf: automata)
    var passed: [ByteSet] = []
    for lead in 0...Self.exactLead {
      guard !front.canEnd else { return nil }
      let here = front.bytes
      let hits = here.intersection(set)
      if !hits.hasNoByte {
        shapes.append(
          AnchorShape(
            trigger: trigger(lead), lead: lead...lead, behind: behind(passed),
            ahead: ahead(front, at: set), stretch: .none, first: passed.first ?? .all,
            before: before))
      }
      let others = here.intersection(set.otherBytes)
      passed.append(others)
      front.advance(over: set.otherBytes)
      if others.hasNoByte { return shapes.isEmpty ? nil : shapes }
    }
    return nil
  }

  /// One shape for all places in a match at which its first byte of `set` can stand.
  private func loosely(at set: ByteSet, trigger: AnchorShape.Trigger) -> AnchorShape? {
    var front = AutomatonFront(startOf: automata)
    var stretch = ByteSet.none
    var ahead = [ByteSet](repeating: .none, count: AnchorShape.aheadCount)
    var firstLead: Int?
    for lead in 0...Self.longestLead {
      guard !front.canEnd else { return nil }
      let here = front.bytes
      if !here.intersection(set).hasNoByte {
        firstLead = firstLead ?? lead
        for (index, other) in self.ahead(front, at: set).enumerated() {
          ahead[index] = ahead[index].union(other)
        }
      }
      let others = here.intersection(set.otherBytes)
      if others.hasNoByte {
        guard let firstLead else { return nil }
        let nearest = firstLead == 0 ? stretch.union(before) : stretch
        return AnchorShape(
          trigger: trigger, lead: firstLead...lead, behind: [nearest, .all, .all], ahead: ahead,
          stretch: stretch, first: .all, before: .all)
      }
      stretch = stretch.union(others)
      front.advance(over: set.otherBytes)
    }
    return nil
  }

  /// A match that begins with a word and has at least two bytes.
  private func wordShape() -> AnchorShape? {
    let front = AutomatonFront(startOf: automata)
    let beginnings = ByteSet.letters.union(.leadBytes).union(ByteSet(UInt8(ascii: "'")))
    let ahead = ahead(front, at: .anyByte)
    guard ahead[0].isSubset(of: beginnings), before.intersection(.letters).isEmpty,
      !ahead[1].hasEdge
    else { return nil }
    return AnchorShape(
      trigger: .word, lead: 0...0, behind: behind([]), ahead: ahead, stretch: .none,
      first: ahead[0], before: before)
  }

  /// The sets of the last places passed, the nearest first; before the match, what it allows there.
  private func behind(_ passed: [ByteSet]) -> [ByteSet] {
    let known = Array(passed.reversed()) + [before]
    return (0..<AnchorShape.behindCount).map { $0 < known.count ? known[$0] : .all }
  }

  private func ahead(_ front: AutomatonFront, at set: ByteSet) -> [ByteSet] {
    var front = front
    var sets = [front.bytes.intersection(set)]
    front.advance(over: set)
    while sets.count < AnchorShape.aheadCount {
      sets.append(front.bytes)
      front.advance(over: .anyByte)
    }
    return sets
  }
}
