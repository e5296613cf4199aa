/// Which bytes from 0x80 on are letters of a text, whatever its character set, how often, and behind what.
///
/// At the end of a word only those from 0xC0 on count: the others may be marks, as the `³` of `m³`.
struct LetterCounts {
  /// By byte, from 0x80 on.
  private(set) var counts: [128 of Int] = .init(repeating: 0)
  private(set) var behindHigh = 0
  private(set) var behindLetter = 0
  private(set) var behindOther = 0

  init(_ head: Span<UInt8>) {
    var position = head.asciiEnd(from: 0)
    while position < head.count {
      let next = position + 1 < head.count ? head[position + 1] : 0x20
      if head[position] >= 0xC0 || next >= 0x80 || next.isLetter {
        counts[Int(head[position] & 0x7F)] += 1
        let before = position > 0 ? head[position - 1] : 0x20
        if before >= 0x80 {
          behindHigh += 1
        } else if before.isLetter {
          behindLetter += 1
        } else {
          behindOther += 1
        }
      }
      position = head.asciiEnd(from: position + 1)
    }
  }

  var total: Int { behindHigh + behindLetter + behindOther }

  /// The bytes that occur.
  var found: [Int] { counts.indices.filter { counts[$0] > 0 } }
}
