import ContentTypes

/// What the records before the data of a file of SPSS say: its variables, what values stand for, notes.
///
/// Source: PSPP developers guide, System File Format.
struct SPSSDictionary {
  private(set) var variables: [SPSSVariable] = []
  /// What values stand for, by their eight bytes.
  private(set) var labelSets: [[UInt64: [UInt8]]] = []
  /// Texts beside the table, each with the name of the variable to which it belongs, if it does to one.
  private(set) var notes: [(text: [UInt8], name: [UInt8])] = []
  /// How texts are encoded; nil where the file does not say.
  private(set) var encoding: TextEncoding?
  /// Where the data begins; nil where the dictionary does not end as it should.
  private(set) var dataStart: Int?

  init(_ header: SPSSHeader, _ bytes: Span<UInt8>) {
    var records = SPSSRecords(header.order)
    if records.read(bytes) { dataStart = records.position }
    encoding = records.encoding
    variables = records.variables
    for (index, label) in records.variableLabels { variables[index].label = decoded(bytes, label) }
    joinLongStrings(records.pairs(bytes, records.longStrings))
    nameVariables(records.pairs(bytes, records.longNames))
    note(bytes, header.label)
    for range in records.notes { note(bytes, range) }
    for (labels, owners) in records.labelSets { add(bytes, labels, owners) }
    for label in records.longLabels { note(bytes, label.text, of: decoded(bytes, label.name)) }
    variables.removeAll(where: \.widths.isEmpty)
  }

  /// The text of a value or name, without the spaces and NULs that fill it up.
  func decoded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    Charset.decode(bytes.extracting(bytes.withoutFill(range)), as: encoding)
  }

  private mutating func note(_ bytes: Span<UInt8>, _ range: Range<Int>, of name: [UInt8] = []) {
    let text = decoded(bytes, range)
    if !text.isEmpty { notes.append((text, name)) }
  }

  /// Makes one variable of those that hold the pieces of a string of more than 255 bytes.
  private mutating func joinLongStrings(_ pairs: [(name: [UInt8], value: [UInt8])]) {
    var indexes: [[UInt8]: Int] = [:]
    for index in variables.indices { indexes[variables[index].shortName] = index }
    for (name, value) in pairs {
      let digits = value.filter { $0 &- 0x30 < 10 }.prefix(9)
      guard let width = Int(String(decoding: digits, as: UTF8.self)), width > 255,
        let first = indexes[name], variables[first].widths.count == 1, !variables[first].isNumeric
      else { continue }
      let pieces = first + 1..<first + (width + 251) / 252
      guard pieces.upperBound <= variables.count, variables[pieces.lowerBound].widths.count == 1
      else {
        continue
      }
      variables[first].widths += variables[pieces].flatMap(\.widths)
      for index in pieces { variables[index].widths = [] }
    }
  }

  private mutating func nameVariables(_ pairs: [(name: [UInt8], value: [UInt8])]) {
    var names: [[UInt8]: [UInt8]] = [:]
    for (short, long) in pairs { names[short] = Charset.decode(long.span, as: encoding) }
    for index in variables.indices {
      if let name = names[variables[index].shortName] { variables[index].name = name }
    }
  }

  private mutating func add(
    _ bytes: Span<UInt8>, _ labels: [(value: UInt64, text: Range<Int>)], _ owners: [Int]
  ) {
    var texts: [UInt64: [UInt8]] = [:]
    let name = owners.first.map { variables[$0].name } ?? []
    for (value, range) in labels {
      texts[value] = decoded(bytes, range)
      note(bytes, range, of: name)
    }
    for owner in owners { variables[owner].labelSet = labelSets.count }
    labelSets.append(texts)
  }
}
