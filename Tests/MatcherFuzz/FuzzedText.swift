internal import TestSupport

/// A piece of text that is made to be hard: hostile, random, or nearly prose.
struct FuzzedText {
  let seed: UInt64
  let piece: UInt64

  /// Valid UTF-8 of about `count` bytes; the same for the same seed and piece.
  func bytes(count: Int) -> [UInt8] {
    var generator = SplitMix64(seed: seed &* 0x9E37_79B9 &+ piece)
    switch piece % 4 {
    case 0, 1: return HostileText(seed: generator.next()).bytes(count: count)
    case 2: return alphabet("0123456789 .-/()+@:<ABNLabnl\n\t,;|€é", count, &generator)
    default: return changed(HostileText(seed: generator.next()).bytes(count: count), &generator)
    }
  }

  /// Characters of a small alphabet in any order.
  private func alphabet(
    _ alphabet: String, _ count: Int, _ generator: inout SplitMix64
  ) -> [UInt8] {
    let characters = alphabet.map { Array(String($0).utf8) }
    var text: [UInt8] = []
    while text.count < count {
      text += characters[Int(generator.next() % UInt64(characters.count))]
    }
    return text
  }

  /// The text with one byte in 20 replaced by another of ASCII, where that leaves it valid.
  private func changed(_ text: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var text = text
    for index in text.indices where text[index] < 0x80 && generator.next() % 20 == 0 {
      text[index] = UInt8(generator.next() % 0x5F) + 0x20
    }
    return text
  }
}
