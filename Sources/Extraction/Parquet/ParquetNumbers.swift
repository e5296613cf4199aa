/// The packed numbers of a page: levels, places in a dictionary, and differences.
///
/// Source: Encodings.md of Apache Parquet.
enum ParquetNumbers {
  /// Appends `count` numbers of runs and of groups of eight, of `bitCount` bits each; false where there are
  /// fewer.
  static func appendRuns(
    _ bytes: Span<UInt8>, at position: inout Int, count: Int, bitCount: Int,
    to numbers: inout [Int32]
  ) -> Bool {
    let end = numbers.count + count
    while numbers.count < end {
      guard let head = bytes.varint(at: &position) else {
        return bitCount == 0 && fill(&numbers, end)
      }
      if head & 1 == 0 {
        let byteCount = (bitCount + 7) / 8
        guard position + byteCount <= bytes.count else { return false }
        var value: UInt32 = 0
        for offset in 0..<byteCount {
          value |= UInt32(bytes[position + offset]) << UInt32(8 * offset)
        }
        position += byteCount
        let run = Int(min(head >> 1, UInt64(end - numbers.count)))
        guard run > 0 else { return false }
        numbers.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: value), count: run))
      } else {
        let groupCount = Int(min(head >> 1, UInt64(bytes.count)))
        guard groupCount > 0 else { return false }
        let taken = min(8 * groupCount, end - numbers.count)
        guard appendPacked(bytes, at: position, count: taken, bitCount, to: &numbers) else {
          return false
        }
        position = min(position + groupCount * bitCount, bytes.count)
      }
    }
    return true
  }

  private static func fill(_ numbers: inout [Int32], _ end: Int) -> Bool {
    numbers.append(contentsOf: repeatElement(0, count: end - numbers.count))
    return true
  }

  private static func appendPacked(
    _ bytes: Span<UInt8>, at start: Int, count: Int, _ bitCount: Int, to numbers: inout [Int32]
  ) -> Bool {
    guard bitCount <= 32, start + (count * bitCount + 7) / 8 <= bytes.count else { return false }
    for index in 0..<count {
      numbers.append(
        Int32(truncatingIfNeeded: bytes.bits(at: start, from: index * bitCount, bitCount)))
    }
    return true
  }

  /// The levels of an early form: packed with the highest bit first.
  static func appendLevels(
    _ bytes: Span<UInt8>, at position: inout Int, count: Int, bitCount: Int,
    to numbers: inout [Int32]
  ) -> Bool {
    let byteCount = (count * bitCount + 7) / 8
    guard position + byteCount <= bytes.count else { return false }
    for index in 0..<count {
      var value: Int32 = 0
      for bit in index * bitCount..<(index + 1) * bitCount {
        value = value << 1 | Int32(bytes[position + bit / 8] >> UInt8(7 - bit % 8) & 1)
      }
      numbers.append(value)
    }
    position += byteCount
    return true
  }

  /// The numbers that lie as differences from `position` on, which is moved behind them; nil where they
  /// are damaged, or more than `limit`.
  static func differences(_ bytes: Span<UInt8>, at position: inout Int, limit: Int) -> [Int]? {
    guard let blockCount = bytes.varint(at: &position), let partCount = bytes.varint(at: &position),
      let total = bytes.varint(at: &position), let first = bytes.signedVarint(at: &position),
      total <= limit, 1...1 << 20 ~= blockCount, 1...blockCount ~= partCount,
      blockCount % partCount == 0
    else { return nil }
    var numbers: [Int] = []
    if total == 0 { return numbers }
    numbers.append(first)
    let valuesPerPart = Int(blockCount / partCount)
    while numbers.count < total {
      guard let least = bytes.signedVarint(at: &position),
        position + Int(partCount) <= bytes.count
      else { return nil }
      let widths = position..<position + Int(partCount)
      position = widths.upperBound
      for width in widths where numbers.count < total {
        let bitCount = Int(bytes[width])
        let count = min(valuesPerPart, Int(total) - numbers.count)
        guard bitCount <= 64, position + (count * bitCount + 7) / 8 <= bytes.count else {
          return nil
        }
        for index in 0..<count {
          let more = bytes.bits(at: position, from: index * bitCount, bitCount)
          numbers.append(numbers[numbers.count - 1] &+ least &+ Int(truncatingIfNeeded: more))
        }
        position = min(position + (valuesPerPart * bitCount + 7) / 8, bytes.count)
      }
    }
    return numbers
  }
}

extension Span<UInt8> {
  /// `bitCount` bits, at most 64, from bit `first` of the bytes at `start` on, the lowest first.
  fileprivate func bits(at start: Int, from first: Int, _ bitCount: Int) -> UInt64 {
    var value: UInt64 = 0
    var taken = 0
    while taken < bitCount {
      let bit = first + taken
      let byte = UInt64(self[start + bit / 8]) >> UInt64(bit % 8)
      value |= byte << UInt64(taken)
      taken += 8 - bit % 8
    }
    return bitCount == 64 ? value : value & (1 << UInt64(bitCount) - 1)
  }
}
