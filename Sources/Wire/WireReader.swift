/// Takes apart what a `WireWriter` made.
///
/// The other side has read hostile documents: nothing in the bytes is believed, and what does not fit
/// throws.
package struct WireReader {
  /// The bytes are not what the other side should have sent.
  package struct Mismatch: Error {
    package init() {}
  }

  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What stands behind all that was read so far.
  package var rest: Range<Int> { position..<bytes.count }

  package mutating func integer() throws(Mismatch) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    throw Mismatch()
  }

  package mutating func boolean() throws(Mismatch) -> Bool {
    switch try integer() {
    case 0: false
    case 1: true
    default: throw Mismatch()
    }
  }

  package mutating func byteString() throws(Mismatch) -> [UInt8] {
    Array(bytes[try countedRange()])
  }

  package mutating func string() throws(Mismatch) -> String {
    String(decoding: bytes[try countedRange()], as: UTF8.self)
  }

  /// The range behind its number of bytes.
  private mutating func countedRange() throws(Mismatch) -> Range<Int> {
    let count = try integer()
    guard count >= 0, count <= bytes.count - position else { throw Mismatch() }
    defer { position += count }
    return position..<position + count
  }

  /// A list of numbers.
  package mutating func integers() throws(Mismatch) -> [Int] {
    try list { wire throws(Mismatch) in try wire.integer() }
  }

  /// Passes over a list of numbers.
  package mutating func skipIntegers() throws(Mismatch) {
    for _ in 0..<(try count()) { _ = try integer() }
  }

  package mutating func list<Item>(
    _ read: (inout WireReader) throws(Mismatch) -> Item
  ) throws(Mismatch) -> [Item] {
    let count = try count()
    var items: [Item] = []
    items.reserveCapacity(min(count, 4096))
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }

  /// The number of items of a list, each of which takes a byte at least.
  private mutating func count() throws(Mismatch) -> Int {
    let count = try integer()
    guard count >= 0, count <= bytes.count - position else { throw Mismatch() }
    return count
  }
}
