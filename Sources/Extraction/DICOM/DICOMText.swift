import ContentTypes
import ScanModel

/// The text of a data set: its values, each with the name of its attribute.
struct DICOMText {
  private var text = DocumentText()
  /// Whether letters stood in a character set that is not known.
  private(set) var isMisread = false

  /// Adds the values of an element, named by `label`.
  mutating func add(
    _ value: Span<UInt8>, _ reading: DICOMForm.Reading, _ charset: DICOMCharset, label: [UInt8]
  ) {
    switch reading {
    case .name, .texts: addTexts(value, charset, areNames: reading == .name, label: label)
    case .text: add(decoded(value, charset)[...], label: label)
    case .date: addDates(value, label: label)
    case .integer: addTexts(value, .plain, areNames: false, label: label)
    case .sequence, .bytes, .none: break
    }
  }

  /// Adds the number of a patient, with who gives out such numbers as HL7 writes it.
  mutating func add(number: Span<UInt8>, of issuer: Span<UInt8>, label: [UInt8]) {
    var number = Self.trimmed(Charset.decode(number, as: nil)[...])
    number += Array("^^^".utf8) + Self.trimmed(Charset.decode(issuer, as: nil)[...])
    add(number, label: label)
  }

  mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    text.pushIfDue(into: &sink)
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    text.finish(into: &sink)
  }

  private mutating func addTexts(
    _ value: Span<UInt8>, _ charset: DICOMCharset, areNames: Bool, label: [UInt8]
  ) {
    for value in decoded(value, charset).split(separator: UInt8(ascii: "\\")) {
      guard areNames else {
        add(value, label: label)
        continue
      }
      // As in letters, as in ideographs, as it is spoken.
      for group in value.split(separator: UInt8(ascii: "=")) {
        add(Self.name(of: group)[...], label: label)
      }
    }
  }

  /// The surname, and behind a comma the rest as it stands: given and middle names, prefix, suffix.
  private static func name(of components: ArraySlice<UInt8>) -> [UInt8] {
    let parts = components.split(
      separator: UInt8(ascii: "^"), omittingEmptySubsequences: false
    ).map(trimmed)
    let rest = Array(parts.dropFirst().filter { !$0.isEmpty }.joined(separator: " ".utf8))
    guard let surname = parts.first, !surname.isEmpty else { return rest }
    return rest.isEmpty ? surname : surname + Array(", ".utf8) + rest
  }

  /// Days as 2001-12-31, as far as they are whole; the time of a day tells nothing of a person.
  private mutating func addDates(_ value: Span<UInt8>, label: [UInt8]) {
    let dash = UInt8(ascii: "-")
    for value in Charset.decode(value, as: nil).split(separator: UInt8(ascii: "\\")) {
      let value = Self.trimmed(value)
      let digits = value.prefix(8)
      guard digits.count == 8, digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
        add(value[...], label: label)
        continue
      }
      add(digits[..<4] + [dash] + digits[4..<6] + [dash] + digits[6...], label: label)
    }
  }

  private mutating func decoded(_ value: Span<UInt8>, _ charset: DICOMCharset) -> [UInt8] {
    if charset.isUnknown, value.asciiEnd(from: 0) < value.count { isMisread = true }
    return charset.decode(value)
  }

  private mutating func add(_ value: some Collection<UInt8>, label: [UInt8]) {
    let value = Self.trimmed(Array(value)[...])
    if !value.isEmpty { text.add(value, named: label) }
  }

  /// Without the spaces and NULs that fill a value up.
  private static func trimmed(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = value.firstIndex(where: { !isFiller($0) }),
      let last = value.lastIndex(where: { !isFiller($0) })
    else { return [] }
    return Array(value[first...last])
  }

  private static func isFiller(_ byte: UInt8) -> Bool { byte == 0 || byte == UInt8(ascii: " ") }
}
