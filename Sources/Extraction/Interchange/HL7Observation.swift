/// What a segment `OBX` says of its value.
struct HL7Observation {
  /// The type of the value, such as `XPN` or `ED`.
  private(set) var type = ""
  /// What was observed, as a name of a field.
  private(set) var name: [UInt8] = []

  mutating func readType(_ field: Span<UInt8>) {
    guard field.count <= 3 else { return }
    type = String(decoding: field.indices.map { field[$0] }, as: UTF8.self)
  }

  /// Reads an identifier: the text of a code, or the code where it has none.
  mutating func readName(_ field: Span<UInt8>, _ value: HL7Value) {
    var value = value
    name = value.take(1, of: field)
    if name.isEmpty { name = value.take(0, of: field) }
  }
}
