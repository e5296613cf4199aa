/// The frames of AAC with which a sound begins that lies in no container (ADTS).
///
/// Source: ISO/IEC 13818-7, 6.2; ISO/IEC 14496-3, 1.A.2.2.
enum ADTSShape {
  private static let tagHeaderByteCount = 10

  /// Whether a frame stands at `position`, and another of the same sort or the end follows it.
  static func begins(_ head: Span<UInt8>, at position: Int) -> Bool {
    guard let byteCount = frameByteCount(head, at: position) else { return false }
    let next = position + byteCount
    if next == head.count || head.has("TAG", at: next) { return true }
    guard frameByteCount(head, at: next) != nil else { return false }
    // The version, the profile and the samples in a second stay the same.
    return head[position + 1] == head[next + 1] && head[position + 2] == head[next + 2]
  }

  /// Whether such a sound begins behind a tag of ID3 that the head begins with.
  static func begins(behindTagOf head: Span<UInt8>) -> Bool {
    var position = 0
    while head.has("ID3", at: position), position + tagHeaderByteCount <= head.count {
      let sizes = (6..<10).map { Int(head[position + $0] & 0x7F) }
      let hasFooter = head[position + 5] & 0x10 != 0
      position += sizes.reduce(0) { $0 << 7 | $1 } + tagHeaderByteCount * (hasFooter ? 2 : 1)
    }
    return position > 0 && begins(head, at: position)
  }

  /// The length of the frame at `position`; nil where there is none.
  private static func frameByteCount(_ head: Span<UInt8>, at position: Int) -> Int? {
    guard position + 7 <= head.count, head[position] == 0xFF, head[position + 1] & 0xF6 == 0xF0,
      head[position + 2] >> 2 & 15 < 13
    else { return nil }
    let byteCount =
      Int(head[position + 3] & 3) << 11 | Int(head[position + 4]) << 3
      | Int(head[position + 5] >> 5)
    return byteCount > 7 ? byteCount : nil
  }
}
