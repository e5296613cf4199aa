/// How many of the distinct numbers in a column pass the elfproef.
///
/// 1 in 11 random numbers of nine digits passes, so 20 distinct values of which nearly all pass
/// cannot be chance (P < 10^-18), nor can 8 that all pass (P < 10^-8), and a column that passes as often
/// as chance holds no BSNs.
struct ColumnStatistics {
  /// Which column: its number in a table, or its label in a tree.
  struct Key: Hashable {
    let label: Int32
    let column: Int32
  }

  enum Decision: Hashable {
    case open
    case passes(passed: Int, count: Int)
    case random(passed: Int, count: Int)
    case mixed
  }

  private static let neededCount = 20
  private static let neededCountOfAll = 8
  private static let enoughCount = 256
  private static let chance = 1.0 / 11

  private(set) var decision = Decision.open
  private var values: Set<UInt32> = []
  private var passed = 0
  private var cellCount = 0
  /// Candidates that wait for the decision.
  var waiting: [(candidate: Candidate, details: Candidate.Details)] = []

  /// Counts one cell with a number of eight or nine digits; decides once enough are seen.
  mutating func count(_ number: UInt32, passes: Bool) {
    guard decision == .open else { return }
    cellCount += 1
    if values.insert(number).inserted && passes { passed += 1 }
    if values.count >= Self.enoughCount || cellCount >= 16 * Self.enoughCount { decide() }
  }

  /// Decides by what was seen.
  mutating func decide() {
    guard decision == .open else { return }
    let count = values.count
    values = []
    let rate = Double(passed) / Double(max(count, 1))
    let spread = 3 * (Self.chance * (1 - Self.chance) / Double(max(count, 1))).squareRoot()
    if count >= Self.neededCountOfAll, passed == count {
      decision = .passes(passed: passed, count: count)
    } else if count < Self.neededCount {
      decision = .mixed
    } else if rate >= 0.95 {
      decision = .passes(passed: passed, count: count)
    } else if abs(rate - Self.chance) <= spread {
      decision = .random(passed: passed, count: count)
    } else {
      decision = .mixed
    }
  }
}
