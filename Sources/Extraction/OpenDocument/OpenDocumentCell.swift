/// A cell of a sheet while it is read: what it shows, and the value behind that.
struct OpenDocumentCell {
  /// What kind of value the cell holds.
  private enum Kind {
    case text, number, date
  }

  /// The bytes of a cell that are kept.
  private static let byteLimit = 16 << 20

  private(set) var text: [UInt8] = []
  /// How many columns have this cell, one after the other.
  private(set) var columnCount = 1
  /// The formula, if there is one.
  private(set) var formula: [UInt8] = []
  private var kind = Kind.text
  private var value: [UInt8] = []
  private var isAtParagraphStart = false
  private let references = MarkupReferences(isHTML: false)
  /// Whether bytes were left out.
  private(set) var isCut = false

  /// Begins a cell with the attributes of `tag`.
  mutating func begin(_ tag: XMLElement, in bytes: Span<UInt8>) {
    text.removeAll(keepingCapacity: true)
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    columnCount = 1
    kind = .text
    isAtParagraphStart = false
    var attributes = tag.attributeList()
    while let attribute = attributes.next(in: bytes) {
      switch OpenDocumentAttribute.of(bytes, attribute.name) {
      case .value, .dateValue, .stringValue:
        value.removeAll(keepingCapacity: true)
        references.append(bytes, attribute.value, to: &value)
      case .formula: references.append(bytes, attribute.value, to: &formula)
      case .columnsRepeated:
        columnCount = bytes.count(in: attribute.value, upTo: OpenDocumentSheet.columnLimit)
      case .valueType:
        if bytes.begins(with: "date", at: attribute.value.lowerBound) {
          kind = .date
        } else if bytes.begins(with: "float", at: attribute.value.lowerBound)
          || bytes.begins(with: "currency", at: attribute.value.lowerBound)
        {
          kind = .number
        }
      default: continue
      }
    }
  }

  /// Begins a paragraph: all but the first one begin a line.
  mutating func beginParagraph() {
    isAtParagraphStart = !text.isEmpty
  }

  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    guard text.count < Self.byteLimit else { return isCut = true }
    breakLineIfDue()
    text.append(bytes, range)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    guard text.count < Self.byteLimit else { return isCut = true }
    breakLineIfDue()
    text.append(scalar)
  }

  private mutating func breakLineIfDue() {
    if isAtParagraphStart { text.append(UInt8(ascii: "\n")) }
    isAtParagraphStart = false
  }

  /// Ends the cell, whose text then also holds its value where that shows more.
  mutating func end() {
    guard !value.isEmpty else { return }
    if kind == .number { writeOut() }
    if text.isEmpty {
      text = value
    } else if showsLess {
      text.append(0x20)
      text += value
    }
  }

  /// Writes a whole number with all its digits and nothing else.
  private mutating func writeOut() {
    if let plain = CellNumber().text(of: value.span, .general) { value = plain }
    guard let point = value.lastIndex(of: UInt8(ascii: ".")) else { return }
    if value[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }) {
      value.removeSubrange(point...)
    }
  }

  /// Whether the value has digits that the text lacks: those of a number shown with an exponent or
  /// as `###`, the year of a date.
  private var showsLess: Bool {
    switch kind {
    case .text: return false
    case .number:
      guard value.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }) else { return false }
      return !text.span.shows(digitsOf: value.span)
    case .date:
      let year = value.prefix(4)
      guard year.count == 4, year.allSatisfy(\.isDigit) else { return false }
      for start in 0..<max(text.count - 3, 0) where text[start..<start + 4] == year {
        return false
      }
      return true
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}

extension Span<UInt8> {
  /// Whether the digits are those of `value`, but for zeros at both ends.
  fileprivate func shows(digitsOf value: Span<UInt8>) -> Bool {
    var position = firstSignificant
    var start = value.firstSignificant
    while start < value.count {
      if value[start].isDigit {
        while position < count, !self[position].isDigit { position += 1 }
        guard position < count, self[position] == value[start] else { return false }
        position += 1
      }
      start += 1
    }
    while position < count {
      if self[position].isDigit, self[position] != UInt8(ascii: "0") { return false }
      position += 1
    }
    return true
  }

  /// The position of the first digit that is not 0, or the end.
  private var firstSignificant: Int {
    var position = 0
    while position < count, !self[position].isDigit || self[position] == UInt8(ascii: "0") {
      position += 1
    }
    return position
  }
}
