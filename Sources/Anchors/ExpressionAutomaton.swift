/// An expression as states and steps, to be asked which bytes can stand where in a match.
///
/// It may allow more than the expression, never less: repetitions above `mostCopies` have no bound.
struct ExpressionAutomaton {
  enum Step {
    /// Takes one byte of the set.
    case byte(ByteSet, to: Int)
    case split([Int])
    /// The byte before this place is in the set; known only where the match begins.
    case before(ByteSet, to: Int)
    /// The byte at this place is in the set.
    case next(ByteSet, to: Int)
    /// What comes at this place does not lead from a state to `barred`; the match ends here.
    case unless(Int, to: Int)
    /// What must not come has come.
    case barred
    /// The match is complete.
    case end
  }

  private(set) var steps: [Step] = [.end]
  private(set) var start = 0
  private(set) var visits = AutomatonVisits(stateCount: 0)

  static let mostCopies = 80
  private static let mostStates = 30_000

  /// Fails where the expression takes too many states.
  init?(_ tree: ExpressionNode) {
    guard let start = add(tree, then: 0) else { return nil }
    self.start = start
    visits = AutomatonVisits(stateCount: steps.count)
  }

  private mutating func append(_ step: Step) -> Int? {
    guard steps.count < Self.mostStates else { return nil }
    steps.append(step)
    return steps.count - 1
  }

  /// Adds the states of `node`, which lead to `next`; returns the first of them.
  private mutating func add(_ node: ExpressionNode, then next: Int) -> Int? {
    switch node {
    case .empty, .unlessBehind: return next
    case .byte(let set): return append(.byte(set, to: next))
    case .before(let set): return append(.before(set, to: next))
    case .next(let set): return append(.next(set, to: next))
    // Where nothing else is asked of it, what must come is as good as a part of the match.
    case .ahead(let node) where next == 0: return add(node, then: next)
    case .ahead(let node): return append(.next(node.firstBytes.orAll, to: next))
    case .absent(let node, let isExact):
      var target = next
      if isExact, !node.isOfSingleBytes, isEnding(next) {
        guard let barred = append(.barred), let start = add(node, then: barred),
          let state = append(.unless(start, to: next))
        else { return nil }
        target = state
      }
      return append(.next(node.singleBytes.inverted, to: target))
    case .anything: return addLoop(.byte(.anyByte), then: next)
    case .sequence(let parts):
      var target = next
      for part in parts.reversed() {
        guard let state = add(part, then: target) else { return nil }
        target = state
      }
      return target
    case .choice(let branches):
      var targets: [Int] = []
      for branch in branches {
        guard let state = add(branch, then: next) else { return nil }
        targets.append(state)
      }
      return append(.split(targets))
    case .repeated(let node, let least, let most):
      return addRepetition(of: node, least, most, then: next)
    }
  }

  /// Whether no byte is taken from the state on.
  private func isEnding(_ state: Int) -> Bool {
    switch steps[state] {
    case .end: return true
    case .before(_, let target), .next(_, let target), .unless(_, let target):
      return isEnding(target)
    // Where it leads nowhere, that is still to come.
    case .split(let targets): return !targets.isEmpty && targets.allSatisfy(isEnding)
    case .byte, .barred: return false
    }
  }

  private mutating func addRepetition(
    of node: ExpressionNode, _ least: Int, _ most: Int?, then next: Int
  ) -> Int? {
    var target = next
    if let most, most <= Self.mostCopies {
      for _ in least..<max(most, least) {
        guard let state = add(node, then: target),
          let choice = append(.split([state, next]))
        else { return nil }
        target = choice
      }
    } else {
      guard let loop = addLoop(node, then: next) else { return nil }
      target = loop
    }
    for _ in 0..<min(least, Self.mostCopies) {
      guard let state = add(node, then: target) else { return nil }
      target = state
    }
    return target
  }

  private mutating func addLoop(_ node: ExpressionNode, then next: Int) -> Int? {
    guard let loop = append(.split([])), let state = add(node, then: loop) else { return nil }
    steps[loop] = .split([state, next])
    return loop
  }
}

extension ExpressionAutomaton {
  /// Follows all ways from the states of `waiting` that take no byte, each with the bytes that may
  /// come, and puts the states where they end into `part`.
  func follow(_ waiting: [(Int, ByteSet)], into part: inout AutomatonFront.Part) {
    let (reached, conditional) = states(behind: waiting)
    part.active += reached
    for (state, allowed) in conditional { end(at: state, allowed, unless: [], into: &part) }
  }

  /// Where all ways end that take no byte: at states that take one or are an end, and where the match
  /// ends on conditions.
  private func states(
    behind waiting: [(Int, ByteSet)]
  ) -> (reached: [AutomatonFront.Part.Active], conditional: [(Int, ByteSet)]) {
    var reached: [AutomatonFront.Part.Active] = []
    var conditional: [(Int, ByteSet)] = []
    guard !waiting.isEmpty else { return (reached, conditional) }
    var waiting = waiting
    visits.begin()
    while let (state, restriction) = waiting.popLast() {
      guard visits.visit(state, with: restriction) else { continue }
      switch steps[state] {
      case .byte, .end, .barred, .unless: continue
      case .split(let targets): for target in targets { waiting.append((target, restriction)) }
      case .before(_, let target): waiting.append((target, restriction))
      case .next(let set, let target):
        let both = restriction.intersection(set)
        if !both.isEmpty { waiting.append((target, both)) }
      }
    }
    for state in visits.visited.sorted() {
      switch steps[state] {
      case .byte, .end, .barred:
        reached.append(
          AutomatonFront.Part.Active(state: state, allowed: visits.allowed(state)))
      case .unless: conditional.append((state, visits.allowed(state)))
      case .split, .before, .next: continue
      }
    }
    return (reached, conditional)
  }

  /// Notes how the match can end from a state on that takes no byte any more.
  private func end(
    at state: Int, _ allowed: ByteSet, unless starts: [Int], into part: inout AutomatonFront.Part
  ) {
    switch steps[state] {
    case .end:
      let conditions = starts.map { after([($0, .all)]) }
      if !conditions.contains(where: isMet) {
        part.endings.insert(AutomatonFront.Part.Ending(allowed: allowed, unless: conditions))
      }
    case .split(let targets):
      for target in targets { end(at: target, allowed, unless: starts, into: &part) }
    case .before(_, let target): end(at: target, allowed, unless: starts, into: &part)
    case .next(let set, let target):
      let both = allowed.intersection(set)
      if !both.isEmpty { end(at: target, both, unless: starts, into: &part) }
    case .unless(let start, let target):
      end(at: target, allowed, unless: starts + [start], into: &part)
    case .byte, .barred: preconditionFailure("a match that ends takes no byte")
    }
  }

  /// Where what must not come can be after a byte.
  func after(
    _ byte: ByteSet, _ condition: [AutomatonFront.Part.Active]
  ) -> [AutomatonFront.Part.Active] {
    var next: [(Int, ByteSet)] = []
    for active in condition {
      if case .byte(let own, let target) = steps[active.state],
        !own.intersection(active.allowed).intersection(byte).hasNoByte
      {
        next.append((target, .all))
      }
    }
    return after(next)
  }

  private func after(_ waiting: [(Int, ByteSet)]) -> [AutomatonFront.Part.Active] {
    states(behind: waiting).reached
  }

  /// Whether what must not come has come, whatever follows.
  func isMet(_ condition: [AutomatonFront.Part.Active]) -> Bool {
    isMet(condition) { $0 == .all }
  }

  /// Whether what must not come has come, where what follows is in `isAllowed`.
  func isMet(
    _ condition: [AutomatonFront.Part.Active], where isAllowed: (ByteSet) -> Bool
  ) -> Bool {
    condition.contains {
      if case .barred = steps[$0.state] { isAllowed($0.allowed) } else { false }
    }
  }

  /// The bytes that can stand directly before a match, with the edge where it may begin the text.
  var bytesBefore: ByteSet {
    var set = ByteSet.none
    var waiting = [(start, ByteSet.all)]
    visits.begin()
    while let (state, restriction) = waiting.popLast() {
      guard visits.visit(state, with: restriction) else { continue }
      switch steps[state] {
      case .byte, .end, .barred: set = set.union(restriction)
      case .split(let targets): for target in targets { waiting.append((target, restriction)) }
      case .before(let allowed, let target):
        waiting.append((target, restriction.intersection(allowed)))
      case .next(_, let target), .unless(_, let target): waiting.append((target, restriction))
      }
    }
    return set
  }
}

/// Which states were come through, and with which bytes allowed.
final class AutomatonVisits {
  private var sets: [ByteSet]
  /// By state, the number of the round in which it was visited.
  private var rounds: [UInt32]
  private var round: UInt32 = 0
  private(set) var visited: [Int] = []

  init(stateCount: Int) {
    sets = Array(repeating: .none, count: stateCount)
    rounds = Array(repeating: 0, count: stateCount)
  }

  /// Forgets all visits.
  func begin() {
    round += 1
    visited.removeAll(keepingCapacity: true)
  }

  /// Notes a visit; returns whether it allows anything that those before did not.
  func visit(_ state: Int, with set: ByteSet) -> Bool {
    guard rounds[state] == round else {
      rounds[state] = round
      sets[state] = set
      visited.append(state)
      return true
    }
    guard !set.isSubset(of: sets[state]) else { return false }
    sets[state] = sets[state].union(set)
    return true
  }

  func allowed(_ state: Int) -> ByteSet { sets[state] }
}
