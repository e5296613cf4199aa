/// The characters of a class such as `[a-z’]`: those of ASCII (or, for bytes, all) one by one, of
/// others only some.
struct CharacterSet {
  /// Members below 0x80, for expressions of bytes below 0x100.
  private(set) var bytes = ByteSet.none
  /// Members above ASCII that are known one by one.
  private var others: [UInt32] = []
  /// Whether there may be more members above ASCII.
  var hasUnknownOthers = false
  var isNegated = false

  mutating func insert(_ value: UInt32) {
    if value < 0x100 { bytes.insert(UInt8(value)) }
    if value >= 0x80 { others.append(value) }
  }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    for value in range where value < 0x100 { bytes.insert(UInt8(value)) }
    if range.upperBound >= 0x80 { hasUnknownOthers = true }
  }

  /// Adds bytes of ASCII, and all characters above it where `hasOthers` says so.
  mutating func insert(_ set: ByteSet, hasOthers: Bool) {
    bytes = bytes.union(set)
    hasUnknownOthers = hasUnknownOthers || hasOthers
  }

  /// Adds the other case of each letter.
  ///
  /// Above ASCII every letter may have one; those of K and S lie there too (U+212A, U+017F).
  mutating func ignoreCase(isUnicode: Bool) {
    if isUnicode {
      if !others.isEmpty { hasUnknownOthers = true }
      if bytes.contains(UInt8(ascii: "k")) || bytes.contains(UInt8(ascii: "K")) {
        others.append(0x212A)
      }
      if bytes.contains(UInt8(ascii: "s")) || bytes.contains(UInt8(ascii: "S")) {
        others.append(0x17F)
      }
    }
    bytes = bytes.caseless
  }

  /// What one character of the class looks like in bytes.
  func node(isUnicode: Bool) -> ExpressionNode {
    guard isUnicode else { return .byte(isNegated ? bytes.otherBytes : bytes) }
    let ascii = ByteSet(0...0x7F)
    if isNegated {
      let members = bytes.otherBytes.intersection(ascii)
      return .choice([.byte(members), Self.anyOther])
    }
    var branches: [ExpressionNode] = []
    let members = bytes.intersection(ascii)
    if !members.hasNoByte { branches.append(.byte(members)) }
    if hasUnknownOthers {
      branches.append(Self.anyOther)
    } else {
      branches += others.compactMap { Unicode.Scalar($0) }.map { scalar in
        .sequence(Array(String(scalar).utf8).map { .byte(ByteSet($0)) })
      }
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  /// Any character above ASCII, in UTF-8.
  private static let anyOther = ExpressionNode.sequence([
    .byte(.leadBytes), .repeated(.byte(.continuationBytes), least: 1, most: 3),
  ])
}
