import ScanModel

/// What becomes of keys and values: a name, a field, or both.
extension JSONScanner {
  /// Begins a key or value at the current line.
  mutating func beginToken() {
    resolveKey()
    let isKey = path.isInObject && path.expected != .value
    token.role = isKey ? .key : .value
    token.row = line
    if !token.name.isEmpty { token.name.removeAll(keepingCapacity: true) }
    token.isIdentifier = true
    token.isNameOfColumns = false
    token.mayNameColumn = path.mayNameColumns
    guard !isKey else { return }
    // The strings of an array may be the lines of one text, as in notebooks.
    if path.isBehindElement { text.continueText() }
    text.beginField(label: path.label(in: &text), row: line)
  }

  /// Takes the next part of the key or value.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if token.role == .key {
      guard token.name.count + range.count > TreeNames.byteLimit else {
        token.name.append(bytes, range)
        return
      }
      token.role = .longKey
      text.beginField(label: path.containerLabel(in: &text), row: token.row)
      text.append(token.name)
    }
    text.append(bytes, range)
    if token.mayNameColumn { token.appendToColumnName(bytes, range) }
  }

  /// Ends the key or value.
  mutating func endToken() {
    switch token.role {
    case .key: endKey()
    case .longKey:
      text.endField()
      path.setKey(TreeNames.unusual)
    case .value:
      text.endField()
      text.readEmbeddedText()
      path.expected = .separator
      if token.mayNameColumn { path.addColumn(columnName) }
    }
    place = .between
  }

  /// Ends a value that was the beginning of a call: the argument is the value proper.
  mutating func endCallee() {
    text.endField()
    isInCall = true
    place = .between
  }

  /// Makes a field of a key that turned out to be none.
  mutating func resolveKey(isAtEnd: Bool = false) {
    guard token.isPendingKey else { return }
    token.isPendingKey = false
    if !isAtEnd { isMalformed = true }
    addKeyAsField()
  }

  private mutating func endKey() {
    let name = token.name
    let number = text.names.number(of: name.span, name.indices)
    token.isNameOfColumns = JSONToken.namesColumns(name.span, name.indices)
    if number == TreeNames.unusual {
      addKeyAsField()
    } else {
      token.isPendingKey = true
    }
    path.setKey(number)
  }

  private mutating func addKeyAsField() {
    let label = path.containerLabel(in: &text)
    let name = token.name
    text.addField(name.span, name.indices, label: label, row: token.row)
  }

  /// The number of the value as the name of a column, nil where it does not look like one.
  private var columnName: Int32? {
    mutating get {
      let name = token.name
      guard case .string = place, name.contains(where: \.isLetter) else { return nil }
      let number = text.names.number(of: name.span, name.indices)
      return number == TreeNames.unusual ? nil : number
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter or part of a character beyond ASCII.
  fileprivate var isLetter: Bool { self >= 0x80 || (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
