internal import Validators

// Characters as addresses of the web write them: `%20`, `%C3%AB`.

extension CharacterFolding {
  /// The character that is written so at `position`, with all its bytes there.
  ///
  /// nil for letters and digits of ASCII and controls, which nobody writes so: `%41` may be a sign and a
  /// number.
  func escaped(at position: Int, of text: UnsafeBufferPointer<UInt8>) -> FoldedCharacter? {
    guard let first = text.span.percentEscape(at: position), first >= 0x20 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { bytes in
      bytes.initialize(repeating: 0)
      var count = 0
      while count < 4, let byte = text.span.percentEscape(at: position &+ 3 &* count) {
        bytes[count] = byte
        count &+= 1
      }
      let character = character(at: 0, of: UnsafeBufferPointer(rebasing: bytes[..<count]))
      // Above ASCII a single byte is no character: `%Ba` begins a name.
      guard first < 0x80 ? character.kind == .gap : character.length > 1 else { return nil }
      return FoldedCharacter(
        character.kind, length: 3 &* Int(character.length), bytes: character.bytes,
        count: Int(character.count))
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
