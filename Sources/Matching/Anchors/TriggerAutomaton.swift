internal import Anchors

/// Tells which variants of a trigger the text from there on leaves possible, a look-up for each byte.
///
/// A state is what is left of all variants after some bytes. States are made when a text first needs
/// them, by one thread for itself; there is no need for the many that no text ever reaches.
struct TriggerAutomaton: ~Copyable {
  private let tables: TriggerTables
  /// By state and class: the next state, `unknown`, or an outcome and all bits of it inverted.
  ///
  /// Each look-up waits for the one before: narrow entries keep the rows in the nearest cache, and
  /// rows of a power of two cost no multiplication.
  private var transitions: UnsafeMutablePointer<Int16>
  private var capacity: Int
  /// By the classes of the three symbols before the trigger.
  private let starts: UnsafeMutablePointer<Int16>
  private var states = TriggerStates()
  /// By outcome, the variants that are possible.
  private var outcomes: [Range<Int>] = []
  private var outcomeOfVariants: [[UInt16]: Int16] = [:]
  private var variantsOfOutcomes: [UInt16] = []

  /// What follows at a greater distance from the trigger, in bytes, is left to the expression.
  private static let longestReach = 96
  /// All states are forgotten when there are more.
  private static let mostStates = 32_000
  /// As in `MatchTable`, whose own are a call away.
  private static let dead: UInt16 = 0
  private static let possible: UInt16 = 1
  private static let mostOutcomes = 32_000
  private static let edge = 256
  private static let symbolCount = 257
  private static let unknown = Int16.min
  static let nothing = Int16(-1)

  init(_ tables: TriggerTables) {
    precondition(
      Self.edge == MatchTable.edge && Self.symbolCount == MatchTable.symbolCount
        && Self.dead == MatchTable.dead
        && Self.possible == MatchTable.possible)
    self.tables = tables
    capacity = 0
    transitions = .allocate(capacity: 0)
    starts = .allocate(capacity: tables.startCount)
    forgetAll()
  }

  deinit {
    transitions.deallocate()
    starts.deallocate()
  }

  /// Calls `body` with every variant that is possible in the outcome.
  @inline(__always)
  func forEachVariant(of outcome: Int16, _ body: (UnsafePointer<TriggerVariant>) -> Void) {
    for index in outcomes[Int(~outcome)] {
      body(UnsafePointer(tables.variants + Int(variantsOfOutcomes[index])))
    }
  }

  /// What is possible at the trigger at `place`: a number to be given to `forEachVariant`, or
  /// `nothing`.
  @inline(__always)
  mutating func outcome(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int16 {
    let start = start(of: place, in: text)
    var state = starts[start]
    if state == Self.unknown {
      state = self.state(behind: place, of: text)
      starts[start] = state
    }
    guard state >= 0, let first = text.baseAddress else { return state }
    let classes = tables.classes
    let end = first + min(text.count, place &+ Self.longestReach)
    var next = first + place
    while state >= 0 {
      // Neither an outcome nor what is unknown is a state.
      let last = walk(&state, from: &next, to: end)
      if state == Self.unknown {
        state = follow(last, Int(classes[Int(next.pointee)]))
        next += 1
      } else if state >= 0 {
        guard end == first + text.count else { return undecided(state) }
        let following = transitions[Int(state) &<< tables.rowShift &+ Int(classes[Self.edge])]
        state = following == Self.unknown ? follow(state, Int(classes[Self.edge])) : following
      }
    }
    return state
  }

  /// The number of the start behind the three symbols before `place`.
  @inline(__always)
  private func start(of place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let last = tables.startSteps
    let second = last + Self.symbolCount
    let third = second + Self.symbolCount
    guard place > 2 else {
      return Int(
        last[place > 0 ? Int(text[place &- 1]) : Self.edge]
          &+ second[place > 1 ? Int(text[place &- 2]) : Self.edge] &+ third[Self.edge])
    }
    return Int(
      last[Int(text[place &- 1])] &+ second[Int(text[place &- 2])]
        &+ third[Int(text[place &- 3])])
  }

  /// Walks on from a state until what follows is none, or the text ends; returns the last state.
  @inline(__always)
  private func walk(
    _ state: inout Int16, from next: inout UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> Int16 {
    // A shift that is known takes fewer instructions for each byte.
    switch tables.rowShift {
    case 5: walk(&state, from: &next, to: end, rowShift: 5)
    case 6: walk(&state, from: &next, to: end, rowShift: 6)
    case 7: walk(&state, from: &next, to: end, rowShift: 7)
    default: walk(&state, from: &next, to: end, rowShift: tables.rowShift)
    }
  }

  @inline(__always)
  private func walk(
    _ state: inout Int16, from next: inout UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
    rowShift: Int
  ) -> Int16 {
    let classes = tables.classes
    let transitions = transitions
    var last = state
    while next != end {
      last = state
      state = transitions[Int(state) &<< rowShift &+ Int(classes[Int(next.pointee)])]
      if state < 0 { break }
      next += 1
    }
    return last
  }
}

// MARK: - The making of states

extension TriggerAutomaton {
  private mutating func forgetAll() {
    states.forgetAll()
    outcomes = [0..<0]
    outcomeOfVariants.removeAll()
    variantsOfOutcomes.removeAll()
    starts.initialize(repeating: Self.unknown, count: tables.startCount)
  }

  /// The state of all variants that can stand behind the three bytes before `place`.
  @inline(never)
  private mutating func state(behind place: Int, of text: UnsafeBufferPointer<UInt8>) -> Int16 {
    let last = place > 0 ? text[place - 1] : nil
    let second = place > 1 ? text[place - 2] : nil
    let third = place > 2 ? text[place - 3] : nil
    states.begin()
    for number in 0..<tables.count
    where tables.tables[number].canStand(behind: last, second, third) {
      states.append(TriggerStates.Member(UInt16(number), tables.tables[number].start))
    }
    return newState()
  }

  /// Where the way goes from a state by a class for the first time.
  @inline(never)
  private mutating func follow(_ state: Int16, _ symbolClass: Int) -> Int16 {
    let symbol = tables.symbols[symbolClass]
    states.begin()
    for place in states.places(of: state) {
      let member = states.members[place]
      var next = Self.possible
      if member.state != Self.possible {
        next = tables.tables[Int(member.variant)].next(member.state, over: symbol)
      }
      if next != Self.dead { states.append(TriggerStates.Member(member.variant, next)) }
    }
    let known = states.count
    let next = newState()
    // Where all was forgotten, the state that was left is gone.
    if states.count >= known {
      transitions[Int(state) << tables.rowShift + symbolClass] = next
    }
    return next
  }

  /// The state or outcome of the members that were put together.
  private mutating func newState() -> Int16 {
    if states.begun.allSatisfy({ $0.state == Self.possible }) {
      return outcome(of: states.begun.map(\.variant))
    }
    if let known = states.number { return known }
    if states.count == Self.mostStates || outcomes.count >= Self.mostOutcomes { forgetAll() }
    let number = states.add()
    reserve(states.count)
    (transitions + Int(number) << tables.rowShift)
      .initialize(repeating: Self.unknown, count: 1 << tables.rowShift)
    return number
  }

  private mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    let wider = max(2 * capacity, 64)
    let moved = UnsafeMutablePointer<Int16>.allocate(capacity: wider << tables.rowShift)
    moved.moveInitialize(from: transitions, count: capacity << tables.rowShift)
    transitions.deallocate()
    transitions = moved
    capacity = wider
  }

  /// Of a state about which the bytes within reach do not decide, all is possible.
  @inline(never)
  private mutating func undecided(_ state: Int16) -> Int16 {
    outcome(of: states.places(of: state).map { states.members[$0].variant })
  }

  private mutating func outcome(of variants: [UInt16]) -> Int16 {
    if variants.isEmpty { return Self.nothing }
    if let known = outcomeOfVariants[variants] { return known }
    let start = variantsOfOutcomes.count
    variantsOfOutcomes += variants
    outcomes.append(start..<variantsOfOutcomes.count)
    let outcome = ~Int16(outcomes.count - 1)
    outcomeOfVariants[variants] = outcome
    return outcome
  }
}
