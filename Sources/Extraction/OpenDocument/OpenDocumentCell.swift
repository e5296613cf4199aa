/// A cell of a sheet while it is read: what it shows, and the value behind that.
struct OpenDocumentCell {
  /// What kind of value the cell holds.
  private enum Kind {
    case text, number, date
  }

  /// The bytes of a cell that are kept.
  private static let byteLimit = 16 << 20

  private(set) var text: [UInt8] = []
  private var kind = Kind.text
  private var value: [UInt8] = []
  private var isAtParagraphStart = false
  /// Whether bytes were left out.
  private(set) var isCut = false

  /// Begins a cell with the attributes of `tag`.
  mutating func begin(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>) {
    text.removeAll(keepingCapacity: true)
    value.removeAll(keepingCapacity: true)
    kind = .text
    isAtParagraphStart = false
    for attribute in tag.attributes {
      switch OpenDocumentAttribute.of(bytes, attribute.name) {
      case .value: value = bytes.decoded(attribute.value)
      case .dateValue, .stringValue: value = bytes.decoded(attribute.value)
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
    if text.isEmpty {
      text = value
    } else if showsLess {
      text.append(0x20)
      text += value
    }
  }

  /// Whether the value has digits that the text lacks: those of a number shown with an exponent or
  /// as `###`, the year of a date.
  private var showsLess: Bool {
    switch kind {
    case .text: return false
    case .number:
      guard value.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }) else {
        return value.contains(UInt8(ascii: "E"))
      }
      let digits = value.significantDigits
      let shown = text.significantDigits
      return !shown.starts(with: digits)
        || !shown.dropFirst(digits.count).allSatisfy { $0 == UInt8(ascii: "0") }
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

extension [UInt8] {
  /// The digits without zeros at their start.
  fileprivate var significantDigits: [UInt8] {
    Array(filter(\.isDigit).drop { $0 == UInt8(ascii: "0") })
  }
}
