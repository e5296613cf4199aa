internal import Anchors

// The forms of anchors, written and read as the patterns that they belong to.

extension AnchorForm {
  func write(to compact: inout CompactText) {
    compact.append(shapes) { $1.write(to: &$0) }
    compact.append(table?.text ?? "")
    compact.append(beginnings.map { [$0] } ?? []) { $1.write(to: &$0) }
    compact.append(longestByteCount ?? -1)
    compact.append(keepsOut)
  }

  init(from compact: inout CompactTextReader) {
    let shapes = compact.list { AnchorShape(from: &$0) }
    let table = compact.bytes { MatchTable(text: $0) }
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
      // Eight bytes make one number.
      compact.append(Int(bitPattern: prefix.reversed().reduce(0 as UInt) { $0 << 8 | UInt($1) }))
    }
  }

  fileprivate init(from compact: inout CompactTextReader) {
    self.init(
      first: compact.byteSet(), second: compact.byteSet(),
      prefixes: compact.list { compact in
        var number = UInt(bitPattern: compact.integer())
        var prefix: [UInt8] = []
        while number != 0 {
          prefix.append(UInt8(truncatingIfNeeded: number))
          number >>= 8
        }
        return prefix
      })
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
    for set in [behind, stretch, first, before] { compact.append(set) }
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
    let sets = (0..<4).map { _ in compact.byteSet() }
    let pairs = compact.list { BytePair(first: $0.byteSet(), second: $0.byteSet()) }
    self.init(
      trigger: trigger, lead: first...last, start: start, behind: sets[0],
      pairsBarredBehind: pairs, stretch: sets[1], first: sets[2], before: sets[3])
  }
}

extension MatchTable {
  /// A letter for each class, two for each next state; all of them ASCII.
  private static let firstLetter: UInt8 = 0x20

  fileprivate var text: String {
    var letters = classes.map { $0 + Self.firstLetter }
    for state in next {
      letters.append(UInt8(state / UInt16(Self.mostClasses)) + Self.firstLetter)
      letters.append(UInt8(state % UInt16(Self.mostClasses)) + Self.firstLetter)
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Nil for an empty text.
  fileprivate init?(text: Span<UInt8>) {
    guard !text.isEmpty else { return nil }
    // What lies in other targets is read once.
    let symbolCount = Self.symbolCount
    let (classes, next) = text.withUnsafeBufferPointer { text in
      (
        Self.classes(text[..<symbolCount]),
        Self.next(text[symbolCount...], mostClasses: UInt16(Self.mostClasses))
      )
    }
    self.init(classes: classes, next: next)
  }

  private static func classes(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let text = UnsafeBufferPointer(rebasing: text)
    return [UInt8](unsafeUninitializedCapacity: text.count) { classes, count in
      for symbol in text.indices { classes[symbol] = text[symbol] &- firstLetter }
      count = text.count
    }
  }

  private static func next(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, mostClasses: UInt16
  ) -> [UInt16] {
    let text = UnsafeBufferPointer(rebasing: text)
    return [UInt16](unsafeUninitializedCapacity: text.count / 2) { next, count in
      count = text.count / 2
      for place in 0..<count {
        let high = UInt16(text[2 &* place] &- firstLetter)
        next[place] = high &* mostClasses &+ UInt16(text[2 &* place &+ 1] &- firstLetter)
      }
    }
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

extension CompactTextReader {
  fileprivate mutating func byteSet() -> ByteSet {
    let number = integer()
    if number < sets.count { return sets[number] }
    var low = SIMD4<UInt64>.zero
    for word in 0..<4 { low[word] = UInt64(UInt(bitPattern: integer())) }
    sets.append(ByteSet(low, hasEdge: boolean()))
    return sets[number]
  }
}
