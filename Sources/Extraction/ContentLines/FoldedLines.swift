/// Goes from one unfolded line of a text to the next: a line and those below it that begin with a
/// space or tab.
struct FoldedLines {
  /// The number of the line that comes next.
  private(set) var number = 1
  private let foldsAtEqualsSign: Bool
  private static let longestName = 1024
  /// Longer lines are read in pieces.
  private static let longest = 32 << 20

  /// Up to where the line that comes next was searched for its end.
  private var searched = 0

  /// With `foldsAtEqualsSign` the lines of a value in quoted-printable go on behind an `=`.
  init(foldsAtEqualsSign: Bool) {
    self.foldsAtEqualsSign = foldsAtEqualsSign
  }

  /// The end of the line that begins at `start`, behind its break; nil where it was not read yet.
  mutating func end(in bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Int? {
    var position = max(searched, start)
    while position < bytes.count {
      guard let feed = bytes.lineFeed(position..<bytes.count) else { break }
      let next = feed + 1
      if next == bytes.count && !isLast {
        searched = feed
        return nil
      }
      let isFolded = next < bytes.count && (bytes[next] == 0x20 || bytes[next] == 0x09)
      if !isFolded && !(foldsAtEqualsSign && Self.isSoftBreak(bytes, start, feed: feed)) {
        number += bytes.lineFeedCount(start..<next)
        searched = next
        return next
      }
      position = next
    }
    searched = bytes.count
    guard start < bytes.count, isLast || bytes.count - start > Self.longest else { return nil }
    number += bytes.lineFeedCount(start..<bytes.count)
    return bytes.count
  }

  /// Follows the text when `count` bytes are taken from its front.
  mutating func advance(by count: Int) {
    searched -= count
  }

  /// Whether the line break at `feed` is a soft one in a value that began at `start`.
  static func isSoftBreak(_ bytes: Span<UInt8>, _ start: Int, feed: Int) -> Bool {
    let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
    guard end > start, bytes[end - 1] == UInt8(ascii: "=") else { return false }
    let name =
      start..<bytes.position(
        of: UInt8(ascii: ":"), in: start..<min(end, start + longestName))
    return name.contains { bytes.isName("quoted-printable", $0..<min($0 + 16, name.upperBound)) }
  }
}
