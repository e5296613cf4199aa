/// What names of glyphs stand for.
enum GlyphNames {
  /// The first character that a glyph of this name shows; nil where the name says nothing.
  static func scalar(of name: [UInt8]) -> UInt32? { scalars(of: name).first }

  /// The characters that a glyph of this name shows; none where the name says nothing.
  ///
  /// Source: Adobe Glyph List Specification, 2.
  static func scalars(of name: [UInt8]) -> [UInt32] {
    guard name.count <= 128 else { return [] }
    let base = name.prefix { $0 != UInt8(ascii: ".") }
    var scalars: [UInt32] = []
    for component in base.split(separator: UInt8(ascii: "_")) {
      let found = characters(of: Array(component))
      if found.isEmpty { return listed(Array(base)) }
      scalars += found
    }
    return scalars
  }

  private static func characters(of name: [UInt8]) -> [UInt32] {
    let found = listed(name)
    if !found.isEmpty { return found }
    if name.starts(with: "uni".utf8), name.count >= 7, (name.count - 3) % 4 == 0 {
      var scalars: [UInt32] = []
      for start in stride(from: 3, to: name.count, by: 4) {
        guard let value = hex(name[start..<start + 4]) else { return [] }
        scalars.append(value)
      }
      return scalars
    }
    if name.first == UInt8(ascii: "u"), (5...7).contains(name.count),
      let value = hex(name[1...]), value < 0x11_0000
    {
      return [value]
    }
    return []
  }

  /// The code that a name without a meaning of its own gives: `G41`, `g0041`, `c65`, `a65`, `Char65`.
  static func code(in name: [UInt8]) -> UInt32? {
    let digits = name.drop { $0.isASCIILetter }
    let letters = name[..<digits.startIndex]
    guard (1...4).contains(letters.count), (1...5).contains(digits.count) else {
      return name.count == 3 && name[0] == UInt8(ascii: "G") ? hex(name[1...]) : nil
    }
    if letters == [UInt8(ascii: "G")], name.count == 3 { return hex(digits) }
    if letters == [UInt8(ascii: "g")], name.count == 5 { return hex(digits) }
    var value: UInt32 = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      value = value * 10 + UInt32(digit - 0x30)
    }
    return value
  }

  private static func hex(_ digits: ArraySlice<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = byte.hexDigit else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return digits.isEmpty ? nil : value
  }

  /// Looks a name up in the list of glyphs.
  private static func listed(_ name: [UInt8]) -> [UInt32] {
    guard !name.isEmpty else { return [] }
    let list = GlyphList.entries.utf8.span
    var low = 0
    var high = list.count
    while low < high {
      var start = (low + high) / 2
      while start > low, list[start - 1] != UInt8(ascii: ";") { start -= 1 }
      var nameEnd = start
      while nameEnd < list.count, list[nameEnd] != UInt8(ascii: " ") { nameEnd += 1 }
      var end = nameEnd
      while end < list.count, list[end] != UInt8(ascii: ";") { end += 1 }
      switch compare(list.extracting(start..<nameEnd), with: name) {
      case 0: return characters(list.extracting(nameEnd + 1..<end))
      case ..<0: low = end + 1
      default: high = start
      }
    }
    return []
  }

  private static func compare(_ entry: Span<UInt8>, with name: [UInt8]) -> Int {
    for index in 0..<min(entry.count, name.count) where entry[index] != name[index] {
      return Int(entry[index]) - Int(name[index])
    }
    return entry.count - name.count
  }

  private static func characters(_ digits: Span<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    for start in stride(from: 0, to: digits.count - 3, by: 4) {
      var value: UInt32 = 0
      for index in start..<start + 4 {
        value = value << 4 | UInt32(digits[index].hexDigit ?? 0)
      }
      scalars.append(value)
    }
    return scalars
  }
}
