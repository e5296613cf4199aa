import ScanModel

/// Values of a column as texts, one behind the other.
struct ParquetValues {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Adds the value whose bytes are `range`.
  mutating func append(_ column: ParquetColumn, _ source: Span<UInt8>, _ range: Range<Int>) {
    switch column.physical {
    case .boolean: bytes += Array((source[range.lowerBound] == 0 ? "false" : "true").utf8)
    case .int32:
      append(column, whole: Int(Int32(truncatingIfNeeded: source.littleBits(range))), bitCount: 32)
    case .int64:
      append(column, whole: Int(truncatingIfNeeded: source.littleBits(range)), bitCount: 64)
    case .int96:
      // Nanoseconds of a day, and the day as astronomers count.
      let day = source.littleBits(range.lowerBound + 8..<range.lowerBound + 12)
      append(days: Double(day) - 2_440_588, or: Double(day))
    case .float:
      let number = Float(bitPattern: UInt32(truncatingIfNeeded: source.littleBits(range)))
      if number.isFinite { bytes += Array(number.description.utf8).withoutFraction }
    case .double:
      let number = Double(bitPattern: source.littleBits(range))
      if number.isFinite { bytes.append(number: number) }
    case .byteArray, .fixed: append(column, source, bytesAt: range)
    }
    ends.append(bytes.count)
  }

  /// Adds a value that a whole number stands for.
  mutating func append(_ column: ParquetColumn, number: Int) {
    append(column, whole: number, bitCount: column.physical == .int32 ? 32 : 64)
    ends.append(bytes.count)
  }

  private mutating func append(_ column: ParquetColumn, whole number: Int, bitCount: Int) {
    switch column.meaning {
    case .day: append(days: Double(number), or: Double(number))
    case .time(let unitsPerDay): append(days: Double(number) / unitsPerDay, or: Double(number))
    case .decimal(let scale): bytes.append(Int128(number), scale: scale)
    case .unsigned:
      let text =
        bitCount == 32
        ? "\(UInt32(truncatingIfNeeded: number))" : "\(UInt64(bitPattern: Int64(number)))"
      bytes += Array(text.utf8)
    case .unread: return
    case .asWritten, .text, .uuid: bytes += Array("\(number)".utf8)
    }
  }

  private mutating func append(days: Double, or number: Double) {
    bytes.append(days: days, after: CalendarDate.daysTo1970, or: number)
  }

  private mutating func append(
    _ column: ParquetColumn, _ source: Span<UInt8>, bytesAt range: Range<Int>
  ) {
    switch column.meaning {
    case .decimal(let scale) where range.count <= 16:
      // The highest byte first, as a complement of two.
      var number: Int128 = range.isEmpty || source[range.lowerBound] < 0x80 ? 0 : -1
      for index in range { number = number << 8 | Int128(source[index]) }
      bytes.append(number, scale: scale)
    case .uuid where range.count == 16:
      for (place, index) in range.enumerated() {
        if [4, 6, 8, 10].contains(place) { bytes.append(UInt8(ascii: "-")) }
        bytes.append(hexadecimal: source[index])
      }
    case .unread: return
    case .asWritten, .text, .unsigned, .day, .uuid, .time, .decimal: bytes.append(source, range)
    }
  }
}

extension Span<UInt8> {
  /// Up to eight bytes as a number, the lowest first.
  fileprivate func littleBits(_ range: Range<Int>) -> UInt64 {
    var bits: UInt64 = 0
    for (place, index) in range.enumerated() where place < 8 {
      bits |= UInt64(self[index]) << UInt64(8 * place)
    }
    return bits
  }
}

extension [UInt8] {
  /// Without `.0` at its end.
  fileprivate var withoutFraction: ArraySlice<UInt8> {
    suffix(2).elementsEqual(".0".utf8) ? dropLast(2) : self[...]
  }

  /// Appends a number of which the last `scale` digits stand behind the point.
  fileprivate mutating func append(_ number: Int128, scale: Int) {
    guard 1...38 ~= scale else { return self += Swift.Array("\(number)".utf8) }
    var digits = Swift.Array("\(number.magnitude)".utf8)
    while digits.count <= scale { digits.insert(UInt8(ascii: "0"), at: 0) }
    if number < 0 { append(UInt8(ascii: "-")) }
    self += digits.dropLast(scale)
    append(UInt8(ascii: "."))
    self += digits.suffix(scale)
  }

  fileprivate mutating func append(hexadecimal byte: UInt8) {
    for nibble in [byte >> 4, byte & 0x0F] {
      append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
    }
  }
}
