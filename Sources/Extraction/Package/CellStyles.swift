/// The formats of cells by the number of their style.
struct CellStyles: PartContent {
  private var formats: [Int: CellFormat] = [:]
  private var styles: [CellFormat] = []
  private var isInCellFormats = false

  subscript(style: Int) -> CellFormat {
    styles.indices.contains(style) ? styles[style] : .general
  }

  mutating func addFormat(_ number: Int, code: [UInt8]) {
    if formats.count < 10_000, code.count <= 1024 { formats[number] = CellFormat(code: code) }
  }

  mutating func addStyle(formatNumber number: Int) {
    if styles.count < 100_000 { styles.append(formats[number] ?? CellFormat(builtIn: number)) }
  }

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    switch element.name {
    case .numFmt:
      guard let number = element.number(of: .numFmtId, in: bytes),
        let code = element.value(of: .formatCode, in: bytes)
      else { return }
      addFormat(number, code: code)
    case .cellXfs: isInCellFormats = true
    case .xf:
      if isInCellFormats { addStyle(formatNumber: element.number(of: .numFmtId, in: bytes) ?? 0) }
    default: break
    }
  }

  mutating func end(_ name: OfficeName) {
    if name == .cellXfs { isInCellFormats = false }
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}
  mutating func take(_ scalar: Unicode.Scalar) {}
}

extension XMLElement {
  /// The value of an attribute that is a whole number of at most nine digits.
  func number(of name: OfficeName, in bytes: Span<UInt8>) -> Int? {
    var list = attributeList()
    while let attribute = list.next(in: bytes) {
      guard OfficeNames.all.name(in: bytes, attribute.name) == name else { continue }
      if let number = bytes.wholeNumber(attribute.value) { return number }
      let digits = bytes.unescaped(attribute.value)
      return digits.span.wholeNumber(digits.indices)
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The number of at most nine digits in `range`.
  @inline(__always)
  func wholeNumber(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 9 else { return nil }
    var number = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }
}
