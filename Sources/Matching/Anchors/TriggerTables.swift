internal import Anchors

/// The variants of one trigger with the tables of their expressions; plain values, owned by
/// `AnchorPlan`.
struct TriggerTables {
  struct Entry {
    let variant: TriggerVariant
    let shape: AnchorShape
    let table: MatchTable?
  }

  /// What can stand from the trigger of a variant on.
  struct Table {
    let start: UInt16
    let classes: UnsafeMutablePointer<UInt8>
    let classCount: Int
    /// By state and class, the next state.
    let next: UnsafeMutablePointer<UInt16>
    /// What can stand directly before the trigger.
    let behind: ByteBits
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

  init(_ entries: [Entry]) {
    let entries = entries.sorted { $0.variant.lead.upperBound > $1.variant.lead.upperBound }
    count = entries.count
    variants = .allocate(capacity: count)
    tables = .allocate(capacity: count)
    for (number, entry) in entries.enumerated() {
      (variants + number).initialize(to: entry.variant)
      (tables + number).initialize(to: Table(entry))
    }
    classes = .allocate(capacity: MatchTable.symbolCount)
    symbols = .allocate(capacity: MatchTable.symbolCount)
    classes.initialize(repeating: 0, count: MatchTable.symbolCount)
    var classCount = 1
    // The classes of all tables so far are split by those of the next. Digits are numbered first, so
    // that they lie together in each row.
    let digits = 0x30...0x39
    let ordered = Array(digits) + (0..<MatchTable.symbolCount).filter { !digits.contains($0) }
    for entry in entries {
      guard let table = entry.table else { continue }
      var known: [Int: UInt16] = [:]
      for symbol in ordered {
        let pair = Int(classes[symbol]) << 8 | Int(table.classes[symbol])
        let number = known[pair] ?? UInt16(known.count)
        known[pair] = number
        classes[symbol] = number
      }
      classCount = known.count
    }
    rowShift = Int.bitWidth - (classCount - 1).leadingZeroBitCount
    for symbol in 0..<MatchTable.symbolCount { symbols[Int(classes[symbol])] = symbol }
  }

  /// Gives the memory back; the tables must not be used again.
  func free() {
    for number in 0..<count {
      tables[number].classes.deallocate()
      tables[number].next.deallocate()
    }
    variants.deallocate()
    tables.deallocate()
    classes.deallocate()
    symbols.deallocate()
  }
}

extension TriggerTables.Table {
  fileprivate init(_ entry: TriggerTables.Entry) {
    let table = entry.table
    start = entry.shape.start
    behind = ByteBits(entry.shape.behind)
    classCount = table?.classCount ?? 0
    classes = .allocate(capacity: table?.classes.count ?? 0)
    next = .allocate(capacity: table?.next.count ?? 0)
    guard let table else { return }
    classes.initialize(from: table.classes, count: table.classes.count)
    next.initialize(from: table.next, count: table.next.count)
  }
}
