/// The write-ahead log of an SQLite database.
///
/// Source: Database File Format (sqlite.org), 4 The Write-Ahead Log.
struct SQLiteLog {
  /// A page as it was written, and where it lies in the log.
  private struct Frame {
    let page: Int
    let range: Range<Int>
  }

  private static let headerByteCount = 32
  private static let frameHeaderByteCount = 24

  let pageSize: Int
  /// The frames of all committed transactions, in order.
  private var committed: [Frame] = []
  /// How many pages the database has after the last of them; 0 where there is none.
  private var pageCount = 0
  /// Where frames stand that belong to no committed transaction: it was broken off, or the log has begun
  /// anew before them.
  private var leftovers: [Range<Int>] = []

  /// Nil where the bytes are no log.
  init?(_ log: Span<UInt8>) {
    guard log.count >= Self.headerByteCount else { return nil }
    let magic = log.bigEndian32(at: 0)
    pageSize = log.bigEndian32(at: 8)
    guard magic & ~1 == 0x377F_0682, pageSize >= 512, pageSize <= 65_536,
      pageSize & (pageSize - 1) == 0
    else { return nil }
    var checksum = Checksum(isBigEndian: magic & 1 == 1)
    checksum.take(log, 0..<24)
    guard checksum.matches(log, at: 24) else { return nil }
    readFrames(log, checksum)
  }

  private mutating func readFrames(_ log: Span<UInt8>, _ checksum: Checksum) {
    var checksum = checksum
    var isValid = true
    var open: [Frame] = []
    var start = Self.headerByteCount
    while start + Self.frameHeaderByteCount + pageSize <= log.count {
      let page = start + Self.frameHeaderByteCount..<start + Self.frameHeaderByteCount + pageSize
      if isValid {
        checksum.take(log, start..<start + 8)
        checksum.take(log, page)
        isValid =
          log.bigEndian32(at: start + 8) == log.bigEndian32(at: 16)
          && log.bigEndian32(at: start + 12) == log.bigEndian32(at: 20)
          && checksum.matches(log, at: start + 16)
      }
      if isValid {
        open.append(Frame(page: log.bigEndian32(at: start), range: page))
        let committedPageCount = log.bigEndian32(at: start + 4)
        if committedPageCount > 0 {
          committed += open
          open = []
          pageCount = committedPageCount
        }
      } else {
        leftovers.append(page)
      }
      start = page.upperBound
    }
    leftovers = open.map(\.range) + leftovers
  }

  /// Puts the pages of all committed transactions into `image`; false where they cannot be of it.
  func apply(_ log: Span<UInt8>, to image: inout [UInt8]) -> Bool {
    guard pageCount > 0 else { return true }
    // No more pages than the file and the log hold can have been written.
    guard pageCount <= image.count / pageSize + committed.count else { return false }
    image.resize(to: pageCount * pageSize)
    for frame in committed where frame.page >= 1 && frame.page <= pageCount {
      let target = (frame.page - 1) * pageSize
      for offset in 0..<pageSize { image[target + offset] = log[frame.range.lowerBound + offset] }
    }
    return true
  }

  /// Where pages lie that are not in the database once the log is applied: a later commit replaced
  /// them, or they belong to none.
  var replacedPages: [Range<Int>] {
    var last: [Int: Int] = [:]
    for (index, frame) in committed.enumerated() { last[frame.page] = index }
    let replaced = committed.enumerated().filter { last[$0.element.page] != $0.offset }
    return replaced.map(\.element.range) + leftovers
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
