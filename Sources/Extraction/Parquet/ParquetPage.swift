/// The values of a page, with the levels that tell where they stand.
struct ParquetPage {
  /// More values than this no page has.
  static let valueLimit = 1 << 24

  private(set) var count = 0
  private var repetitions: [Int32] = []
  private var definitions: [Int32] = []
  private var values = ParquetValues()
  /// Of each value, its place in the dictionary; nil where they lie in the page.
  private var places: [Int32]?

  /// A page without values.
  init() {}

  /// Where the levels of a page lie, and in which of two forms.
  enum Levels {
    /// Before the values, each with its length, or in an early form.
    case first(repetition: Int, definition: Int)
    /// Before the values, so many bytes each.
    case second(repetition: Int, definition: Int)
  }

  /// Nil where it is damaged, or in an encoding that nobody knows.
  init?(
    _ column: ParquetColumn, _ body: Span<UInt8>, count: Int, _ levels: Levels, encoding: Int
  ) {
    var position = 0
    guard 0...Self.valueLimit ~= count,
      Self.take(column.repetition, body, at: &position, count, levels, true, &repetitions),
      Self.take(column.definition, body, at: &position, count, levels, false, &definitions)
    else { return nil }
    self.count = count
    let limit = column.definition
    let valueCount =
      limit == 0 ? count : definitions.count { $0 == Int32(truncatingIfNeeded: limit) }
    let rest = body.extracting(position...)
    switch encoding {
    case 2, 8:
      guard let places = Self.places(rest, count: valueCount) else { return nil }
      self.places = places
    default:
      guard let values = ParquetValues(column, rest, count: valueCount, encoding: encoding) else {
        return nil
      }
      self.values = values
    }
  }

  private static func take(
    _ highest: Int, _ body: Span<UInt8>, at position: inout Int, _ count: Int, _ levels: Levels,
    _ areRepetitions: Bool, _ numbers: inout [Int32]
  ) -> Bool {
    switch levels {
    case .second(let repetition, let definition):
      let byteCount = areRepetitions ? repetition : definition
      guard 0...body.count - position ~= byteCount else { return false }
      let end = position + byteCount
      defer { position = end }
      return highest == 0
        || runs(body.extracting(position..<end), count, highest, &numbers)
    case .first(let repetition, let definition):
      guard highest > 0 else { return true }
      // Packed with the highest bit first.
      if (areRepetitions ? repetition : definition) == 4 {
        return ParquetNumbers.appendLevels(
          body, at: &position, count: count, bitCount: bitCount(highest), to: &numbers)
      }
      guard let byteCount = body.littleUInt32(at: position),
        byteCount <= body.count - position - 4
      else { return false }
      let range = position + 4..<position + 4 + byteCount
      position = range.upperBound
      return runs(body.extracting(range), count, highest, &numbers)
    }
  }

  private static func runs(
    _ bytes: Span<UInt8>, _ count: Int, _ highest: Int, _ numbers: inout [Int32]
  ) -> Bool {
    var position = 0
    return ParquetNumbers.appendRuns(
      bytes, at: &position, count: count, bitCount: bitCount(highest), to: &numbers)
  }

  private static func bitCount(_ highest: Int) -> Int { Int.bitWidth - highest.leadingZeroBitCount }

  private static func places(_ bytes: Span<UInt8>, count: Int) -> [Int32]? {
    var places: [Int32] = []
    guard count > 0 else { return places }
    guard !bytes.isEmpty, bytes[0] <= 32 else { return nil }
    var position = 1
    let isWhole = ParquetNumbers.appendRuns(
      bytes, at: &position, count: count, bitCount: Int(bytes[0]), to: &places)
    return isWhole ? places : nil
  }

  /// Whether the entry goes on with the row of the one before.
  func goesOn(_ entry: Int) -> Bool { !repetitions.isEmpty && repetitions[entry] > 0 }

  /// Whether the entry has a value.
  func hasValue(_ entry: Int, in column: ParquetColumn) -> Bool {
    definitions.isEmpty || Int(definitions[entry]) == column.definition
  }

  /// Hands the value of that number, of the page or of `dictionary`, to `take`; false where there is none.
  func withValue(
    _ number: Int, of dictionary: ParquetValues, _ take: (Span<UInt8>) -> Bool
  ) -> Bool {
    guard let places else { return values.withValue(number, take) }
    return dictionary.withValue(Int(UInt32(bitPattern: places[number])), take)
  }
}

extension ParquetValues {
  func withValue(_ number: Int, _ take: (Span<UInt8>) -> Bool) -> Bool {
    guard number < count else { return false }
    return take(bytes.span.extracting(range(number)))
  }
}
