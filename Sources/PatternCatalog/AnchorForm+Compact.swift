internal import Anchors

// The forms of anchors, written and read as the patterns that they belong to.

extension AnchorForm {
  func write(to compact: inout CompactText) {
    compact.append(shapes) { $1.write(to: &$0) }
    compact.append(table.map { String(decoding: $0.letters, as: UTF8.self) } ?? "")
    compact.append(beginnings.map { [$0] } ?? []) { $1.write(to: &$0) }
    compact.append(longestByteCount ?? -1)
    compact.append(keepsOut)
  }

  init(from compact: inout CompactTextReader) {
    let shapes = compact.list { AnchorShape(from: &$0) }
    let table = compact.table()
    let beginnings = compact.list { WordBeginnings(from: &$0) }
    let longest = compact.integer()
    self.init(
      shapes: shapes, table: table, beginnings: beginnings.first,
      longestByteCount: longest < 0 ? nil : longest, keepsOut: compact.boolean())
  }
}

extension WordBeginnings {
  fileprivate func write(to compact: inout CompactText) {
    compact.append(first)
    compact.append(second)
    compact.append(prefixes) { compact, prefix in
      compact.append(Int(truncatingIfNeeded: prefix))
    }
  }

  fileprivate init(from compact: inout CompactTextReader) {
    self.init(
      first: compact.byteSet(), second: compact.byteSet(),
      prefixes: compact.list { UInt64(truncatingIfNeeded: $0.integer()) })
  }
}

extension AnchorShape {
  fileprivate func write(to compact: inout CompactText) {
    switch trigger {
    case .digitRun: compact.append(-1)
    case .anyDigit: compact.append(-2)
    case .word: compact.append(-3)
    case .byte(let byte): compact.append(Int(byte))
    }
    compact.append(lead.lowerBound)
    compact.append(lead.upperBound)
    compact.append(Int(start))
    for set in [behind, secondBehind, thirdBehind, stretch, first, before] { compact.append(set) }
    compact.append(pairsBarredBehind) { compact, pair in
      compact.append(pair.first)
      compact.append(pair.second)
    }
  }

  fileprivate init(from compact: inout CompactTextReader) {
    let trigger = Trigger(number: compact.integer())
    let first = compact.integer()
    let last = compact.integer()
    let start = UInt16(compact.integer())
    let sets = (0..<6).map { _ in compact.byteSet() }
    let pairs = compact.list { BytePair(first: $0.byteSet(), second: $0.byteSet()) }
    self.init(
      trigger: trigger, lead: first...last, start: start, behind: sets[0],
      secondBehind: sets[1], thirdBehind: sets[2], pairsBarredBehind: pairs, stretch: sets[3],
      first: sets[4], before: sets[5])
  }
}

extension AnchorShape.Trigger {
  fileprivate init(number: Int) {
    switch number {
    case -1: self = .digitRun
    case -2: self = .anyDigit
    case -3: self = .word
    default: self = .byte(UInt8(number))
    }
  }
}

extension CompactText {
  /// A set that was written before is its number, a new one its number and its bits.
  fileprivate mutating func append(_ set: ByteSet) {
    let (number, isNew) = self.number(of: set)
    append(number)
    guard isNew else { return }
    for word in 0..<4 { append(Int(bitPattern: UInt(set.low[word]))) }
    append(set.hasEdge)
  }
}
