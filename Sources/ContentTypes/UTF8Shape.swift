/// How far bytes are UTF-8.
struct UTF8Shape {
  /// Valid characters of more than one byte.
  private(set) var characterCount = 0
  /// Bytes from 0x80 on that are part of no valid character.
  private(set) var strayCount = 0
  /// Those of them that are not defined in Windows-1252 either.
  private(set) var undefinedCount = 0
  /// What those say of the encoding.
  private(set) var dosLetters = DOSLetters()

  /// Counts in `head`; a character that its end cuts is not counted unless `isWhole`.
  init(_ head: Span<UInt8>, isWhole: Bool) {
    var position = 0
    while position < head.count {
      position = head.asciiEnd(from: position)
      guard position < head.count else { return }
      let length = Self.length(of: head[position])
      var end = position + 1
      while end < head.count, end < position + length, head[end] & 0xC0 == 0x80 { end += 1 }
      if length > 1 && end == position + length {
        characterCount += 1
        position = end
      } else if length > 1 && end == head.count && !isWhole {
        return
      } else {
        strayCount += 1
        if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(head[position]) { undefinedCount += 1 }
        dosLetters.take(
          head[position], behind: position > 0 ? head[position - 1] : 0,
          before: position + 1 < head.count ? head[position + 1] : 0)
        position += 1
      }
    }
  }

  /// The length that the first byte of a character gives it, 0 for a byte that is none.
  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
