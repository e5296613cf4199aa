/// A run of cells of one row that hold one letter or digit each, such as the boxes of a form.
///
/// Its columns are neighbours, or stand at one distance from each other as merged cells do.
struct CellRun {
  /// The cells that are one value.
  static let valueCounts = 8...64
  /// The distance of two cells at most.
  private static let stepLimit = 16

  private(set) var count = 0
  private var lastColumn = 0
  private var step = 0

  /// Whether the cells so far are one value.
  var isValue: Bool { Self.valueCounts.contains(count) }

  /// Adds a cell; returns how many cells at the front no longer belong to the run.
  mutating func add(column: Int) -> Int {
    let distance = column - lastColumn
    let isNear = count > 0 && 1...Self.stepLimit ~= distance
    lastColumn = column
    if isNear, count == 1 || distance == step, count < Self.valueCounts.upperBound {
      step = distance
      count += 1
      return 0
    }
    // A letter that stands before the boxes at another distance is none of them.
    let keptCount = isNear && !isValue ? 1 : 0
    let droppedCount = count - keptCount
    step = distance
    count = keptCount + 1
    return droppedCount
  }

  mutating func removeAll() {
    count = 0
  }
}

extension Sequence<UInt8> {
  /// Whether all are the same letter, as crosses in a list are.
  var areOneLetter: Bool {
    var letter: UInt8?
    return allSatisfy { byte in
      defer { letter = byte }
      return byte >= UInt8(ascii: "A") && byte == letter ?? byte
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter or digit.
  var isLetterOrDigit: Bool {
    self &- UInt8(ascii: "0") < 10 || (self | 0x20) &- UInt8(ascii: "a") < 26
  }
}
