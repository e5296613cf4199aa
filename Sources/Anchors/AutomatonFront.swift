/// What can stand at one place of a match, by all that is known of the expression.
struct AutomatonFront {
  private let automata: [ExpressionAutomaton]
  private(set) var parts: [Part]

  /// The states that one automaton can be in at a place, with what must hold for the byte there.
  struct Part: Hashable {
    /// A state that takes a byte, or is the end, and which bytes may come.
    struct Active: Hashable {
      let state: Int
      let allowed: ByteSet
    }

    /// An end of the match at this place or before it, with what must hold for the byte here, and what
    /// must not come: for each such thing, where it can be by now.
    struct Ending: Hashable {
      let allowed: ByteSet
      let unless: [[Active]]
    }

    /// By number of the state.
    var active: [Active] = []
    var endings: Set<Ending> = []
    /// Whether the match can have ended before this place, so that any byte may stand here.
    fileprivate(set) var isPast = false

    var isDead: Bool { !isPast && active.isEmpty && endings.isEmpty }
  }

  /// `automata` are that of the expression, and those of what must come where it begins.
  init(startOf automata: [ExpressionAutomaton]) {
    self.automata = automata
    parts = automata.map { automaton in
      var part = Part()
      automaton.follow([(automaton.start, .all)], into: &part)
      return part
    }
  }

  /// The bytes that can stand at this place; with the edge where the text may end before it.
  var bytes: ByteSet {
    parts.indices.reduce(.all) { $0.intersection(bytes(of: $1)) }
  }

  private func bytes(of index: Int) -> ByteSet {
    if parts[index].isPast { return .all }
    var set = ByteSet.none
    for active in parts[index].active {
      if case .byte(let taken, _) = automata[index].steps[active.state] {
        set = set.union(taken.intersection(active.allowed))
      } else {
        set = set.union(active.allowed)
      }
    }
    for ending in parts[index].endings { set = set.union(ending.allowed) }
    return set
  }

  /// The bytes that can stand at this place, in sets of those between which no state tells; some may be
  /// together that are not alike where there are many sets.
  var alikeBytes: [ByteSet] {
    var sets = [bytes]
    for active in parts[0].active {
      guard case .byte(let taken, _) = automata[0].steps[active.state] else { continue }
      let allowed = taken.intersection(active.allowed)
      var split: [ByteSet] = []
      for set in sets {
        for part in [set.intersection(allowed), set.intersection(allowed.otherBytes)]
        where !part.hasNoByte { split.append(part) }
      }
      sets = split
      if sets.count > 64 { break }
    }
    return sets
  }

  /// Whether a match can be complete at this place.
  var canEnd: Bool {
    parts.indices.allSatisfy {
      parts[$0].isPast || !parts[$0].endings.isEmpty || canEnd($0) { _ in true }
    }
  }

  /// Whether a match can be complete at this place where the text ends here.
  var canEndAtEdge: Bool {
    parts.indices.allSatisfy { index in
      let automaton = automata[index]
      return parts[index].isPast || canEnd(index, \.hasEdge)
        || parts[index].endings.contains { ending in
          ending.allowed.hasEdge
            && !ending.unless.contains { automaton.isMet($0, where: \.hasEdge) }
        }
    }
  }

  private func canEnd(_ index: Int, _ isAllowed: (ByteSet) -> Bool) -> Bool {
    parts[index].active.contains {
      if case .end = automata[index].steps[$0.state] { isAllowed($0.allowed) } else { false }
    }
  }

  /// Whether no match comes from here.
  var isDead: Bool { parts.contains(where: \.isDead) }

  /// Whether a match can have ended before this place.
  var isPast: Bool { parts[0].isPast }

  /// Goes on behind a byte of `set`.
  mutating func advance(over set: ByteSet) {
    for index in parts.indices { advance(index, over: set) }
  }

  private mutating func advance(_ index: Int, over set: ByteSet) {
    var next: [(Int, ByteSet)] = []
    for active in parts[index].active {
      let possible = active.allowed.intersection(set)
      guard !possible.hasNoByte else { continue }
      switch automata[index].steps[active.state] {
      case .byte(let own, let target):
        if !own.intersection(possible).hasNoByte { next.append((target, .all)) }
      case .end: parts[index].isPast = true
      case .split, .before, .next, .unless, .barred: continue
      }
    }
    let endings = parts[index].endings
    parts[index].endings = []
    for ending in endings { advance(ending, of: index, over: set) }
    // Where anything may stand, what else may is of no interest.
    if parts[index].isPast {
      next = []
      parts[index].endings = []
    }
    parts[index].active.removeAll(keepingCapacity: true)
    automata[index].follow(next, into: &parts[index])
  }

  private mutating func advance(
    _ ending: Part.Ending, of index: Int, over set: ByteSet
  ) {
    let possible = ending.allowed.intersection(set)
    guard !possible.hasNoByte else { return }
    // Of several bytes, what must not come may come of some only.
    guard possible.isOneByte else {
      parts[index].isPast = true
      return
    }
    let automaton = automata[index]
    var unless: [[Part.Active]] = []
    for condition in ending.unless {
      if automaton.isMet(condition, where: { !$0.intersection(possible).hasNoByte }) { return }
      let next = automaton.after(possible, condition)
      if automaton.isMet(next) { return }
      if !next.isEmpty { unless.append(next) }
    }
    if unless.isEmpty {
      parts[index].isPast = true
    } else {
      parts[index].endings.insert(Part.Ending(allowed: .all, unless: unless))
    }
  }

  /// Joins the states of another front of the same automata.
  ///
  /// What must come where matches begin says nothing any more: they begin in several places.
  mutating func join(_ other: AutomatonFront) {
    var sets: [Int: ByteSet] = [:]
    for active in parts[0].active + other.parts[0].active {
      sets[active.state] = (sets[active.state] ?? .none).union(active.allowed)
    }
    parts[0].active = sets.sorted { $0.key < $1.key }.map {
      Part.Active(state: $0.key, allowed: $0.value)
    }
    parts[0].endings.formUnion(other.parts[0].endings)
    parts[0].isPast = parts[0].isPast || other.parts[0].isPast
    for index in parts.indices.dropFirst() {
      parts[index].active = []
      parts[index].isPast = true
    }
  }
}
