internal import Anchors
internal import Glibc

/// Takes the values of a `CompactText` in the order in which they were appended.
///
/// The text is our own: what does not fit its form is a bug and ends the process.
struct CompactTextReader {
  /// They live as long as they are read.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether they live as long as the process, so that tables need not be copied.
  private let isInProgram: Bool
  /// Where the next value begins.
  private var offset = 0
  /// The sets of bytes that were read, by number.
  private var sets: [ByteSet] = []

  private static let mark = UInt8(ascii: CompactText.mark)

  init(_ bytes: UnsafeBufferPointer<UInt8>, isInProgram: Bool) {
    self.bytes = bytes
    self.isInProgram = isInProgram
  }

  mutating func string() -> String {
    String(decoding: next(), as: UTF8.self)
  }

  /// The bytes of the next value, behind which it goes on.
  private mutating func next() -> UnsafeBufferPointer<UInt8> {
    let rest = UnsafeBufferPointer(rebasing: bytes[offset...])
    guard let start = rest.baseAddress, let mark = memchr(start, Int32(Self.mark), rest.count)
    else {
      preconditionFailure("a text of the patterns has no mark of its end")
    }
    let length = UnsafeRawPointer(mark) - UnsafeRawPointer(start)
    offset += length + 1
    return UnsafeBufferPointer(start: start, count: length)
  }

  mutating func integer() -> Int {
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var value = 0
    while bytes[offset] != Self.mark {
      // The lowest number has no positive counterpart: it is gathered below zero.
      value = value &* 10 &- Int(bytes[offset] &- 0x30)
      offset += 1
    }
    offset += 1
    return isNegative ? value : 0 &- value
  }

  mutating func fraction() -> Double {
    guard let number = Double(string()) else {
      preconditionFailure("the compact form of the patterns holds no number where one belongs")
    }
    return number
  }

  mutating func boolean() -> Bool { integer() == 1 }

  mutating func strings() -> [String] { list { $0.string() } }

  mutating func list<Item>(_ item: (inout CompactTextReader) -> Item) -> [Item] {
    (0..<integer()).map { _ in item(&self) }
  }

  /// Nil for an empty text.
  mutating func table() -> MatchTable? {
    let letters = next()
    if letters.isEmpty { return nil }
    return isInProgram ? MatchTable(inProgram: letters) : MatchTable(copying: letters)
  }

  /// A set that was read before is its number, a new one its number and its bits.
  mutating func byteSet() -> ByteSet {
    let number = integer()
    if number < sets.count { return sets[number] }
    var low = SIMD4<UInt64>.zero
    for word in 0..<4 { low[word] = UInt64(UInt(bitPattern: integer())) }
    sets.append(ByteSet(low, hasEdge: boolean()))
    return sets[number]
  }
}
