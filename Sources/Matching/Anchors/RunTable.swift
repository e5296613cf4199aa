internal import Anchors

/// By the length of a run of digits and the bytes beside it, which variants of a filter are possible.
///
/// One look-up in place of many: most numbers in a text are of no interest. Plain values, owned by
/// `AnchorFilter`.
struct RunTable {
  /// Longer runs count as this long.
  private static let longestRun = 16

  /// By symbol, its class.
  private let classes: UnsafeMutablePointer<UInt8>
  /// By group, length, class before and class behind.
  private let masks: UnsafeMutablePointer<AnchorFilter.Mask>

  /// `shapes` holds the shapes of each group in the order of their bits.
  init(groups: [[AnchorShape]]) {
    classes = .allocate(capacity: 257)
    for symbol in 0..<257 { classes[symbol] = Self.classOfSymbol(symbol) }
    let size = groups.count * (Self.longestRun + 1) * Self.classCount * Self.classCount
    masks = .allocate(capacity: size)
    masks.initialize(repeating: .zero, count: size)
    for (group, shapes) in groups.enumerated() {
      for (bit, shape) in shapes.enumerated() {
        let before = Self.classes(in: shape.behind[0])
        for length in 1...Self.longestRun {
          guard shape.ahead[length - 1].intersects(.digits) else { break }
          let behind = length < Self.longestRun ? shape.ahead[length] : .all
          for second in Self.classes(in: behind) {
            for first in before {
              masks[Self.row(group, length, first) + second][bit >> 6] |= 1 << UInt64(bit & 63)
            }
          }
        }
      }
    }
  }

  /// Gives the memory back; the table must not be used again.
  func free() {
    classes.deallocate()
    masks.deallocate()
  }

  @inline(__always)
  private static func row(_ group: Int, _ length: Int, _ first: Int) -> Int {
    ((group &* (longestRun &+ 1) &+ length) &* classCount &+ first) &* classCount
  }

  /// The variants of `group` that are possible at a run of `length` digits between two symbols.
  @inline(__always)
  func possible(
    _ group: Int, length: Int, after first: Int, before second: Int
  ) -> AnchorFilter.Mask {
    masks[
      Self.row(group, min(length, Self.longestRun), Int(classes[first])) &+ Int(classes[second])]
  }
}

extension RunTable {
  private static let classCount = 16

  /// Symbols that pattern files treat alike more often than not.
  private static func classOfSymbol(_ symbol: Int) -> UInt8 {
    switch symbol {
    case 0x41...0x5A: 1
    case 0x61...0x7A: 2
    case 0x30...0x39: 3
    case 0x80...0xFF: 4
    case 0x20: 5
    case 0x2E: 6
    case 0x2D: 7
    case 0x2F: 8
    case 0x2C: 9
    case 0x3A: 10
    case 0x0A, 0x0D: 11
    case 0x3B: 12
    case 0x28, 0x29: 13
    case 0x22, 0x27: 14
    case 256: 15
    default: 0
    }
  }

  /// The classes that have a symbol in `set`.
  private static func classes(in set: ByteSet) -> [Int] {
    var isIn: UInt32 = 0
    set.forEachByte { isIn |= 1 << UInt32(classOfSymbol(Int($0))) }
    if set.hasEdge { isIn |= 1 << UInt32(classOfSymbol(256)) }
    return (0..<classCount).filter { isIn >> UInt32($0) & 1 == 1 }
  }
}
