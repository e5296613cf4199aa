internal import ScanModel

/// Writes JSON, member by member, in the order given.
///
/// Objects and arrays are opened and closed by closures, so that they always match; the caller
/// sees to keys inside objects and none inside arrays. Every text comes out as ASCII escapes where
/// a reader or a terminal could be deceived: controls, bidirectional marks, U+2028, U+2029.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends a line of NDJSON.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Values

  mutating func object(_ members: (inout JSONText) -> Void) {
    nest("{", "}", members)
  }

  mutating func array(_ elements: (inout JSONText) -> Void) {
    nest("[", "]", elements)
  }

  mutating func value(_ text: String) {
    separate()
    append(quoted: text)
  }

  mutating func value(_ number: Int) {
    raw(String(number))
  }

  /// A number that is not finite becomes null.
  mutating func value(_ number: Double) {
    raw(number.isFinite ? "\(number)" : "null")
  }

  mutating func value(_ flag: Bool) {
    raw(flag ? "true" : "false")
  }

  mutating func null() {
    raw("null")
  }

  // MARK: Members

  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\":".utf8)
    needsComma = false
  }

  mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  mutating func member(_ name: StaticString, _ number: Double) {
    key(name)
    value(number)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  mutating func object(_ name: StaticString, _ members: (inout JSONText) -> Void) {
    key(name)
    object(members)
  }

  mutating func array(_ name: StaticString, _ elements: (inout JSONText) -> Void) {
    key(name)
    array(elements)
  }

  /// Counts by their code, ordered by code.
  mutating func member(_ name: StaticString, counts: [String: Int]) {
    object(name) { json in
      for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
        json.separate()
        json.append(quoted: code)
        json.bytes.append(UInt8(ascii: ":"))
        json.bytes.append(contentsOf: String(count).utf8)
        json.needsComma = true
      }
    }
  }

  // MARK: Bytes

  private mutating func nest(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ content: (inout JSONText) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    content(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(\.isPlainInJSON) {
      bytes.append(contentsOf: text.utf8)
    } else {
      append(escaping: text)
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func append(escaping text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case _ where scalar.isDeceptive:
        for unit in String(scalar).utf16 { append(escaped: unit) }
      case _ where scalar.isASCII: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  private mutating func append(escaped unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}

extension UInt8 {
  /// Whether the byte stands for itself in a JSON text: ASCII without controls, `"` and `\`.
  fileprivate var isPlainInJSON: Bool {
    (0x20..<0x7F).contains(self) && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
