internal import CByteClasses

/// Where some bytes stand in a text.
struct BytePlaces {
  private let byteCount: Int
  /// A bit for each byte, the lowest of the first for the first.
  private var words: [UInt64]

  init(of byte: UInt8, in text: Span<UInt8>) {
    byteCount = text.count
    words = Array(repeating: 0, count: (text.count + 63) / 64)
    add(byte, in: text)
  }

  /// Adds the places of another byte in the same text.
  mutating func add(_ byte: UInt8, in text: Span<UInt8>) {
    text.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return }
      vp_mark(vp_best_path(), first, bytes.count, byte, &words)
    }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The first place from `start` on, the number of bytes for none.
  @inline(__always)
  func first(from start: Int) -> Int {
    var index = start >> 6
    guard index < words.count else { return byteCount }
    var word = words[index] & UInt64.max << UInt64(start & 63)
    while word == 0 {
      index += 1
      guard index < words.count else { return byteCount }
      word = words[index]
    }
    return index << 6 + word.trailingZeroBitCount
  }
}
