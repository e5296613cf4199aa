/// A column of a Parquet file: its name, how deep it lies, and how its values are written.
///
/// Source: parquet.thrift and LogicalTypes.md of Apache Parquet.
struct ParquetColumn {
  /// How values lie in the file.
  enum Physical: Int {
    case boolean = 0
    case int32, int64, int96, float, double, byteArray, fixed

    /// The bytes of a value; nil for those that say it themselves.
    func byteCount(fixed: Int) -> Int? {
      switch self {
      case .boolean: 1
      case .int32, .float: 4
      case .int64, .double: 8
      case .int96: 12
      case .byteArray: nil
      case .fixed: fixed
      }
    }
  }

  /// What values stand for.
  enum Meaning {
    case asWritten, text, unsigned, day, uuid
    /// So many units of time from 1970 on.
    case time(unitsPerDay: Double)
    case decimal(scale: Int)
    /// What nobody reads as text: half floats and shapes.
    case unread
  }

  /// The names on the way to it, without those that only make lists and maps.
  let name: [UInt8]
  let physical: Physical
  let meaning: Meaning
  /// The bytes of a value of fixed length.
  let fixedByteCount: Int
  /// From which levels on a value is there, and is the next of one row.
  let definition: Int
  let repetition: Int

  /// Nil for an element that is none, or whose values nobody knows.
  init?(
    _ element: ThriftStructure, path: [[UInt8]], definition: Int, repetition: Int
  ) {
    guard let physical = element.integer(1).flatMap({ Physical(rawValue: $0) }) else { return nil }
    let fixedByteCount = element.integer(2) ?? 0
    if physical == .fixed, !(1...1 << 20 ~= fixedByteCount) { return nil }
    self.physical = physical
    self.fixedByteCount = fixedByteCount
    meaning = Self.meaning(of: element, physical)
    name = Self.name(path)
    self.definition = definition
    self.repetition = repetition
  }

  private static let namesOfLists = [
    "list", "element", "item", "array", "bag", "array_element", "key_value",
  ]
  .map { Array($0.utf8) }

  private static func name(_ path: [[UInt8]]) -> [UInt8] {
    var name = path.first ?? []
    for part in path.dropFirst() where !namesOfLists.contains(part) {
      name += [UInt8(ascii: ".")] + part
    }
    return name
  }

  private static func meaning(of element: ThriftStructure, _ physical: Physical) -> Meaning {
    if let logical = element.structure(10), let choice = logical.choice {
      switch choice {
      case 1, 4, 12: return .text
      case 5: return .decimal(scale: logical.structure(5)?.integer(1) ?? 0)
      case 6: return .day
      case 8:
        switch logical.structure(8)?.structure(2)?.choice {
        case 1: return .time(unitsPerDay: 86_400e3)
        case 2: return .time(unitsPerDay: 86_400e6)
        default: return .time(unitsPerDay: 86_400e9)
        }
      case 10: return logical.structure(10)?.boolean(2) == false ? .unsigned : .asWritten
      case 14: return .uuid
      case 15, 17, 18: return .unread
      default: return .asWritten
      }
    }
    switch element.integer(6) {
    case 0, 4, 19: return .text
    case 5: return .decimal(scale: element.integer(7) ?? 0)
    case 6: return .day
    case 9: return .time(unitsPerDay: 86_400e3)
    case 10: return .time(unitsPerDay: 86_400e6)
    case 11, 12, 13, 14: return .unsigned
    default: return .asWritten
    }
  }
}
