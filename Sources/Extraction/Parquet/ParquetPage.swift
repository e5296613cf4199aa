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

  /// How the levels before the values lie.
  enum Levels {
    /// In runs, behind their length.
    case runs
    /// In runs of so many bytes.
    case bytes(Int)
    /// Packed with the highest bit first, as only early files have them.
    case packed

    /// Those of a page that tells of them by this encoding.
    init(encoding: Int?) {
      self = encoding == 4 ? .packed : .runs
    }
  }

  /// Nil where it is damaged, or in an encoding that nobody knows.
  init?(
    _ column: ParquetColumn, _ body: Span<UInt8>, count: Int, repetitions: Levels,
    definitions: Levels, encoding: Int
  ) {
    var position = 0
    guard 0...Self.valueLimit ~= count,
      let repetitions = Self.levels(
        upTo: column.repetition, repetitions, body, at: &position, count: count),
      let definitions = Self.levels(
        upTo: column.definition, definitions, body, at: &position, count: count)
    else { return nil }
    self.count = count
    self.repetitions = repetitions
    self.definitions = definitions
    let valueCount =
      column.definition == 0 ? count : definitions.count { Int($0) == column.definition }
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

  /// The levels from `position` on, which is moved behind them; none where all are 0, nil where they are
  /// damaged.
  private static func levels(
    upTo highest: Int, _ levels: Levels, _ body: Span<UInt8>, at position: inout Int, count: Int
  ) -> [Int32]? {
    var numbers: [Int32] = []
    let end: Int
    switch levels {
    case .bytes(let byteCount):
      guard 0...body.count - position ~= byteCount else { return nil }
      end = position + byteCount
    case .runs:
      if highest == 0 { return [] }
      guard let byteCount = body.littleUInt32(at: position),
        byteCount <= body.count - position - 4
      else { return nil }
      position += 4
      end = position + byteCount
    case .packed:
      if highest == 0 { return [] }
      return ParquetNumbers.appendLevels(
        body, at: &position, count: count, bitCount: bitCount(highest), to: &numbers)
        ? numbers : nil
    }
    defer { position = end }
    if highest == 0 { return [] }
    var start = 0
    return ParquetNumbers.appendRuns(
      body.extracting(position..<end), at: &start, count: count, bitCount: bitCount(highest),
      to: &numbers)
      ? numbers : nil
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
