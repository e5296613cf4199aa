/// A short table of words, looked up in any case of their ASCII letters.
///
/// Made once from a literal, one row for a line and `|` between the words of a row; a look-up does
/// not allocate.
struct WordTable: Sendable {
  private var words: [(bytes: [UInt8], row: Int)] = []
  /// An open table of numbers of words, by their hash; -1 for a free slot.
  private var slots: [Int16]
  /// How long the words are, in bytes.
  let lengths: Set<Int>

  init(_ rows: String) {
    for (row, line) in rows.split(separator: "\n").enumerated() {
      words += line.split(separator: "|").map { (Array($0.utf8), row) }
    }
    lengths = Set(words.map(\.bytes.count))
    slots = []
    var slotCount = 8
    while slotCount < 2 * words.count { slotCount *= 2 }
    slots = Array(repeating: -1, count: slotCount)
    for (number, word) in words.enumerated() where row(of: word.bytes.span) == nil {
      var slot = Self.hash(word.bytes.span) & (slotCount - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = Int16(number)
    }
  }

  /// The number of the first row that holds `word`, counted from 0, or nil.
  func row(of word: Span<UInt8>) -> Int? {
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if Self.isEqual(words[number].bytes, word) { return words[number].row }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(_ word: Span<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for index in word.indices {
      hash = (hash ^ UInt32(word[index].asciiLowercased)) &* 0x0100_0193
    }
    return Int(hash ^ hash >> 15)
  }

  func contains(_ word: Span<UInt8>) -> Bool {
    row(of: word) != nil
  }

  private static func isEqual(_ bytes: [UInt8], _ word: Span<UInt8>) -> Bool {
    guard bytes.count == word.count else { return false }
    for index in word.indices
    where bytes[index].asciiLowercased != word[index].asciiLowercased {
      return false
    }
    return true
  }
}
