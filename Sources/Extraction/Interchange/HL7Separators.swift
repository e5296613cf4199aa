/// The bytes that part the values of an HL7 message, as its first segment tells them.
///
/// Source: HL7 2.4, 2.7 and 2.16.9: the field separator stands behind `MSH`, the others in the field
/// behind it.
struct HL7Separators {
  let field: UInt8
  let component: UInt8
  let repetition: UInt8
  /// Nil where the message has none.
  let escape: UInt8?
  let subcomponent: UInt8?

  /// Of a segment that tells them; nil of any other.
  init?(_ segment: Span<UInt8>) {
    let names: [StaticString] = ["MSH", "FHS", "BHS"]
    guard segment.count > 6, names.contains(where: { segment.hasPrefix($0, at: 0) }) else {
      return nil
    }
    let field = segment[3]
    var others: [UInt8] = []
    for position in 4..<min(8, segment.count) where segment[position] != field {
      others.append(segment[position])
      if position + 1 < segment.count, segment[position + 1] == field { break }
    }
    guard others.count >= 2, ([field] + others).allSatisfy(\.isMark)
    else { return nil }
    self.field = field
    component = others[0]
    repetition = others[1]
    escape = others.count > 2 ? others[2] : nil
    subcomponent = others.count > 3 ? others[3] : nil
  }
}

extension UInt8 {
  /// Whether it may part values: ASCII, and no letter or digit.
  var isMark: Bool { self < 0x80 && !isLetterOrDigit }
}
