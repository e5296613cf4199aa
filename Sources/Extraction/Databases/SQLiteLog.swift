/// The write-ahead log of an SQLite database.
///
/// Source: Database File Format (sqlite.org), 4 The Write-Ahead Log.
enum SQLiteLog {
  private static let headerByteCount = 32
  private static let frameHeaderByteCount = 24

  /// Puts the pages of all committed transactions into `image`; false where the log is none.
  static func apply(_ log: Span<UInt8>, to image: inout [UInt8]) -> Bool {
    guard log.count >= headerByteCount else { return log.isEmpty }
    let magic = log.bigEndian32(at: 0)
    let pageSize = log.bigEndian32(at: 8)
    guard magic & ~1 == 0x377F_0682, pageSize >= 512, pageSize <= 65_536,
      pageSize & (pageSize - 1) == 0
    else { return false }
    var checksum = Checksum(isBigEndian: magic & 1 == 1)
    checksum.take(log, 0..<24)
    guard checksum.matches(log, at: 24) else { return false }
    let frameByteCount = frameHeaderByteCount + pageSize
    var frames: [(page: Int, start: Int)] = []
    var committedCount = 0
    var pageCount = 0
    var start = headerByteCount
    while start + frameByteCount <= log.count {
      guard log.bigEndian32(at: start + 8) == log.bigEndian32(at: 16),
        log.bigEndian32(at: start + 12) == log.bigEndian32(at: 20)
      else { break }
      checksum.take(log, start..<start + 8)
      checksum.take(log, start + frameHeaderByteCount..<start + frameByteCount)
      guard checksum.matches(log, at: start + 16) else { break }
      frames.append((log.bigEndian32(at: start), start + frameHeaderByteCount))
      let committedPageCount = log.bigEndian32(at: start + 4)
      if committedPageCount > 0 {
        committedCount = frames.count
        pageCount = committedPageCount
      }
      start += frameByteCount
    }
    guard committedCount > 0 else { return true }
    // No more pages than the file and the log hold can have been written.
    guard pageCount <= image.count / pageSize + committedCount else { return false }
    image.resize(to: pageCount * pageSize)
    for frame in frames[..<committedCount] where frame.page >= 1 && frame.page <= pageCount {
      let target = (frame.page - 1) * pageSize
      for offset in 0..<pageSize { image[target + offset] = log[frame.start + offset] }
    }
    return true
  }

  /// The running checksum over pairs of words.
  private struct Checksum {
    let isBigEndian: Bool
    private var first: UInt32 = 0
    private var second: UInt32 = 0

    init(isBigEndian: Bool) {
      self.isBigEndian = isBigEndian
    }

    mutating func take(_ log: Span<UInt8>, _ range: Range<Int>) {
      var position = range.lowerBound
      while position + 8 <= range.upperBound {
        first = first &+ word(log, position) &+ second
        second = second &+ word(log, position + 4) &+ first
        position += 8
      }
    }

    func matches(_ log: Span<UInt8>, at position: Int) -> Bool {
      Int(first) == log.bigEndian32(at: position)
        && Int(second) == log.bigEndian32(at: position + 4)
    }

    private func word(_ log: Span<UInt8>, _ position: Int) -> UInt32 {
      let value = log.littleEndian32(at: position)
      return isBigEndian ? value.byteSwapped : value
    }
  }
}

extension [UInt8] {
  /// Cuts to `byteCount` bytes, or fills up with zeros.
  fileprivate mutating func resize(to byteCount: Int) {
    if byteCount <= count {
      removeSubrange(byteCount...)
    } else {
      append(contentsOf: repeatElement(0, count: byteCount - count))
    }
  }
}
