/// What the search for terms makes of one character.
struct FoldedCharacter {
  /// What a character is to the tokens around it; the raw values stand in tables.
  enum Kind: UInt8 {
    /// No letter or digit.
    case gap
    /// Nothing at all: a combining mark, a soft hyphen, a character without width.
    case nothing
    case small
    case capital
    /// A letter without case, or whose case is not known.
    case letter
    case digit
  }

  /// The folded bytes, the first lowest; 0 for none.
  let bytes: UInt32
  /// How many of them there are.
  let count: UInt8
  let kind: Kind
  /// How many bytes it has in the text.
  let length: UInt8

  init(_ kind: Kind, length: Int, _ folded: some Sequence<UInt8> = EmptyCollection()) {
    self.kind = kind
    self.length = UInt8(length)
    var bytes: UInt32 = 0
    var count = 0
    for byte in folded {
      bytes |= UInt32(byte) << UInt32(8 * count)
      count += 1
    }
    self.bytes = bytes
    self.count = UInt8(count)
  }

  init(_ kind: Kind, length: Int, bytes: UInt32, count: Int) {
    self.kind = kind
    self.length = UInt8(length)
    self.bytes = bytes
    self.count = UInt8(count)
  }
}

extension FoldedCharacter.Kind {
  /// Whether a token ends and another begins between two characters that stand side by side.
  @inline(__always)
  func isBorder(before next: Self) -> Bool {
    let kind = rawValue
    let nextKind = next.rawValue
    // Nothing stands for the edge of the text.
    return kind <= Self.nothing.rawValue || nextKind <= Self.nothing.rawValue
      || (kind == Self.digit.rawValue) != (nextKind == Self.digit.rawValue)
      || (kind == Self.small.rawValue && nextKind == Self.capital.rawValue)
  }
}
