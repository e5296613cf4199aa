// The values of a page in the encodings that have them in it.
//
// Source: Encodings.md of Apache Parquet.

extension ParquetValues {
  /// Nil where they are damaged, or in an encoding that nobody knows.
  init?(_ column: ParquetColumn, _ bytes: Span<UInt8>, count: Int, encoding: Int) {
    self.init()
    let isWhole =
      switch encoding {
      case 0: takePlain(column, bytes, count)
      case 3: takeRuns(column, bytes, count)
      case 5: takeDifferences(column, bytes, count)
      case 6: takeLengths(column, bytes, count)
      case 7: takePrefixes(column, bytes, count)
      case 9: takeStreams(column, bytes, count)
      default: false
      }
    if !isWhole { return nil }
  }

  private mutating func takePlain(
    _ column: ParquetColumn, _ bytes: Span<UInt8>, _ count: Int
  ) -> Bool {
    if column.physical == .boolean {
      guard (count + 7) / 8 <= bytes.count else { return false }
      for index in 0..<count {
        append(column, isTrue: bytes[index / 8] >> UInt8(index % 8) & 1 == 1)
      }
      return true
    }
    var position = 0
    for _ in 0..<count {
      var byteCount = column.physical.byteCount(fixed: column.fixedByteCount) ?? 0
      if column.physical == .byteArray {
        guard let stated = bytes.littleUInt32(at: position) else { return false }
        byteCount = stated
        position += 4
      }
      guard byteCount <= bytes.count - position else { return false }
      append(column, bytes, position..<position + byteCount)
      position += byteCount
    }
    return true
  }

  private mutating func append(_ column: ParquetColumn, isTrue: Bool) {
    let byte: [UInt8] = [isTrue ? 1 : 0]
    append(column, byte.span, 0..<1)
  }

  /// Booleans, behind the length of their runs.
  private mutating func takeRuns(
    _ column: ParquetColumn, _ bytes: Span<UInt8>, _ count: Int
  ) -> Bool {
    var position = 4
    var numbers: [Int32] = []
    guard column.physical == .boolean, bytes.count >= 4,
      ParquetNumbers.appendRuns(bytes, at: &position, count: count, bitCount: 1, to: &numbers)
    else { return count == 0 }
    for number in numbers { append(column, isTrue: number != 0) }
    return true
  }

  private mutating func takeDifferences(
    _ column: ParquetColumn, _ bytes: Span<UInt8>, _ count: Int
  ) -> Bool {
    var position = 0
    guard column.physical == .int32 || column.physical == .int64,
      let numbers = ParquetNumbers.differences(bytes, at: &position, limit: count),
      numbers.count == count
    else { return false }
    for number in numbers {
      append(
        column,
        number: column.physical == .int32 ? Int(Int32(truncatingIfNeeded: number)) : number)
    }
    return true
  }

  /// All lengths, then all bytes.
  private mutating func takeLengths(
    _ column: ParquetColumn, _ bytes: Span<UInt8>, _ count: Int
  ) -> Bool {
    var position = 0
    guard column.physical == .byteArray,
      let lengths = ParquetNumbers.differences(bytes, at: &position, limit: count),
      lengths.count == count
    else { return false }
    for length in lengths {
      guard 0...bytes.count - position ~= length else { return false }
      append(column, bytes, position..<position + length)
      position += length
    }
    return true
  }

  /// How much each has of the one before, then what follows, its lengths first.
  private mutating func takePrefixes(
    _ column: ParquetColumn, _ bytes: Span<UInt8>, _ count: Int
  ) -> Bool {
    var position = 0
    guard column.physical == .byteArray || column.physical == .fixed,
      let prefixes = ParquetNumbers.differences(bytes, at: &position, limit: count),
      let lengths = ParquetNumbers.differences(bytes, at: &position, limit: count),
      prefixes.count == count, lengths.count == count
    else { return false }
    var value: [UInt8] = []
    for (prefix, length) in zip(prefixes, lengths) {
      guard 0...value.count ~= prefix, 0...bytes.count - position ~= length else { return false }
      value.removeLast(value.count - prefix)
      value.append(bytes, position..<position + length)
      position += length
      append(column, value.span, 0..<value.count)
    }
    return true
  }

  /// The first bytes of all values, then the second ones.
  private mutating func takeStreams(
    _ column: ParquetColumn, _ bytes: Span<UInt8>, _ count: Int
  ) -> Bool {
    guard let byteCount = column.physical.byteCount(fixed: column.fixedByteCount),
      column.physical != .boolean, count <= bytes.count / byteCount
    else { return false }
    var value = [UInt8](repeating: 0, count: byteCount)
    for index in 0..<count {
      for place in value.indices { value[place] = bytes[place * count + index] }
      append(column, value.span, 0..<byteCount)
    }
    return true
  }
}
