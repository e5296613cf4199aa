internal import Validators

// Characters as addresses of the web write them: `%20`, `%C3%AB`.

extension CharacterFolding {
  /// The character that is written so at `position`, with all its bytes there.
  ///
  /// nil for letters and digits of ASCII and controls, which nobody writes so: `%41` may be a sign and a
  /// number.
  func escaped(at position: Int, of text: UnsafeBufferPointer<UInt8>) -> FoldedCharacter? {
    guard let first = text.span.percentEscape(at: position) else { return nil }
    let count: Int
    switch first {
    case 0x20..<0x80:
      return kind(ofASCII: first) == .gap ? FoldedCharacter(.gap, length: 3) : nil
    case 0xC2..<0xE0: count = 2
    case 0xE0..<0xF0: count = 3
    case 0xF0..<0xF5: count = 4
    default: return nil
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { bytes in
      bytes.initialize(repeating: first)
      for place in 1..<count {
        guard let byte = text.span.percentEscape(at: position &+ 3 &* place) else { return nil }
        bytes[place] = byte
      }
      let character = character(at: 0, of: UnsafeBufferPointer(bytes))
      guard Int(character.length) == count else { return nil }
      return FoldedCharacter(
        character.kind, length: 3 &* count, bytes: character.bytes, count: Int(character.count))
    }
  }

  /// The character that is written so and ends before `position`.
  func escaped(before position: Int, of text: UnsafeBufferPointer<UInt8>) -> FoldedCharacter? {
    var start = position &- 3
    while start >= 0, position &- start <= 12, text[start] == UInt8(ascii: "%") {
      if let character = escaped(at: start, of: text), start &+ Int(character.length) == position {
        return character
      }
      start &-= 3
    }
    return nil
  }
}
