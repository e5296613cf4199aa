import ScanModel

/// The rows of a data file of Stata.
struct StataTable {
  private let header: StataHeader
  private let dictionary: StataDictionary
  private let daysPerUnit: [Double?]

  /// From here on numbers are missing values.
  ///
  /// Source: Stata, help dta, 5.10 Missing values.
  private enum Limit {
    static let byte = 100
    static let int = 32_740
    static let long = 2_147_483_620
    static let float = Float(bitPattern: 0x7F00_0000)
    static let double = Double(bitPattern: 0x7FE0_0000_0000_0000)
  }

  init(_ header: StataHeader, _ dictionary: StataDictionary) {
    self.header = header
    self.dictionary = dictionary
    daysPerUnit = dictionary.variables.map(\.daysPerUnit)
  }

  /// Pushes all of them; returns whether they are all there.
  func take<Sink: DocumentSink & ~Copyable>(
    from start: Int, of bytes: Span<UInt8>, into sink: inout Sink
  ) -> Bool {
    sink.beginText(at: [])
    var text = TableText(
      columns: dictionary.variables.map { TableText.header($0.name, meaning: $0.label) })
    var position = start
    var rowCount = 0
    while rowCount < header.rowCount, !sink.isCancelled, dictionary.rowByteCount > 0,
      position + dictionary.rowByteCount <= bytes.count
    {
      rowCount += 1
      text.beginRow(rowCount)
      for (index, variable) in dictionary.variables.enumerated() {
        let place = position..<position + variable.byteCount
        position = place.upperBound
        let value = value(index, variable, bytes, place)
        if !value.isEmpty { text.add(value, column: index + 1) }
      }
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
    return rowCount == header.rowCount || dictionary.rowByteCount == 0
  }

  private func value(
    _ index: Int, _ variable: StataVariable, _ bytes: Span<UInt8>, _ place: Range<Int>
  ) -> [UInt8] {
    switch variable.kind {
    case .text: return dictionary.text(bytes, place)
    case .longText: return longText(bytes, place)
    case .alias: return []
    case .byte, .int, .long, .float, .double:
      guard let number = number(variable.kind, bytes, place) else { return [] }
      if let set = dictionary.labelSets[variable.labelSet], let whole = Int(exactly: number),
        let label = set[whole], !label.isEmpty
      {
        return label
      }
      return shown(number, daysPerUnit[index])
    }
  }

  /// Days as 2001-12-31, no times of a day.
  private func shown(_ number: Double, _ daysPerUnit: Double?) -> [UInt8] {
    var text: [UInt8] = []
    if let daysPerUnit {
      text.append(days: number * daysPerUnit, after: CalendarDate.daysTo1960, or: number)
    } else {
      text.append(number: number)
    }
    return text
  }

  private func longText(_ bytes: Span<UInt8>, _ place: Range<Int>) -> [UInt8] {
    let count = header.referenceByteCount
    guard let variable = bytes.integer(at: place.lowerBound, byteCount: count, header.order),
      let row = bytes.integer(
        at: place.lowerBound + count, byteCount: 8 - count, header.order),
      let range = dictionary.longTexts[dictionary.reference(variable, row)]
    else { return [] }
    return dictionary.text(bytes, range)
  }

  /// Nil for a missing value.
  private func number(
    _ kind: StataVariable.Kind, _ bytes: Span<UInt8>, _ place: Range<Int>
  ) -> Double? {
    if kind == .double {
      let bits = bytes.littleEndianBits64(at: place.lowerBound)
      let number = Double(bitPattern: header.order == .little ? bits : bits.byteSwapped)
      return number.isFinite && number < Limit.double ? number : nil
    }
    guard let bits = bytes.integer(at: place.lowerBound, byteCount: place.count, header.order)
    else { return nil }
    switch kind {
    case .float:
      let number = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      return number.isFinite && number < Limit.float ? Double(number) : nil
    case .byte: return whole(Int(Int8(truncatingIfNeeded: bits)), Limit.byte)
    case .int: return whole(Int(Int16(truncatingIfNeeded: bits)), Limit.int)
    default: return whole(Int(Int32(truncatingIfNeeded: bits)), Limit.long)
    }
  }

  private func whole(_ number: Int, _ limit: Int) -> Double? {
    number <= limit ? Double(number) : nil
  }
}
