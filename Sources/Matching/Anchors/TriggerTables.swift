internal import Anchors

/// The variants of one trigger with the tables of their expressions; plain values, owned by
/// `AnchorPlan`, as the letters of the tables are.
struct TriggerTables {
  struct Entry {
    let variant: TriggerVariant
    let shape: AnchorShape
    let table: MatchTable?
  }

  /// What can stand from the trigger of a variant on.
  struct Table {
    let start: UInt16
    /// Those of a `MatchTable`; nil where nothing is known.
    private let letters: UnsafePointer<UInt8>?
    let classCount: Int
    /// What can stand directly before the trigger, before that, and before that; and what cannot stand
    /// there side by side.
    let behind: ByteBits
    let secondBehind: ByteBits
    let thirdBehind: ByteBits
    let pairsBarredBehind: UnsafeMutableBufferPointer<(first: ByteBits, second: ByteBits)>

    /// As in `MatchTable`: a call of its own `next` costs a scan of prose 2.5 % more instructions.
    private static let symbolCount = 257
    private static let firstLetter: UInt8 = 0x20
    private static let mostClasses: UInt16 = 95
    private static let possible: UInt16 = 1

    @inline(__always)
    func symbolClass(_ symbol: Int) -> Int {
      letters.map { Int($0[symbol] &- Self.firstLetter) } ?? 0
    }

    /// The state behind a symbol.
    @inline(__always)
    func next(_ state: UInt16, over symbol: Int) -> UInt16 {
      guard let letters else { return Self.possible }
      let place = Self.symbolCount &+ 2 &* (Int(state) &* classCount &+ symbolClass(symbol))
      return UInt16(letters[place] &- Self.firstLetter) &* Self.mostClasses
        &+ UInt16(letters[place &+ 1] &- Self.firstLetter)
    }

    /// Whether the trigger can stand behind three bytes, the nearest first; nil for a place without one.
    func canStand(behind last: UInt8?, _ second: UInt8?, _ third: UInt8?) -> Bool {
      guard let last else { return behind.hasEdge }
      guard behind.contains(last) else { return false }
      guard let second else { return secondBehind.hasEdge }
      guard secondBehind.contains(second),
        !pairsBarredBehind.contains(where: { $0.second.contains(last) && $0.first.contains(second) }
        )
      else { return false }
      return third.map { thirdBehind.contains($0) } ?? thirdBehind.hasEdge
    }
  }

  /// Those whose matches begin earlier come first.
  let variants: UnsafeMutablePointer<TriggerVariant>
  let tables: UnsafeMutablePointer<Table>
  let count: Int
  /// By symbol, its class: symbols of one class are alike for all tables.
  let classes: UnsafeMutablePointer<UInt16>
  /// The bits that a class takes.
  let rowShift: Int
  /// By class, one of its symbols.
  let symbols: UnsafeMutablePointer<Int>
  /// By the symbol before the trigger, then by that before it, then by that before both, what it adds to
  /// the number of the start: symbols between which no variant tells are alike.
  let startSteps: UnsafeMutablePointer<Int32>
  let startCount: Int

  init(_ entries: [Entry]) {
    count = entries.count
    let leads = entries.map(\.variant.lead.upperBound)
    let order = entries.indices.sorted { leads[$0] > leads[$1] }
    variants = .allocate(capacity: count)
    tables = .allocate(capacity: count)
    for (number, place) in order.enumerated() {
      (variants + number).initialize(to: entries[place].variant)
      (tables + number).initialize(to: Table(entries[place]))
    }
    let symbolCount = MatchTable.symbolCount
    classes = .allocate(capacity: symbolCount)
    classes.initialize(repeating: 0, count: symbolCount)
    var classCount = 1
    for number in 0..<count where tables[number].classCount > 0 {
      classCount = Self.split(classes, classCount, symbolCount, by: tables[number])
    }
    rowShift = Int.bitWidth - (classCount - 1).leadingZeroBitCount
    symbols = .allocate(capacity: symbolCount)
    symbols.initialize(repeating: 0, count: symbolCount)
    for symbol in 0..<symbolCount { symbols[Int(classes[symbol])] = symbol }
    let pairs = entries.lazy.flatMap(\.shape.pairsBarredBehind)
    let last = Self.classes(of: entries.map(\.shape.behind) + pairs.map(\.second))
    let second = Self.classes(of: entries.map(\.shape.secondBehind) + pairs.map(\.first))
    let third = Self.classes(of: entries.map(\.shape.thirdBehind))
    startCount = last.count * second.count * third.count
    startSteps = .allocate(capacity: 3 * symbolCount)
    for symbol in 0..<symbolCount {
      let steps = [
        last.numbers[symbol] * second.count * third.count, second.numbers[symbol] * third.count,
        third.numbers[symbol],
      ]
      for (distance, step) in steps.enumerated() {
        (startSteps + distance * symbolCount + symbol).initialize(to: Int32(step))
      }
    }
  }

  /// By symbol, a number that those share which no set tells apart, and how many numbers there are.
  private static func classes(of sets: [ByteSet]) -> (numbers: [Int], count: Int) {
    var numbers = [Int](repeating: 0, count: MatchTable.symbolCount)
    var count = 1
    for set in Set(sets) {
      // By class so far, the class of those that are in the set.
      var inside = [Int](repeating: -1, count: count)
      var isSplit = [Bool](repeating: false, count: count)
      for symbol in numbers.indices where !set.contains(symbol: symbol) {
        isSplit[numbers[symbol]] = true
      }
      for symbol in numbers.indices
      where set.contains(symbol: symbol) && isSplit[numbers[symbol]] {
        let outside = numbers[symbol]
        if inside[outside] < 0 {
          inside[outside] = count
          count += 1
        }
        numbers[symbol] = inside[outside]
      }
    }
    return (numbers, count)
  }

  /// Splits the classes of all tables so far by those of one more; returns how many there are.
  ///
  /// Digits are numbered first, so that they lie together in each row.
  private static func split(
    _ classes: UnsafeMutablePointer<UInt16>, _ classCount: Int, _ symbolCount: Int, by table: Table
  ) -> Int {
    let digits = 0x30..<0x3A
    let pairCount = classCount * table.classCount
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: pairCount) { numbers in
      numbers.initialize(repeating: .max)
      var count: UInt16 = 0
      for place in 0..<symbolCount {
        // The digits, then what stands before and behind them.
        let symbol =
          place < 10 ? digits.lowerBound + place : place < digits.upperBound ? place - 10 : place
        let pair = Int(classes[symbol]) * table.classCount + table.symbolClass(symbol)
        if numbers[pair] == .max {
          numbers[pair] = count
          count += 1
        }
        classes[symbol] = numbers[pair]
      }
      return Int(count)
    }
  }

  /// Gives the memory back; the tables must not be used again.
  func free() {
    for number in 0..<count {
      tables[number].pairsBarredBehind.deallocate()
    }
    variants.deallocate()
    tables.deallocate()
    classes.deallocate()
    symbols.deallocate()
    startSteps.deallocate()
  }
}

extension TriggerTables.Table {
  fileprivate init(_ entry: TriggerTables.Entry) {
    precondition(
      Self.symbolCount == MatchTable.symbolCount && Self.firstLetter == MatchTable.firstLetter
        && Self.mostClasses == MatchTable.mostClasses && Self.possible == MatchTable.possible)
    let table = entry.table
    start = entry.shape.start
    behind = ByteBits(entry.shape.behind)
    secondBehind = ByteBits(entry.shape.secondBehind)
    thirdBehind = ByteBits(entry.shape.thirdBehind)
    let pairs = entry.shape.pairsBarredBehind
    pairsBarredBehind = .allocate(capacity: pairs.count)
    _ = pairsBarredBehind.initialize(
      from: pairs.map { (first: ByteBits($0.first), second: ByteBits($0.second)) })
    classCount = table?.classCount ?? 0
    letters = table?.letters.baseAddress
  }
}

extension ByteSet {
  /// Whether it holds a byte, or the place without one behind them all.
  fileprivate func contains(symbol: Int) -> Bool {
    symbol == MatchTable.edge ? hasEdge : contains(UInt8(symbol))
  }
}
