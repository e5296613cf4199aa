/// A value of an EDIFACT message with what its place in the segment says of it.
///
/// Source: UN/EDIFACT directory D.96A, segments ADR, COM, CTA, DTM, FII, FTX, NAD, PDI, PNA and RFF.
struct EDIFACTValue {
  let characters: [UInt8]
  /// The name of the field; empty where nothing is known.
  let label: [UInt8]

  private init(_ characters: [UInt8], _ label: StaticString = "") {
    self.characters = characters
    self.label = label.withUTF8Buffer { Array($0) }
  }

  private init(_ characters: [UInt8], label: [UInt8]) {
    self.characters = characters
    self.label = label
  }

  /// The values of a segment; what has no place in names and addresses stands alone.
  static func values(of segment: EDIFACTSegment, in bytes: Span<UInt8>) -> [EDIFACTValue] {
    switch segment.tag {
    case "PNA": name(segment, bytes)
    case "NAD": party(segment, bytes)
    case "ADR": address(segment, bytes)
    case "COM": segment.elements.indices.map { communication(segment, $0, bytes) }
    case "CTA": pair(of: segment, named: ("", "naam"), bytes)
    case "FII": pair(of: segment, named: ("rekeningnummer", "naam"), bytes)
    case "PDI":
      [Self(segment.value(0, 0, of: bytes), "geslacht")] + all(of: segment, from: 1, bytes)
    case "DTM": date(segment, bytes)
    case "RFF": reference(segment, bytes)
    case "FTX":
      all(of: segment, from: 0, to: 3, bytes) + [Self(segment.values(3, of: bytes).joined(by: " "))]
        + all(of: segment, from: 4, bytes)
    default: all(of: segment, from: 0, bytes, segment.tag.hasPrefix("UN") ? "kenmerk" : "")
    }
  }

  private static func all(
    of segment: EDIFACTSegment, from first: Int, to end: Int = .max, _ bytes: Span<UInt8>,
    _ label: StaticString = ""
  ) -> [EDIFACTValue] {
    segment.elements.indices.filter { (first..<end).contains($0) }.flatMap { element in
      segment.values(element, of: bytes).map { Self($0, label) }
    }
  }

  /// A segment whose second element holds two values, each with a name of its own.
  private static func pair(
    of segment: EDIFACTSegment, named names: (StaticString, StaticString), _ bytes: Span<UInt8>
  ) -> [EDIFACTValue] {
    [Self(segment.value(1, 1, of: bytes), names.1), Self(segment.value(1, 0, of: bytes), names.0)]
      + segment.values(1, from: 2, of: bytes).map { Self($0) }
      + all(of: segment, from: 0, to: 1, bytes) + all(of: segment, from: 2, bytes)
  }

  /// Components of a name with their qualifiers: 1 is the surname, which goes last.
  private static func name(_ segment: EDIFACTSegment, _ bytes: Span<UInt8>) -> [EDIFACTValue] {
    let parts = segment.elements.indices.dropFirst(4)
    let surnames = parts.filter { segment.value($0, 0, of: bytes) == [UInt8(ascii: "1")] }
    let others = parts.filter { !surnames.contains($0) }
    let name = (others + surnames).map { segment.value($0, 1, of: bytes) }
    return [Self(name.joined(by: " "), "naam")] + all(of: segment, from: 0, to: 4, bytes)
      + parts.flatMap { segment.values($0, from: 2, of: bytes).map { Self($0) } }
  }

  private static func party(_ segment: EDIFACTSegment, _ bytes: Span<UInt8>) -> [EDIFACTValue] {
    let name = segment.values(3, of: bytes).prefix(5)
    let town = [segment.value(7, 0, of: bytes), segment.value(5, 0, of: bytes)].joined(by: " ")
    let street = segment.values(4, of: bytes).joined(by: " ")
    let country = segment.value(8, 0, of: bytes)
    return [
      Self(name.joined(by: " "), "naam"), Self([street, town, country].joined(by: ", "), "adres"),
    ]
      + all(of: segment, from: 0, to: 3, bytes) + all(of: segment, from: 6, to: 7, bytes)
  }

  /// The lines of an address stand behind the code of their format, of one digit.
  private static func address(_ segment: EDIFACTSegment, _ bytes: Span<UInt8>) -> [EDIFACTValue] {
    let lines = segment.elements.indices.dropFirst().flatMap { element in
      let values = segment.values(element, of: bytes)
      return values.dropFirst(values.count > 1 && values[0].count == 1 ? 1 : 0)
    }
    return [Self(lines.joined(by: ", "), "adres")] + all(of: segment, from: 0, to: 1, bytes)
  }

  private static func communication(
    _ segment: EDIFACTSegment, _ element: Int, _ bytes: Span<UInt8>
  ) -> EDIFACTValue {
    let isMail = segment.value(element, 1, of: bytes) == Array("EM".utf8)
    return Self(segment.value(element, 0, of: bytes), isMail ? "email" : "telefoon")
  }

  /// Qualifier 329 is that of a birth date.
  private static func date(_ segment: EDIFACTSegment, _ bytes: Span<UInt8>) -> [EDIFACTValue] {
    let isBirth = segment.value(0, 0, of: bytes) == Array("329".utf8)
    return [Self(segment.value(0, 1, of: bytes), isBirth ? "geboortedatum" : "")]
      + all(of: segment, from: 1, bytes)
  }

  /// A number that its qualifier names: `RFF+BSN:…`.
  private static func reference(
    _ segment: EDIFACTSegment, _ bytes: Span<UInt8>
  ) -> [EDIFACTValue] {
    let name = segment.value(0, 0, of: bytes)
    let number = segment.value(0, 1, of: bytes)
    // `RFF+BSN+…`, as some systems write it.
    guard !number.isEmpty || segment.elements.count < 2 else {
      return [Self(segment.value(1, 0, of: bytes), label: name)]
        + segment.values(1, from: 1, of: bytes).map { Self($0) } + all(of: segment, from: 2, bytes)
    }
    return [Self(number, label: name)] + segment.values(0, from: 2, of: bytes).map { Self($0) }
      + all(of: segment, from: 1, bytes)
  }
}
