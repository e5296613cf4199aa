/// Turns fronts of automata into the states of a table.
struct MatchTableBuilder {
  private let classes: [UInt8]
  /// By class, a byte of it; nil for the edge.
  private let representatives: [UInt8?]
  private var numbers: [[AutomatonFront.Part]: UInt16] = [:]
  private var fronts: [AutomatonFront] = []
  /// The rows of the states from `firstState` on.
  private var rows: [[UInt16]] = []

  private static let firstState = 2

  /// Fails where the expression tells apart more bytes than a table can.
  init?(_ automata: [ExpressionAutomaton]) {
    var sets: Set<ByteSet> = []
    for automaton in automata {
      for step in automaton.steps {
        switch step {
        case .byte(let set, _), .next(let set, _): sets.insert(set)
        case .split, .before, .unless, .barred, .end: continue
        }
      }
    }
    var classOfMembership: [[Bool]: UInt8] = [:]
    var classes: [UInt8] = []
    var representatives: [UInt8?] = []
    let ordered = Array(sets)
    for byte in UInt8.min...UInt8.max {
      let membership = ordered.map { $0.contains(byte) }
      if classOfMembership[membership] == nil {
        guard representatives.count < MatchTable.mostClasses - 1 else { return nil }
        classOfMembership[membership] = UInt8(representatives.count)
        representatives.append(byte)
      }
      classes.append(classOfMembership[membership] ?? 0)
    }
    classes.append(UInt8(representatives.count))
    representatives.append(nil)
    self.classes = classes
    self.representatives = representatives
  }

  /// The number of the state that the front is.
  mutating func state(of front: AutomatonFront) -> UInt16 {
    if front.isDead { return MatchTable.dead }
    if front.isPast { return MatchTable.possible }
    if let known = numbers[front.parts] { return known }
    // Of what is not known there may be a match.
    guard fronts.count + Self.firstState < MatchTable.mostStates else { return MatchTable.possible }
    let number = UInt16(fronts.count + Self.firstState)
    numbers[front.parts] = number
    fronts.append(front)
    return number
  }

  /// The table of all states that can be reached from those that were asked for, which become
  /// `starts`: states that are alike are one.
  mutating func table(_ starts: inout [UInt16]) -> MatchTable {
    while rows.count < fronts.count {
      let front = fronts[rows.count]
      rows.append(
        representatives.map { byte in
          guard let byte else {
            return front.canEndAtEdge ? MatchTable.possible : MatchTable.dead
          }
          var next = front
          next.advance(over: ByteSet(byte))
          return state(of: next)
        })
    }
    let merged = Self.merged(rows, width: representatives.count)
    starts = starts.map { merged.numbers[Int($0)] }
    return MatchTable(classes: classes, next: merged.rows.flatMap { $0 })
  }

  /// One state for all from which the same is possible, and the new number of each.
  private static func merged(
    _ rows: [[UInt16]], width: Int
  ) -> (rows: [[UInt16]], numbers: [UInt16]) {
    let all =
      [MatchTable.dead, MatchTable.possible].map { Array(repeating: $0, count: width) } + rows
    // Groups are split as long as their members lead to different groups.
    var numbers: [UInt16] = all.indices.map {
      $0 == Int(MatchTable.possible) ? MatchTable.possible : MatchTable.dead
    }
    var count = 0
    while true {
      var known: [[UInt16]: UInt16] = [:]
      var finer: [UInt16] = []
      for (state, row) in all.enumerated() {
        let key = [numbers[state]] + row.map { numbers[Int($0)] }
        let number = known[key] ?? UInt16(known.count)
        known[key] = number
        finer.append(number)
      }
      let isStable = known.count == count
      count = known.count
      numbers = finer
      if isStable { break }
    }
    var mergedRows = [[UInt16]](repeating: [], count: count)
    for (state, row) in all.enumerated() where mergedRows[Int(numbers[state])].isEmpty {
      mergedRows[Int(numbers[state])] = row.map { numbers[Int($0)] }
    }
    return (mergedRows, numbers)
  }
}
