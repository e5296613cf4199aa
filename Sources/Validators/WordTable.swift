/// A short table of words, looked up in any case of their ASCII letters.
///
/// Made once from a literal, one row for a line and `|` between the words of a row; a look-up does
/// not allocate.
struct WordTable: Sendable {
  private let words: [(bytes: [UInt8], row: Int)]

  init(_ rows: String) {
    words = rows.split(separator: "\n").enumerated().flatMap { row, line in
      line.split(separator: "|").map { (Array($0.utf8), row) }
    }
  }

  /// The number of the row that holds `word`, counted from 0, or nil.
  func row(of word: Span<UInt8>) -> Int? {
    words.first { Self.isEqual($0.bytes, word) }?.row
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
