internal import ScanModel

/// Writes JSON, member by member, in the order given.
///
/// Objects and arrays are opened and closed by closures, so that they always match; the caller
/// sees to keys inside objects and none inside arrays. Every text comes out as ASCII escapes where
/// a reader or a terminal could be deceived: controls, bidirectional marks, U+2028, U+2029.
package struct JSONText {
  /// A place where something is still to come.
  struct Gap {
    let offset: Int
    let content: FindingForm.Content
  }

  package private(set) var bytes: [UInt8] = []
  private(set) var gaps: [Gap] = []
  private var needsComma = false

  package init() {}

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    gaps.removeAll()
    needsComma = false
  }

  /// Ends a line of NDJSON.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Values

  package mutating func object(_ members: (inout JSONText) -> Void) {
    nest("{", "}", members)
  }

  package mutating func array(_ elements: (inout JSONText) -> Void) {
    nest("[", "]", elements)
  }

  package mutating func value(_ text: String) {
    separate()
    append(quoted: text)
    needsComma = true
  }

  package mutating func value(_ number: Int) {
    separate()
    bytes.append(decimal: number)
    needsComma = true
  }

  /// A number that is not finite becomes null.
  package mutating func value(_ number: Double) {
    raw(number.isFinite ? "\(number)" : "null")
  }

  package mutating func value(_ flag: Bool) {
    raw(flag ? "true" : "false")
  }

  package mutating func null() {
    raw("null")
  }

  // MARK: Members

  package mutating func key(_ name: StaticString) {
    let needsComma = needsComma
    name.withUTF8Buffer { name in
      bytes.append(addingCapacity: name.count + 4) { output in
        if needsComma { output.append(UInt8(ascii: ",")) }
        output.append(UInt8(ascii: "\""))
        for byte in name { output.append(byte) }
        output.append(UInt8(ascii: "\""))
        output.append(UInt8(ascii: ":"))
      }
    }
    self.needsComma = false
  }

  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ number: Double) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  package mutating func object(_ name: StaticString, _ members: (inout JSONText) -> Void) {
    key(name)
    object(members)
  }

  package mutating func array(_ name: StaticString, _ elements: (inout JSONText) -> Void) {
    key(name)
    array(elements)
  }

  /// Counts by their code, ordered by code.
  package mutating func member(_ name: StaticString, counts: [String: Int]) {
    object(name) { json in
      for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
        json.value(code)
        json.bytes.append(UInt8(ascii: ":"))
        json.bytes.append(decimal: count)
      }
    }
  }

  /// Members that `write` appends, without the braces around them.
  mutating func members(_ write: (inout [UInt8]) -> Void) {
    separate()
    write(&bytes)
    needsComma = true
  }

  // MARK: Gaps

  /// A text of several parts; `write` gives them by `part` and `gap`.
  mutating func text(_ name: StaticString, _ write: (inout JSONText) -> Void) {
    key(name)
    bytes.append(UInt8(ascii: "\""))
    write(&self)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func part(_ text: String) {
    bytes.append(escapedInJSON: text.utf8.span)
  }

  /// Leaves a gap, for a number or a part of a text.
  mutating func gap(_ content: FindingForm.Content) {
    gaps.append(Gap(offset: bytes.count, content: content))
    needsComma = true
  }

  // MARK: Bytes

  private mutating func nest(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ content: (inout JSONText) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: opening))
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
    bytes.append(escapedInJSON: text.utf8.span)
    bytes.append(UInt8(ascii: "\""))
  }
}
