/// The frames of MPEG audio, layer III, with which an MP3 file begins that has no tag in front.
///
/// Source: ISO/IEC 11172-3, 2.4.2.3; ISO/IEC 13818-3, 2.4.2.3; versions below as programs write them.
enum MPEGAudioShape {
  /// Kilobits in a second, of the first version and of the later ones.
  private static let rates = [
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ]
  private static let samples = [44_100, 48_000, 32_000]

  /// Whether the head begins with a frame, and another of the same sort, a tag or the end follows it.
  static func begins(_ head: Span<UInt8>) -> Bool {
    guard let byteCount = frameByteCount(head, at: 0) else { return false }
    if head.count == byteCount || head.has("TAG", at: byteCount) { return true }
    if head.has("APETAGEX", at: byteCount) { return true }
    guard frameByteCount(head, at: byteCount) != nil else { return false }
    // The version and the samples in a second stay the same.
    return head[1] == head[byteCount + 1] && (head[2] ^ head[byteCount + 2]) & 0x0C == 0
  }

  /// The length of the frame at `position`; nil where there is none.
  private static func frameByteCount(_ head: Span<UInt8>, at position: Int) -> Int? {
    guard position + 4 <= head.count, head[position] == 0xFF, head[position + 1] & 0xE6 == 0xE2
    else { return nil }
    let version = head[position + 1] >> 3 & 3
    let (rate, sample) = (Int(head[position + 2] >> 4), Int(head[position + 2] >> 2 & 3))
    guard version != 1, 1...14 ~= rate, sample < 3 else { return nil }
    let isFirst = version == 3
    let samplesInSecond = samples[sample] >> (isFirst ? 0 : version == 2 ? 1 : 2)
    let kilobits = rates[isFirst ? 0 : 1][rate - 1]
    let filling = Int(head[position + 2] >> 1 & 1)
    return (isFirst ? 144 : 72) * kilobits * 1000 / samplesInSecond + filling
  }
}
