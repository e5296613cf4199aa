/// The objects of a binary property list (`bplist00`), which refer to each other by number.
///
/// Source: CFBinaryPList.c of Apple's CoreFoundation.
struct BinaryPropertyList {
  enum Value {
    case text([UInt8])
    case bytes(Range<Int>)
    /// The numbers of objects.
    case list([Int])
    case dictionary(keys: [Int], values: [Int])
    case other
  }

  private static let trailerByteCount = 32

  let top: Int
  let objectCount: Int
  private let referenceSize: Int
  private let offsetSize: Int
  private let offsets: Int

  /// nil where `bytes` do not end as such a list does.
  init?(_ bytes: Span<UInt8>) {
    let trailer = bytes.count - Self.trailerByteCount
    guard trailer >= 8 else { return nil }
    offsetSize = Int(bytes[trailer + 6])
    referenceSize = Int(bytes[trailer + 7])
    guard (1...8).contains(offsetSize), (1...8).contains(referenceSize),
      let objectCount = bytes.bigEndian(8, at: trailer + 8),
      let top = bytes.bigEndian(8, at: trailer + 16),
      let offsets = bytes.bigEndian(8, at: trailer + 24), offsets <= trailer,
      objectCount <= (trailer - offsets) / offsetSize, top < objectCount
    else { return nil }
    (self.objectCount, self.top, self.offsets) = (objectCount, top, offsets)
  }

  /// The object of a number; nil where it is damaged.
  func value(_ number: Int, in bytes: Span<UInt8>) -> Value? {
    guard (0..<objectCount).contains(number),
      let start = bytes.bigEndian(offsetSize, at: offsets + number * offsetSize), start < offsets
    else { return nil }
    let size = Int(bytes[start] & 0xF)
    switch bytes[start] >> 4 {
    case 0x1:
      guard size <= 3, let number = bytes.bigEndian(1 << size, at: start + 1) else { return .other }
      return .text(Array("\(number)".utf8))
    case 0x2:
      guard size == 3, let bits = bytes.bits(at: start + 1) else { return .other }
      return CellDecimal(Double(bitPattern: bits))?.plain.map { .text($0) } ?? .other
    case 0x3:
      guard let bits = bytes.bits(at: start + 1) else { return nil }
      let date = CalendarDate(secondsFrom2001: Double(bitPattern: bits))
      return date.map { .text(Array($0.dutch.utf8)) } ?? .other
    case 0x4:
      return range(of: 1, from: start, in: bytes).map { .bytes($0) }
    case 0x5:
      return range(of: 1, from: start, in: bytes).map { .text(bytes.bytes($0).repaired) }
    case 0x6:
      return range(of: 2, from: start, in: bytes).map { .text(bytes.utf16Text(in: $0, .big)) }
    case 0xA, 0xB, 0xC:
      guard let range = range(of: referenceSize, from: start, in: bytes) else { return nil }
      return .list(references(range, in: bytes))
    case 0xD:
      guard let range = range(of: 2 * referenceSize, from: start, in: bytes) else { return nil }
      let all = references(range, in: bytes)
      return .dictionary(
        keys: Array(all[..<(all.count / 2)]), values: Array(all[(all.count / 2)...]))
    default: return .other
    }
  }

  /// Where the items of an object lie, each of so many bytes; a count from 15 on is an object of its own.
  private func range(of itemSize: Int, from start: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    var count = Int(bytes[start] & 0xF)
    var position = start + 1
    if count == 0xF {
      guard position < offsets, bytes[position] >> 4 == 1 else { return nil }
      let size = 1 << Int(bytes[position] & 0xF)
      guard size <= 8, let long = bytes.bigEndian(size, at: position + 1) else { return nil }
      count = long
      position += 1 + size
    }
    guard position <= offsets, count <= (offsets - position) / itemSize else { return nil }
    return position..<position + count * itemSize
  }

  private func references(_ range: Range<Int>, in bytes: Span<UInt8>) -> [Int] {
    stride(from: range.lowerBound, to: range.upperBound, by: referenceSize).map {
      bytes.bigEndian(referenceSize, at: $0) ?? objectCount
    }
  }
}

extension Span<UInt8> {
  /// A number of up to eight bytes, the most significant first; nil where it is none that counts.
  fileprivate func bigEndian(_ byteCount: Int, at start: Int) -> Int? {
    guard start >= 0, byteCount <= count - start else { return nil }
    var value: UInt64 = 0
    for offset in 0..<byteCount { value = value << 8 | UInt64(self[start + offset]) }
    return Int(exactly: value)
  }

  fileprivate func bits(at start: Int) -> UInt64? {
    guard start + 8 <= count else { return nil }
    var value: UInt64 = 0
    for offset in 0..<8 { value = value << 8 | UInt64(self[start + offset]) }
    return value
  }
}
