import ContentTypes

/// What stands before and behind the rows of a data file of Stata: its variables, what values stand for,
/// long texts, notes.
///
/// Source: Stata, help dta, 5. The parts of a dataset.
struct StataDictionary {
  private(set) var variables: [StataVariable] = []
  /// By the name of a set of labels, what values stand for.
  private(set) var labelSets: [[UInt8]: [Int: [UInt8]]] = [:]
  /// Long texts by the eight bytes of what refers to them.
  private(set) var longTexts: [UInt64: Range<Int>] = [:]
  /// Texts beside the table, each with the name of the variable to which it belongs, if it does to one.
  private(set) var notes: [(text: [UInt8], name: [UInt8])] = []
  /// Where the rows begin; nil where what stands before them is not as it should be.
  private(set) var dataStart: Int?
  /// Whether all that stands behind the rows is as it should be.
  private(set) var isWhole = false
  private(set) var rowByteCount = 0

  private let header: StataHeader
  private var position: Int

  init(_ header: StataHeader, _ bytes: Span<UInt8>) {
    self.header = header
    position = header.end
    note(text(bytes, header.title), name: [])
    guard readVariables(bytes), readNotes(bytes), take("<data>", bytes) else { return }
    dataStart = position
    let (byteCount, isOver) = rowByteCount.multipliedReportingOverflow(by: header.rowCount)
    guard !isOver, skip(byteCount, bytes), take("</data>", bytes), readLongTexts(bytes) else {
      return
    }
    isWhole = readLabels(bytes)
  }

  /// The text up to the first NUL.
  func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] != 0 { end += 1 }
    return Charset.decode(bytes.extracting(range.lowerBound..<end), as: header.encoding)
  }

  private mutating func note(_ text: [UInt8], name: [UInt8]) {
    if !text.isEmpty { notes.append((text, name)) }
  }

  /// Goes behind a mark; where parts have none, there is nothing to do.
  private mutating func take(_ mark: StaticString, _ bytes: Span<UInt8>) -> Bool {
    guard header.isMarked else { return true }
    guard bytes.begins(with: mark, at: position) else { return false }
    position += mark.utf8CodeUnitCount
    return true
  }

  private mutating func skip(_ count: Int, _ bytes: Span<UInt8>) -> Bool {
    guard let range = bytes.range(at: position, byteCount: count) else { return false }
    position = range.upperBound
    return true
  }

  private mutating func number(_ byteCount: Int, _ bytes: Span<UInt8>) -> Int? {
    guard let number = bytes.integer(at: position, byteCount: byteCount, header.order) else {
      return nil
    }
    position += byteCount
    return number
  }

  private mutating func readVariables(_ bytes: Span<UInt8>) -> Bool {
    if header.isMarked {
      guard take("<map>", bytes), skip(14 * 8, bytes), take("</map><variable_types>", bytes) else {
        return false
      }
    }
    for _ in 0..<header.variableCount {
      guard let number = number(header.typeByteCount, bytes),
        let kind = StataVariable.kind(number, release: header.release)
      else { return false }
      variables.append(StataVariable(kind: kind))
      rowByteCount += variables[variables.count - 1].byteCount
    }
    guard take("</variable_types><varnames>", bytes),
      readTexts(header.nameByteCount, bytes, { $0.name = $1 }),
      take("</varnames><sortlist>", bytes),
      skip(header.sortByteCount * (header.variableCount + 1), bytes),
      take("</sortlist><formats>", bytes),
      readTexts(header.formatByteCount, bytes, { $0.format = $1 }),
      take("</formats><value_label_names>", bytes),
      readTexts(header.nameByteCount, bytes, { $0.labelSet = $1 }),
      take("</value_label_names><variable_labels>", bytes)
    else { return false }
    return readTexts(header.labelByteCount, bytes, { $0.label = $1 })
      && take("</variable_labels>", bytes)
  }

  /// Gives a text of so many bytes to each variable.
  private mutating func readTexts(
    _ byteCount: Int, _ bytes: Span<UInt8>, _ give: (inout StataVariable, [UInt8]) -> Void
  ) -> Bool {
    for index in variables.indices {
      guard let range = bytes.range(at: position, byteCount: byteCount) else { return false }
      give(&variables[index], text(bytes, range))
      position = range.upperBound
    }
    return true
  }

  private mutating func readNotes(_ bytes: Span<UInt8>) -> Bool {
    guard take("<characteristics>", bytes) else { return false }
    guard header.isMarked else { return readPlainNotes(bytes) }
    while take("<ch>", bytes) {
      guard let length = number(4, bytes),
        let range = bytes.range(at: position, byteCount: length)
      else { return false }
      position = range.upperBound
      noteCharacteristic(range, bytes)
      guard take("</ch>", bytes) else { return false }
    }
    return take("</characteristics>", bytes)
  }

  private mutating func readPlainNotes(_ bytes: Span<UInt8>) -> Bool {
    guard header.release >= 105 else { return true }
    while let kind = number(1, bytes), let length = number(header.release >= 110 ? 4 : 2, bytes) {
      if kind == 0, length == 0 { return true }
      guard let range = bytes.range(at: position, byteCount: length) else { return false }
      position = range.upperBound
      noteCharacteristic(range, bytes)
    }
    return false
  }

  /// The name of a variable or that of the table, that of what is told of it, and a text.
  private mutating func noteCharacteristic(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    let length = header.nameByteCount
    guard range.count > 2 * length else { return }
    let name = text(bytes, range.lowerBound..<range.lowerBound + length)
    let isOfVariable = variables.contains { $0.name == name }
    let content = range.lowerBound + 2 * length..<range.upperBound
    note(text(bytes, content), name: isOfVariable ? name : [])
  }

  private mutating func readLongTexts(_ bytes: Span<UInt8>) -> Bool {
    guard header.isMarked else { return true }
    guard take("<strls>", bytes) else { return false }
    while bytes.begins(with: "GSO", at: position) {
      position += 3
      guard let variable = number(4, bytes), let row = number(header.release >= 118 ? 8 : 4, bytes),
        number(1, bytes) != nil, let length = number(4, bytes),
        let range = bytes.range(at: position, byteCount: length)
      else { return false }
      position = range.upperBound
      // Whatever it is said to hold, it is read as a text.
      longTexts[reference(variable, row)] = range
    }
    return take("</strls>", bytes)
  }

  /// What refers to the long text of a variable in a row.
  func reference(_ variable: Int, _ row: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: variable) << 40 ^ UInt64(truncatingIfNeeded: row)
  }

  private mutating func readLabels(_ bytes: Span<UInt8>) -> Bool {
    guard take("<value_labels>", bytes) else { return false }
    while header.isMarked ? take("<lbl>", bytes) : position < bytes.count {
      guard readLabelSet(bytes), take("</lbl>", bytes) else { return false }
    }
    return take("</value_labels></stata_dta>", bytes)
  }

  private mutating func readLabelSet(_ bytes: Span<UInt8>) -> Bool {
    guard number(4, bytes) != nil,
      let name = bytes.range(at: position, byteCount: header.nameByteCount)
    else { return false }
    position = name.upperBound
    guard skip(3, bytes), let count = number(4, bytes), let textByteCount = number(4, bytes),
      let offsets = bytes.range(at: position, byteCount: 4 * count),
      let values = bytes.range(at: offsets.upperBound, byteCount: 4 * count),
      let texts = bytes.range(at: values.upperBound, byteCount: textByteCount)
    else { return false }
    position = texts.upperBound
    let set = text(bytes, name)
    let variable = variables.first { $0.labelSet == set }?.name ?? []
    for index in 0..<count {
      guard
        let offset = bytes.integer(at: offsets.lowerBound + 4 * index, byteCount: 4, header.order),
        let value = bytes.integer(at: values.lowerBound + 4 * index, byteCount: 4, header.order),
        offset < texts.count
      else { return false }
      let label = text(bytes, texts.lowerBound + offset..<texts.upperBound)
      labelSets[set, default: [:]][Int(Int32(truncatingIfNeeded: value))] = label
      note(label, name: variable)
    }
    return true
  }
}
