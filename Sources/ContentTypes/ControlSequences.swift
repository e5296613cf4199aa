/// The control sequences of terminals (`ESC [ 31 m`): colours and moves that nobody sees as text.
///
/// Source: ECMA-48, 5.4.
package struct ControlSequences {
  private enum Place {
    case text
    case behindEscape
    /// In a sequence of which so many bytes were passed.
    case sequence(byteCount: Int)
  }

  private static let escape: UInt8 = 0x1B
  /// What a text begins with tells whether it has such sequences.
  private static let headByteCount = 16 << 10
  /// Longer ones are none.
  private static let byteLimit = 32

  private var place = Place.text

  package init() {}

  /// Whether a sequence begins in the first bytes of a text.
  package static func occur(in head: Span<UInt8>) -> Bool {
    let head = head.extracting(first: headByteCount)
    var position = 0
    while position < head.count {
      position = head.position(of: escape, in: position..<head.count)
      if head.has("[", at: position + 1) { return true }
      position += 1
    }
    return false
  }

  /// Takes the sequences, and escapes that begin none, out of the part of a text from `start` on,
  /// which goes on where the last part ended.
  package mutating func remove(from text: inout [UInt8], startingAt start: Int) {
    var end = start
    for position in start..<text.count {
      let byte = text[position]
      if passes(byte) { continue }
      text[end] = byte
      end += 1
    }
    text.removeSubrange(end...)
  }

  /// Whether `byte` is part of a sequence.
  private mutating func passes(_ byte: UInt8) -> Bool {
    if byte == Self.escape {
      place = .behindEscape
      return true
    }
    switch place {
    case .text: return false
    case .behindEscape:
      place = byte == UInt8(ascii: "[") ? .sequence(byteCount: 0) : .text
      return byte == UInt8(ascii: "[")
    case .sequence(let byteCount):
      // Parameters go on, letters and some marks end the sequence.
      let goesOn = (0x20...0x3F).contains(byte) && byteCount < Self.byteLimit
      place = goesOn ? .sequence(byteCount: byteCount + 1) : .text
      return goesOn || (0x40...0x7E).contains(byte)
    }
  }
}
