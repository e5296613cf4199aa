internal import Anchors
internal import Glibc

/// Takes the values of a `CompactText` in the order in which they were appended.
///
/// The text is our own: what does not fit its form is a bug and ends the process.
struct CompactTextReader {
  private let text: String
  /// Where the next value begins, and its distance from the start in bytes.
  private var position: String.Index
  private var offset = 0
  /// The sets of bytes that were read, by number.
  var sets: [ByteSet] = []

  private static let mark = UInt8(ascii: CompactText.mark)

  init(_ text: String) {
    self.text = text
    position = text.startIndex
  }

  mutating func string() -> String {
    let start = position
    let length = next().count
    return String(text[start..<text.utf8.index(start, offsetBy: length)])
  }

  /// What `read` makes of the bytes of a text.
  mutating func bytes<Value>(_ read: (Span<UInt8>) -> Value) -> Value {
    read(text.utf8.span.extracting(next()))
  }

  /// The bytes of the next value, behind which it goes on.
  private mutating func next() -> Range<Int> {
    let rest = text.utf8.span.extracting(droppingFirst: offset)
    guard let length = rest.withUnsafeBytes({ $0.firstPlace(of: Self.mark) }) else {
      preconditionFailure("a text of the patterns has no mark of its end")
    }
    let range = offset..<offset + length
    offset = range.upperBound + 1
    position = text.utf8.index(position, offsetBy: length + 1)
    return range
  }

  mutating func integer() -> Int {
    let bytes = text.utf8.span
    let start = offset
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var value = 0
    while bytes[offset] != Self.mark {
      // The lowest number has no positive counterpart: it is gathered below zero.
      value = value &* 10 &- Int(bytes[offset] &- 0x30)
      offset += 1
    }
    offset += 1
    position = text.utf8.index(position, offsetBy: offset - start)
    return isNegative ? value : 0 &- value
  }

  mutating func fraction() -> Double { number(Double.init) }

  mutating func boolean() -> Bool { integer() == 1 }

  mutating func strings() -> [String] { list { $0.string() } }

  mutating func list<Item>(_ item: (inout CompactTextReader) -> Item) -> [Item] {
    (0..<integer()).map { _ in item(&self) }
  }

  private mutating func number<Number>(_ read: (String) -> Number?) -> Number {
    guard let number = read(string()) else {
      preconditionFailure("the compact form of the patterns holds no number where one belongs")
    }
    return number
  }
}

extension UnsafeRawBufferPointer {
  /// Where the byte stands first; nil where it does not.
  fileprivate func firstPlace(of byte: UInt8) -> Int? {
    guard let base = baseAddress else { return nil }
    return memchr(base, Int32(byte), count).map { UnsafeRawPointer($0) - base }
  }
}
