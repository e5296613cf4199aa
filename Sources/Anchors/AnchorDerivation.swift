/// Derives from an expression where the search must stop for it.
struct AnchorDerivation {
  /// Of the expression itself, and of what must come where it begins.
  private let automata: [ExpressionAutomaton]
  private let before: ByteSet
  private let pairsBarredBehind: [BytePair]

  /// Matches begin at most so many bytes before a trigger whose place in them is known exactly.
  private static let exactLead = 16
  /// And so many before others.
  private static let longestLead = 256
  /// A word that begins in more ways than this is no rare sight.
  private static let mostBeginnings = 100
  /// Bytes that are worth stopping at, the rarest first.
  private static let rareBytes: [Unicode.Scalar] = [
    "@", "<", "^", "|", "~", "%", "{", "[", "#", "*", "=", "_", ";", ":", "-", "/", "(",
  ]

  /// A shape, and what can stand from its trigger on.
  private struct Derived {
    var shape: AnchorShape
    let front: AutomatonFront
  }

  init(_ automata: [ExpressionAutomaton], pairsBarredBehind: [BytePair]) {
    self.automata = automata
    self.pairsBarredBehind = pairsBarredBehind
    before = automata[0].bytesBefore
  }

  /// The shapes of which each match has one, and their table; nil where the expression needs a pass
  /// of its own.
  func shapes() -> (shapes: [AnchorShape], table: MatchTable?)? {
    guard var derived = derived() else { return nil }
    guard derived[0].shape.trigger != .word, var builder = MatchTableBuilder(automata) else {
      return (derived.map(\.shape), nil)
    }
    var starts = derived.map { builder.state(of: $0.front) }
    let table = builder.table(&starts)
    for index in derived.indices { derived[index].shape.start = starts[index] }
    return (derived.map(\.shape), table)
  }

  private func derived() -> [Derived]? {
    if let shapes = digitShapes() { return shapes }
    let front = AutomatonFront(startOf: automata)
    guard !front.canEnd else { return nil }
    if let shapes = exactShapes(atOneOf: Self.rareBytes) { return shapes }
    if let shape = loosely(atOneOf: ["@", "<", "%"]) { return [shape] }
    let word = wordShape()
    if let word, WordBeginnings(automata).pairCount <= Self.mostBeginnings { return [word] }
    if let shapes = exactShapes(atOneOf: [".", ","]) { return shapes }
    if let shape = loosely(atOneOf: [",", "."]) { return [shape] }
    return word.map { [$0] }
  }

  private func digitShapes() -> [Derived]? {
    let mayFollowDigit = !before.intersection(.digits).isEmpty
    return exactShapes(at: .digits) { lead in
      lead == 0 && mayFollowDigit ? .anyDigit : .digitRun
    }
  }

  private func exactShapes(atOneOf bytes: [Unicode.Scalar]) -> [Derived]? {
    for byte in bytes.map({ UInt8(ascii: $0) }) {
      if let shapes = exactShapes(at: ByteSet(byte), trigger: { _ in .byte(byte) }) {
        return shapes
      }
    }
    return nil
  }

  private func loosely(atOneOf bytes: [Unicode.Scalar]) -> Derived? {
    for byte in bytes.map({ UInt8(ascii: $0) }) {
      if let shape = loosely(at: ByteSet(byte), trigger: .byte(byte)) { return shape }
    }
    return nil
  }

  /// A shape for every number of bytes that a match can have before its first byte of `set`; nil
  /// where a match can do without one, or has it too late.
  private func exactShapes(
    at set: ByteSet, trigger: (_ lead: Int) -> AnchorShape.Trigger
  ) -> [Derived]? {
    var fronts: [AutomatonFront] = []
    var leads: [Int] = []
    var front = AutomatonFront(startOf: automata)
    for lead in 0...Self.exactLead {
      guard !front.canEnd else { return nil }
      fronts.append(front)
      let here = front.bytes
      if !here.intersection(set).hasNoByte { leads.append(lead) }
      let others = here.intersection(set.otherBytes)
      front.advance(over: set.otherBytes)
      if others.hasNoByte {
        let shapes = leads.map {
          Derived(shape: exactShape(at: set, trigger($0), $0, fronts), front: fronts[$0])
        }
        return shapes.isEmpty ? nil : shapes
      }
    }
    return nil
  }

  /// The shape with so many bytes before a byte of `set`.
  private func exactShape(
    at set: ByteSet, _ trigger: AnchorShape.Trigger, _ lead: Int, _ fronts: [AutomatonFront]
  ) -> AnchorShape {
    AnchorShape(
      trigger: trigger, lead: lead...lead,
      behind: bytes(1, before: set, at: lead, fronts),
      secondBehind: bytes(2, before: set, at: lead, fronts),
      thirdBehind: bytes(3, before: set, at: lead, fronts),
      pairsBarredBehind: lead == 0 ? pairsBarredBehind : [], stretch: .none,
      first: lead == 0 ? .all : bytes(lead, before: set, at: lead, fronts), before: before)
  }

  /// The bytes so many places before a byte of `set` that stands at `lead`, of the ways that lead there.
  private func bytes(
    _ distance: Int, before set: ByteSet, at lead: Int, _ fronts: [AutomatonFront]
  ) -> ByteSet {
    let place = lead - distance
    guard place >= 0 else { return place == -1 ? before : .all }
    var bytes = ByteSet.none
    for part in fronts[place].alikeBytes {
      let possible = part.intersection(set.otherBytes)
      guard !possible.hasNoByte else { continue }
      var front = fronts[place]
      front.advance(over: possible)
      for _ in 1..<distance { front.advance(over: set.otherBytes) }
      if !front.bytes.intersection(set).hasNoByte { bytes = bytes.union(possible) }
    }
    return bytes
  }

  /// One shape for all places in a match at which its first byte of `set` can stand.
  private func loosely(at set: ByteSet, trigger: AnchorShape.Trigger) -> Derived? {
    var front = AutomatonFront(startOf: automata)
    var stretch = ByteSet.none
    var joined: (firstLead: Int, front: AutomatonFront)?
    for lead in 0...Self.longestLead {
      guard !front.canEnd else { return nil }
      let here = front.bytes
      if !here.intersection(set).hasNoByte {
        if joined == nil { joined = (lead, front) }
        joined?.front.join(front)
      }
      let others = here.intersection(set.otherBytes)
      if others.hasNoByte {
        guard let joined else { return nil }
        let shape = AnchorShape(
          trigger: trigger, lead: joined.firstLead...lead,
          behind: joined.firstLead == 0 ? stretch.union(before) : stretch, stretch: stretch,
          first: .all, before: .all)
        return Derived(shape: shape, front: joined.front)
      }
      stretch = stretch.union(others)
      front.advance(over: set.otherBytes)
    }
    return nil
  }

  /// A match that begins with a word and has at least two bytes.
  private func wordShape() -> Derived? {
    let front = AutomatonFront(startOf: automata)
    let beginnings = ByteSet.letters.union(.leadBytes).union(ByteSet(UInt8(ascii: "'")))
    var next = front
    next.advance(over: .anyByte)
    guard front.bytes.isSubset(of: beginnings), before.intersection(.letters).isEmpty,
      !next.bytes.hasEdge
    else { return nil }
    let shape = AnchorShape(
      trigger: .word, lead: 0...0, behind: before, stretch: .none, first: front.bytes,
      before: before)
    return Derived(shape: shape, front: front)
  }
}
