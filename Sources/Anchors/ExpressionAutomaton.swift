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
    /// The match is complete.
    case end
  }

  private(set) var steps: [Step] = [.end]
  private(set) var start = 0
  private(set) var visits = AutomatonVisits(stateCount: 0)

  private static let mostCopies = 80
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
    case .empty: return next
    case .byte(let set): return append(.byte(set, to: next))
    case .before(let set): return append(.before(set, to: next))
    case .next(let set): return append(.next(set, to: next))
    case .ahead(let node): return append(.next(node.firstBytes.orAll, to: next))
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
  /// come, and puts the states where they end into `reached`.
  func follow(
    _ waiting: [(Int, ByteSet)], into reached: inout [AutomatonFront.Part.Active]
  ) {
    guard !waiting.isEmpty else { return }
    var waiting = waiting
    visits.begin()
    while let (state, restriction) = waiting.popLast() {
      guard visits.visit(state, with: restriction) else { continue }
      switch steps[state] {
      case .byte, .end: continue
      case .split(let targets): for target in targets { waiting.append((target, restriction)) }
      case .before(_, let target): waiting.append((target, restriction))
      case .next(let set, let target):
        let both = restriction.intersection(set)
        if !both.isEmpty { waiting.append((target, both)) }
      }
    }
    for state in visits.visited.sorted() {
      switch steps[state] {
      case .byte, .end:
        reached.append(
          AutomatonFront.Part.Active(state: state, allowed: visits.allowed(state)))
      case .split, .before, .next: continue
      }
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
      case .byte, .end: set = set.union(restriction)
      case .split(let targets): for target in targets { waiting.append((target, restriction)) }
      case .before(let allowed, let target):
        waiting.append((target, restriction.intersection(allowed)))
      case .next(_, let target): waiting.append((target, restriction))
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
