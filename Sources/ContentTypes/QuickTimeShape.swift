/// The boxes with which a film of QuickTime begins that does not say first what it is.
///
/// Source: QuickTime File Format Specification, Overview of the File Format.
enum QuickTimeShape {
  /// The length of what may fill the file in front of the film.
  private static let fillByteLimit = 1 << 20

  static func begins(_ head: Span<UInt8>) -> Bool {
    var position = 0
    while let byteCount = byteCount(head, at: position) {
      if head.has("moov", at: position + 4) {
        return byteCount >= 16 && holdsMovie(head, at: position + 12)
      }
      // A text may begin with these letters too.
      if head.has("mdat", at: position + 4) { return head.hasControl(before: 64) }
      guard isFill(head, at: position + 4), (8...fillByteLimit).contains(byteCount) else {
        return false
      }
      position += byteCount
    }
    return false
  }

  private static func isFill(_ head: Span<UInt8>, at position: Int) -> Bool {
    let names: [StaticString] = ["wide", "free", "skip", "pnot", "PICT"]
    return names.contains { head.has($0, at: position) }
  }

  private static func holdsMovie(_ head: Span<UInt8>, at position: Int) -> Bool {
    let names: [StaticString] = ["mvhd", "cmov", "rmra", "udta", "trak", "meta"]
    return names.contains { head.has($0, at: position) }
  }

  private static func byteCount(_ head: Span<UInt8>, at position: Int) -> Int? {
    guard position + 8 <= head.count else { return nil }
    return (0..<4).reduce(0) { $0 << 8 | Int(head[position + $1]) }
  }
}
