/// Text made comparable: small letters without accents, one space between words.
///
/// A word ends where a small letter meets a capital (`clientBsn`), where letters meet digits, and
/// at everything that is neither. Lines stay apart. Each folded byte leads back to the first byte
/// that it stands for. The memory is used again for every text.
package struct FoldedText: ~Copyable {
  private var capacity = 0
  private var folded = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private var firsts = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  /// How many bytes the folded text has.
  package private(set) var count = 0

  /// By byte, what it is folded to; then, by byte, its class.
  private let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 512)

  package init() {
    for byte in UInt8.min...UInt8.max {
      let (folded, kind) = Self.entry(byte)
      table[Int(byte)] = folded
      table[256 + Int(byte)] = kind.rawValue
    }
  }

  deinit {
    table.deallocate()
    folded.deallocate()
    firsts.deallocate()
  }

  /// `a`–`z`, `0`–`9`, space, newline, and `?` for a letter of another alphabet.
  @inline(__always)
  subscript(index: Int) -> UInt8 { folded[index] }

  /// The folded bytes; they live until the next text is folded.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: folded, count: count) }

  /// The folded bytes as a value of their own.
  package var array: [UInt8] { Array(bytes) }

  /// The offset of the first byte that the folded byte stands for.
  @inline(__always)
  func origin(_ index: Int) -> Int { Int(firsts[index]) }

  /// Folds `range` of `text`, replacing what was folded before.
  package mutating func fold(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.withUnsafeBufferPointer { fold($0, range) }
  }

  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    reserve(2 * range.count)
    let folded = folded
    let firsts = firsts
    let table = table
    var end = 0
    var previous = CharacterClass.gap
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      var byte = table[Int(text[index])]
      var kind = CharacterClass(rawValue: table[256 &+ Int(text[index])]).unsafelyUnwrapped
      index &+= 1
      if kind == .other { (byte, kind) = Self.character(text, &index, end: range.upperBound) }
      if kind == .gap {
        if end > 0, folded[end &- 1] != 0x0A {
          if folded[end &- 1] == 0x20 {
            if byte == 0x0A { folded[end &- 1] = byte }
          } else {
            folded[end] = byte
            firsts[end] = Int32(truncatingIfNeeded: start)
            end &+= 1
          }
        }
      } else {
        if kind != previous, previous != .gap, !(previous == .capital && kind == .small),
          kind != .capital || (index < range.upperBound && text[index].isLetter),
          folded[end &- 1] != 0x20
        {
          folded[end] = 0x20
          firsts[end] = Int32(truncatingIfNeeded: start)
          end &+= 1
        }
        folded[end] = byte
        firsts[end] = Int32(truncatingIfNeeded: start)
        end &+= 1
        if kind == .small {
          // Most bytes follow a small letter and are one.
          while index < range.upperBound, text[index] &- 0x61 < 26 {
            folded[end] = text[index]
            firsts[end] = Int32(truncatingIfNeeded: index)
            end &+= 1
            index &+= 1
          }
        }
      }
      previous = kind
    }
    count = end
  }

  private mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    folded.deallocate()
    firsts.deallocate()
    capacity = max(wanted, 1024)
    folded = .allocate(capacity: capacity)
    firsts = .allocate(capacity: capacity)
  }

  private enum CharacterClass: UInt8 {
    case gap, small, capital, digit
    /// Of more than one byte.
    case other
  }
}

extension FoldedText {
  /// What a byte is folded to, and its class.
  private static func entry(_ byte: UInt8) -> (UInt8, CharacterClass) {
    switch byte {
    case 0x61...0x7A: (byte, .small)
    case 0x41...0x5A: (byte + 0x20, .capital)
    case 0x30...0x39: (byte, .digit)
    case 0x0A: (byte, .gap)
    case 0..<0x80: (0x20, .gap)
    default: (0x20, .other)
    }
  }

  /// Reads the rest of a character above ASCII and gives its folded byte and class.
  private static func character(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, end: Int
  ) -> (UInt8, CharacterClass) {
    let first = text[index - 1]
    var second: UInt8 = 0
    if index < end, text[index] & 0xC0 == 0x80 { second = text[index] }
    while index < end, text[index] & 0xC0 == 0x80 { index += 1 }
    switch first {
    case 0xC3: return latinLetter(second)
    case 0xC2, 0xE2, 0xEF, 0xE3: return (UInt8(ascii: " "), .gap)
    default: return (UInt8(ascii: "?"), .small)
    }
  }

  /// The plain letter of U+00C0–U+00FF, by its second byte.
  private static func latinLetter(_ second: UInt8) -> (UInt8, CharacterClass) {
    let plain: StaticString = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy"
    guard (0x80...0xBF).contains(second) else { return (UInt8(ascii: "?"), .small) }
    let letter = plain.utf8Start[Int(second - 0x80)]
    if letter == UInt8(ascii: " ") { return (letter, .gap) }
    return (letter, second < 0xA0 ? .capital : .small)
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
