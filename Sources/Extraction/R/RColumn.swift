/// The values of an object of R that are shown one below the other.
struct RColumn {
  private enum Unit {
    /// What a number counts from 1970-01-01 on.
    case days, seconds
    /// Whole numbers of eight bytes.
    case wide
  }

  /// Its name, and what it is said to mean.
  let header: [UInt8]
  let count: Int
  private let content: RObject.Content
  private let unit: Unit?
  /// What whole numbers from 1 on stand for.
  private let levels: [[UInt8]]
  /// What numbers stand for.
  private let labels: [Double: [UInt8]]

  /// Nil for an object without values.
  init?(_ number: Int, name: [UInt8], _ objects: RObjects, _ bytes: Span<UInt8>) {
    content = objects[number].content
    switch content {
    case .texts(let starts): count = starts.count
    case .integers(let range): count = range.count / 4
    case .doubles(let range): count = range.count / 8
    default: return nil
    }
    let label = objects.attribute("label", of: number).flatMap { objects.texts($0, bytes).first }
    header = TableText.header(name, meaning: label ?? [])
    unit =
      objects.isOfClass("Date", number, bytes)
      ? .days
      : objects.isOfClass("POSIXct", number, bytes)
        ? .seconds : objects.isOfClass("integer64", number, bytes) ? .wide : nil
    levels = objects.attribute("levels", of: number).map { objects.texts($0, bytes) } ?? []
    var labels: [Double: [UInt8]] = [:]
    if let set = objects.attribute("labels", of: number) {
      for (index, name) in objects.names(of: set, bytes).enumerated() {
        if let value = Self.number(index, of: objects[set].content, bytes) { labels[value] = name }
      }
    }
    self.labels = labels
  }

  /// The value in a row from 0 on, as UTF-8; empty for a missing one.
  func value(_ row: Int, _ bytes: Span<UInt8>) -> [UInt8] {
    if case .texts(let starts) = content {
      return starts[row].map { bytes.rText(at: $0) } ?? []
    }
    if unit == .wide, case .doubles(let range) = content {
      let bits = bytes.littleEndianBits64(at: range.lowerBound + 8 * row).byteSwapped
      let number = Int64(bitPattern: bits)
      return number == .min ? [] : Array(String(number).utf8)
    }
    guard let number = Self.number(row, of: content, bytes) else { return [] }
    if !levels.isEmpty, let level = Int(exactly: number), levels.indices.contains(level - 1) {
      return levels[level - 1]
    }
    return labels[number] ?? shown(number)
  }

  /// What no value stands for: what it was before rows were left out.
  func unusedLevels(_ bytes: Span<UInt8>) -> [[UInt8]] {
    guard !levels.isEmpty else { return [] }
    var isUsed = [Bool](repeating: false, count: levels.count)
    for row in 0..<count {
      if let number = Self.number(row, of: content, bytes), let level = Int(exactly: number),
        isUsed.indices.contains(level - 1)
      {
        isUsed[level - 1] = true
      }
    }
    return levels.indices.filter { !isUsed[$0] }.map { levels[$0] }
  }

  /// Days as 2001-12-31, no times of a day.
  private func shown(_ number: Double) -> [UInt8] {
    var text: [UInt8] = []
    switch unit {
    case .days: text.append(days: number, after: CalendarDate.daysTo1970, or: number)
    case .seconds: text.append(days: number / 86_400, after: CalendarDate.daysTo1970, or: number)
    case .wide, nil: text.append(number: number)
    }
    return text
  }

  /// Nil for a missing value.
  private static func number(
    _ row: Int, of content: RObject.Content, _ bytes: Span<UInt8>
  ) -> Double? {
    switch content {
    case .integers(let range):
      guard 4 * row < range.count else { return nil }
      let number = Int32(truncatingIfNeeded: bytes.bigEndian32(at: range.lowerBound + 4 * row))
      return number == .min ? nil : Double(number)
    case .doubles(let range):
      guard 8 * row < range.count else { return nil }
      let number = bytes.rDouble(at: range.lowerBound + 8 * row)
      return number.isFinite ? number : nil
    default: return nil
    }
  }
}
