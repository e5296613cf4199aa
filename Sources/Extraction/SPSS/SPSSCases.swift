import ScanModel

/// The cases of a data file of SPSS: the rows of its table.
struct SPSSCases {
  /// From here on a number is no code of an answer, and shown as it is, whatever it stands for.
  private static let codeLimit = 100_000.0

  private let header: SPSSHeader
  private let dictionary: SPSSDictionary
  private var rowCount = 0
  /// Whether the last case broke off.
  private var isCut = false

  init(_ header: SPSSHeader, _ dictionary: SPSSDictionary) {
    self.header = header
    self.dictionary = dictionary
  }

  /// Whether there were as many cases as the file says, and no half one.
  var isWhole: Bool { !isCut && (header.caseCount ?? rowCount) <= rowCount }

  /// Pushes all of them.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ units: inout SPSSUnits, of bytes: Span<UInt8>, into sink: inout Sink
  ) {
    sink.beginText(at: [])
    var text = TableText(
      columns: dictionary.variables.map { TableText.header($0.name, meaning: $0.label) })
    while !sink.isCancelled, rowCount < header.caseCount ?? .max {
      guard takeCase(&units, of: bytes, into: &text) else { break }
      rowCount += 1
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
  }

  /// False where there is no whole case any more.
  private mutating func takeCase(
    _ units: inout SPSSUnits, of bytes: Span<UInt8>, into text: inout TableText
  ) -> Bool {
    for (index, variable) in dictionary.variables.enumerated() {
      guard let value = value(of: variable, &units, bytes) else {
        isCut = index > 0
        return false
      }
      if index == 0 { text.beginRow(rowCount + 1) }
      if !value.isEmpty { text.add(value, column: index + 1) }
    }
    return true
  }

  private func value(
    of variable: SPSSVariable, _ units: inout SPSSUnits, _ bytes: Span<UInt8>
  ) -> [UInt8]? {
    if variable.isNumeric {
      guard let bits = units.next(bytes) else { return nil }
      let number = SPSSNumber.double(bits, header.order)
      if number.magnitude < Self.codeLimit, let set = variable.labelSet,
        let label = dictionary.labelSets[set][bits], !label.isEmpty
      {
        return label
      }
      var text: [UInt8] = []
      SPSSNumber.append(number, format: variable.format, to: &text)
      return text
    }
    var text: [UInt8] = []
    for (index, width) in variable.widths.enumerated() {
      for _ in 0..<SPSSVariable.unitCount(ofWidth: width) {
        guard let unit = units.next(bytes) else { return nil }
        for shift in 0..<8 { text.append(UInt8(truncatingIfNeeded: unit >> (8 * shift))) }
      }
      // Of the 256 bytes that a piece takes one belongs to no text.
      if index < variable.widths.count - 1 { text.removeLast() }
    }
    return dictionary.decoded(text.span, text.indices)
  }
}
