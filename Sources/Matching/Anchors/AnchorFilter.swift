internal import Anchors

/// Which of the variants at one trigger the bytes around it leave possible; plain values, owned by
/// `AnchorPlan`.
///
/// A variant is one expression with the place of the trigger in its matches. Each byte within
/// reach of the trigger has, by its value, a bit for each variant; the variants whose bits are set
/// for all of them are worth running their expression.
struct AnchorFilter {
  struct Variant {
    /// The number of the expression.
    let expression: Int
    let lead: ClosedRange<Int>
    let needsLabel: Bool
    /// The bytes that can lie between the start of a match and the trigger, where the lead is not
    /// exact.
    let stretch: ByteBits
    /// Where the lead is exact: the bytes with which a match can begin, and those before it.
    let first: ByteBits
    let before: ByteBits
    /// Whether what the text before it says of labels holds for its matches.
    let isLabelledBefore: Bool
    /// The fewest digits of a match, all of them from the trigger on.
    let leastDigitCount: Int
    let isLookalike: Bool
  }

  typealias Mask = SIMD4<UInt64>

  /// As many variants as a mask has bits; the last ones of the last group may be missing.
  static let groupCount = 256
  static let behindCount = 3
  static let aheadCount = 16
  private static let places = behindCount + aheadCount
  /// What stands for a place without a byte.
  private static let edge = 256
  private static let symbolCount = 257

  /// Groups of variants; those that need a label stand in groups of their own, behind the others.
  let variants: UnsafePointer<Variant>
  /// The groups of kinds that are reported, then those of lookalikes.
  let reported: Range<Int>
  let lookalikes: Range<Int>
  /// By group, place and symbol.
  private let rows: UnsafePointer<Mask>
  /// For triggers that are runs of digits.
  private let runs: RunTable?
  /// By group and number of digits (the last entry: that many and more), the variants that need no
  /// more.
  private let byDigitCount: UnsafePointer<Mask>

  /// How many bytes from a trigger on digits are counted in.
  static let countedByteCount = 64
  private static let digitCounts = 25

  init(_ shapes: [(variant: Variant, shape: AnchorShape)], areRuns: Bool = false) {
    precondition(
      AnchorShape.behindCount == Self.behindCount && AnchorShape.aheadCount == Self.aheadCount)
    // Of one expression, matches that begin earlier are sought first.
    let sorted = shapes.sorted { $0.variant.lead.upperBound > $1.variant.lead.upperBound }
    var lists: [[(variant: Variant, shape: AnchorShape)]] = []
    var reportedCount = 0
    for isLookalike in [false, true] {
      for needsLabel in [false, true] {
        let own = sorted.filter {
          $0.variant.isLookalike == isLookalike && $0.variant.needsLabel == needsLabel
        }
        for start in stride(from: 0, to: own.count, by: Self.groupCount) {
          lists.append(Array(own[start..<min(start + Self.groupCount, own.count)]))
        }
      }
      if !isLookalike { reportedCount = lists.count }
    }
    precondition(lists.count <= 64, "too many expressions for one search")
    let groups = lists.count
    reported = 0..<reportedCount
    lookalikes = reportedCount..<groups
    let rows = UnsafeMutablePointer<Mask>.allocate(
      capacity: groups * Self.places * Self.symbolCount)
    rows.initialize(repeating: .zero, count: groups * Self.places * Self.symbolCount)
    let variants = UnsafeMutablePointer<Variant>.allocate(capacity: groups * Self.groupCount)
    let byDigitCount = UnsafeMutablePointer<Mask>.allocate(capacity: groups * Self.digitCounts)
    byDigitCount.initialize(repeating: .zero, count: groups * Self.digitCounts)
    var shapesOfGroup = [[AnchorShape]](repeating: [], count: groups)
    for (group, list) in lists.enumerated() {
      for (bit, entry) in list.enumerated() {
        variants[group * Self.groupCount + bit] = entry.variant
        shapesOfGroup[group].append(entry.shape)
        let least = min(entry.variant.leastDigitCount, Self.digitCounts - 1)
        for count in least..<Self.digitCounts {
          byDigitCount[group * Self.digitCounts + count][bit >> 6] |= 1 << UInt64(bit & 63)
        }
        let sets = entry.shape.behind.reversed() + entry.shape.ahead
        for (place, set) in sets.enumerated() {
          let row = rows + (group * Self.places + place) * Self.symbolCount
          set.forEachByte { row[Int($0)][bit >> 6] |= 1 << UInt64(bit & 63) }
          if set.hasEdge { row[Self.edge][bit >> 6] |= 1 << UInt64(bit & 63) }
        }
      }
    }
    self.variants = UnsafePointer(variants)
    self.rows = UnsafePointer(rows)
    self.byDigitCount = UnsafePointer(byDigitCount)
    runs = areRuns ? RunTable(groups: shapesOfGroup) : nil
  }

  /// Gives the memory back; the filter must not be used again.
  func free() {
    variants.deallocate()
    rows.deallocate()
    byDigitCount.deallocate()
    runs?.free()
  }

  /// The variants of `group` that the bytes around `position` leave possible.
  @inline(__always)
  func possible(
    _ group: Int, at position: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Mask {
    let middle = rows + (group &* Self.places &+ Self.behindCount) &* Self.symbolCount
    return narrowed(middle[Int(text[position])], middle, at: position, from: 1, in: text)
  }

  /// The variants of `group` that a run of `length` digits at `position`, the number of digits from
  /// there on and the bytes around it leave possible.
  @inline(__always)
  func possible(
    _ group: Int, atRun position: Int, length: Int, digitCount: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Mask {
    let end = position &+ length
    var mask = runs.unsafelyUnwrapped.possible(
      group, length: length, after: position > 0 ? Int(text[position &- 1]) : Self.edge,
      before: end < text.count ? Int(text[end]) : Self.edge)
    mask &= byDigitCount[group &* Self.digitCounts &+ min(digitCount, Self.digitCounts &- 1)]
    if mask.isZero { return mask }
    let middle = rows + (group &* Self.places &+ Self.behindCount) &* Self.symbolCount
    return narrowed(mask, middle, at: position, from: length, in: text)
  }

  /// Of the variants in `mask`, those that each byte around `position` leaves possible; the bytes
  /// from place `first` on, of which least is known, are asked first.
  @inline(__always)
  private func narrowed(
    _ mask: Mask, _ middle: UnsafePointer<Mask>, at position: Int, from first: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Mask {
    var narrow = Mask.zero
    let words = UnsafeRawPointer(middle).assumingMemoryBound(to: UInt64.self)
    for word in 0..<4 where mask[word] != 0 {
      narrow[word] = narrowed(mask[word], words + word, at: position, from: first, in: text)
    }
    return narrow
  }

  /// The same for one word of the mask; most masks have bits in few.
  @inline(__always)
  private func narrowed(
    _ bits: UInt64, _ middle: UnsafePointer<UInt64>, at position: Int, from first: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    let rowLength = 4 &* Self.symbolCount
    let symbol = position > 0 ? Int(text[position &- 1]) : Self.edge
    var bits = bits & middle[4 &* symbol &- rowLength]
    if bits == 0 { return 0 }
    var place = first
    while place < Self.aheadCount {
      let index = position &+ place
      guard index < text.count else {
        bits &= middle[place &* rowLength &+ 4 &* Self.edge]
        break
      }
      bits &= middle[place &* rowLength &+ 4 &* Int(text[index])]
      if bits == 0 { return 0 }
      place &+= 1
    }
    place = 2
    while place <= Self.behindCount {
      let symbol = position >= place ? Int(text[position &- place]) : Self.edge
      bits &= middle[4 &* symbol &- place &* rowLength]
      place &+= 1
    }
    if bits == 0 { return 0 }
    place = 0
    while place < min(first, Self.aheadCount) {
      bits &= middle[place &* rowLength &+ 4 &* Int(text[position &+ place])]
      place &+= 1
    }
    return bits
  }
}

extension SIMD4<UInt64> {
  @inline(__always)
  var isZero: Bool { (self[0] | self[1]) | (self[2] | self[3]) == 0 }
}
