/// What can stand at one place of a match, by all that is known of the expression.
struct AutomatonFront {
  private var parts: [SingleFront]

  init(startOf automata: [ExpressionAutomaton]) {
    parts = automata.map(SingleFront.init)
  }

  /// The bytes that can stand at this place; with the edge where the text may end before it.
  var bytes: ByteSet { parts.reduce(.all) { $0.intersection($1.bytes) } }

  /// Whether a match can be complete at this place.
  var canEnd: Bool { parts.allSatisfy(\.canEnd) }

  /// Goes on behind a byte of `set`.
  mutating func advance(over set: ByteSet) {
    for index in parts.indices { parts[index].advance(over: set) }
  }
}

/// The states that an automaton can be in at one place, with what must hold for the byte there.
private struct SingleFront {
  private let automaton: ExpressionAutomaton
  /// States that take a byte (or are the end), and which bytes may come.
  private var active: [(state: Int, allowed: ByteSet)] = []
  /// Whether the match can have ended before this place, so that any byte may stand here.
  private var isPast = false

  init(startOf automaton: ExpressionAutomaton) {
    self.automaton = automaton
    automaton.follow([(automaton.start, .all)], into: &active)
  }

  var bytes: ByteSet {
    if isPast { return .all }
    var set = ByteSet.none
    for (state, allowed) in active {
      if case .byte(let taken, _) = automaton.steps[state] {
        set = set.union(taken.intersection(allowed))
      } else {
        set = set.union(allowed)
      }
    }
    return set
  }

  var canEnd: Bool {
    isPast
      || active.contains {
        if case .end = automaton.steps[$0.state] { true } else { false }
      }
  }

  mutating func advance(over set: ByteSet) {
    var next: [(Int, ByteSet)] = []
    for (state, allowed) in active {
      let possible = allowed.intersection(set)
      guard !possible.hasNoByte else { continue }
      switch automaton.steps[state] {
      case .byte(let own, let target):
        if !own.intersection(possible).hasNoByte { next.append((target, .all)) }
      case .end: isPast = true
      case .split, .before, .next: continue
      }
    }
    // Where anything may stand, what else may is of no interest.
    if isPast { next = [] }
    active.removeAll(keepingCapacity: true)
    automaton.follow(next, into: &active)
  }
}
