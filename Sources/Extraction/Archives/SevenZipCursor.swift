import ScanModel

/// A place in the header of a 7z archive.
struct SevenZipCursor {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var byteCount: Int { bytes.count }
  var restByteCount: Int { bytes.count - position }

  mutating func byte() throws(ReadFailure) -> UInt8 {
    guard position < bytes.count else { throw ReadFailure(.malformed) }
    position += 1
    return bytes[position - 1]
  }

  /// The next bytes; at most as many as there are.
  mutating func take(_ count: Int) throws(ReadFailure) -> ArraySlice<UInt8> {
    guard count >= 0, count <= restByteCount else { throw ReadFailure(.malformed) }
    position += count
    return bytes[position - count..<position]
  }

  mutating func demand(_ byte: UInt8) throws(ReadFailure) {
    guard try self.byte() == byte else { throw ReadFailure(.malformed) }
  }

  /// A number whose first byte tells how many follow, the lowest first.
  ///
  /// Source: 7zFormat.txt, REAL_UINT64 and UINT64.
  mutating func number() throws(ReadFailure) -> Int {
    let first = try byte()
    var value: UInt64 = 0
    var mask: UInt8 = 0x80
    for index in 0..<8 {
      if first & mask == 0 {
        value |= UInt64(first & (mask &- 1)) << UInt64(8 * index)
        break
      }
      value |= UInt64(try byte()) << UInt64(8 * index)
      mask >>= 1
    }
    // No file is as large, and sums of some of them are safe.
    guard value < 1 << 56 else { throw ReadFailure(.malformed) }
    return Int(value)
  }

  mutating func number(upTo limit: Int) throws(ReadFailure) -> Int {
    let number = try number()
    guard number <= limit else { throw ReadFailure(.limit) }
    return number
  }

  /// A number of things each of which takes a byte at least.
  mutating func count() throws(ReadFailure) -> Int {
    let number = try number()
    guard number <= restByteCount else { throw ReadFailure(.malformed) }
    return number
  }

  mutating func littleEndian32() throws(ReadFailure) -> UInt32 {
    var value: UInt32 = 0
    for (index, byte) in try take(4).enumerated() { value |= UInt32(byte) << UInt32(8 * index) }
    return value
  }

  /// A bit for each of `count` things, the highest bit of a byte first.
  mutating func bits(_ count: Int) throws(ReadFailure) -> [Bool] {
    let bytes = try take((count + 7) / 8)
    return (0..<count).map { bytes[bytes.startIndex + $0 / 8] & 0x80 >> UInt8($0 % 8) != 0 }
  }

  /// The same, or a byte that says that all are set.
  mutating func bitsUnlessAll(_ count: Int) throws(ReadFailure) -> [Bool] {
    try byte() == 0 ? try bits(count) : [Bool](repeating: true, count: count)
  }

  /// A checksum for each of `count` things that have one.
  mutating func checksums(_ count: Int) throws(ReadFailure) -> [UInt32?] {
    var checksums: [UInt32?] = []
    for isKnown in try bitsUnlessAll(count) {
      checksums.append(isKnown ? try littleEndian32() : nil)
    }
    return checksums
  }
}
