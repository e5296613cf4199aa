/// Finds the runs of text in bytes that come piece by piece.
///
/// What it finds does not depend on where pieces end: it looks at blocks of which 56 bytes are new,
/// one after the other from the start of the content.
struct BinaryTextRuns {
  /// The characters of the shortest run.
  static let shortest = 6
  /// Goes before the first byte and behind the last: no text, and long enough for a block.
  static let border = [UInt8](repeating: 1, count: 64)

  private static let newByteCount = 56
  /// The bytes of a block before its new ones: a character of UTF-8 may begin there.
  private static let byteCountBefore = 2
  /// The bytes that stay before the first that was not looked at: a run of UTF-16 may begin in them
  /// with letters that Latin-1 lacks.
  private static let keptByteCount = 8
  /// The bytes of a block behind its new ones: three characters of UTF-16 that begin in these end
  /// there.
  private static let byteCountBehind = 6

  private enum Run {
    case none
    /// One that began at `start`; with `isWritten`, what lies before was written.
    case narrow(start: Int, isWritten: Bool)
    case wide(start: Int, isWritten: Bool)

    var start: Int? {
      switch self {
      case .none: nil
      case .narrow(let start, _), .wide(let start, _): start
      }
    }

    mutating func move(down count: Int) {
      switch self {
      case .none: break
      case .narrow(let start, let isWritten):
        self = .narrow(start: start - count, isWritten: isWritten)
      case .wide(let start, let isWritten):
        self = .wide(start: start - count, isWritten: isWritten)
      }
    }
  }

  /// The first byte that was not looked at.
  private var position = border.count
  private var run = Run.none
  /// The narrow run whose last byte is the first of the wide one, until that is known to be one.
  private var runBefore = Run.none

  /// Appends the runs of `bytes` to `text`, an empty line behind each.
  mutating func take(_ bytes: Span<UInt8>, isLast: Bool, to text: inout [UInt8]) {
    while position + Self.newByteCount + Self.byteCountBehind <= bytes.count {
      if case .wide = run {
        guard goOnWide(bytes, isLast: isLast, to: &text) else { return }
        continue
      }
      let block = ByteBlock(bytes, at: position - Self.byteCountBefore)
      let wide = block.wide &>> 2
      let wideStarts = wide & wide &>> 2 & wide &>> 4 & (1 &<< UInt64(Self.newByteCount) &- 1)
      let count = wideStarts == 0 ? Self.newByteCount : wideStarts.trailingZeroBitCount
      let narrow = block.narrow &>> 2
      position += takeNarrow(narrow, count, of: bytes, to: &text)
      if wideStarts != 0 {
        if narrow &>> UInt64(count) & 1 == 0 { endNarrow(at: position, bytes, to: &text) }
        runBefore = run
        run = .wide(start: wideStart(in: bytes), isWritten: false)
      }
    }
    if !isLast { writeNarrow(bytes, to: &text) }
  }

  /// Returns how many bytes at the front are not needed any more; positions move down by these.
  mutating func dropTaken() -> Int {
    let count = min(position - Self.keptByteCount, run.start ?? .max, runBefore.start ?? .max)
    position -= count
    run.move(down: count)
    runBefore.move(down: count)
    return count
  }
}

// MARK: ASCII and UTF-8

extension BinaryTextRuns {
  /// Takes the next `count` bytes, of which the bits in `mask` tell which belong to text.
  ///
  /// Returns how many of them: a few at the end of a block that may begin a run come again.
  private mutating func takeNarrow(
    _ mask: UInt64, _ count: Int, of bytes: Span<UInt8>, to text: inout [UInt8]
  ) -> Int {
    var left = mask & (1 &<< UInt64(count) &- 1)
    if case .narrow = run {
      let end = (~left).trailingZeroBitCount
      if end >= count { return count }
      endNarrow(at: position + end, bytes, to: &text)
      left &= .max &<< UInt64(end)
    }
    var long = left.runsOfSix
    while long != 0 {
      let start = long.trailingZeroBitCount
      let end = start + (~(left &>> UInt64(start))).trailingZeroBitCount
      if end >= count { break }
      run = .narrow(start: position + start, isWritten: false)
      endNarrow(at: position + end, bytes, to: &text)
      left &= .max &<< UInt64(end)
      long &= .max &<< UInt64(end)
    }
    let open = (~(left &<< UInt64(64 - count))).leadingZeroBitCount
    if count == Self.newByteCount, open < Self.shortest { return count - open }
    if count > 0, open > 0 {
      run = .narrow(start: position + count - open, isWritten: false)
    }
    return count
  }

  private mutating func endNarrow(at end: Int, _ bytes: Span<UInt8>, to text: inout [UInt8]) {
    guard case .narrow(let start, let isWritten) = run else { return }
    run = .none
    guard isWritten || end - start >= Self.shortest else { return }
    text.append(bytes, start..<end)
    text.endParagraph()
  }

  /// Writes what there is of a long run, up to the beginning of a character.
  private mutating func writeNarrow(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    guard case .narrow(let start, let isWritten) = run else { return }
    let end = bytes.characterStart(at: position, notBefore: start)
    guard isWritten || end - start >= Self.shortest else { return }
    text.append(bytes, start..<end)
    run = .narrow(start: end, isWritten: true)
  }
}

// MARK: UTF-16

extension BinaryTextRuns {
  /// Writes the run as far as it is there; returns false where more bytes may belong to it.
  private mutating func goOnWide(
    _ bytes: Span<UInt8>, isLast: Bool, to text: inout [UInt8]
  ) -> Bool {
    guard case .wide(let start, let wasWritten) = run else { return true }
    var end = position
    while bytes.goesOnWide(at: end) { end += 2 }
    let isWritten = wasWritten || end - start >= 2 * Self.shortest
    let isEnded = end + 3 < bytes.count || isLast
    if isWritten || isEnded { endRunBefore(start, isWritten, bytes, to: &text) }
    if isWritten {
      for place in stride(from: start, to: end, by: 2) {
        UTF8Encoding.append(UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8, to: &text)
      }
    }
    position = end
    run = isEnded ? .none : .wide(start: isWritten ? end : start, isWritten: isWritten)
    if isEnded && isWritten { text.endParagraph() }
    return isEnded
  }

  /// Where the wide run begins of which three characters stand at `position`.
  private func wideStart(in bytes: Span<UInt8>) -> Int {
    var start = position
    while start > position - Self.keptByteCount,
      bytes.isWideLetter(at: start - 2) || bytes[start - 1] == 0 && bytes.isWide(at: start - 2)
    {
      start -= 2
    }
    return start
  }

  /// Ends the narrow run before a wide one: its last byte is its own only if that was none.
  private mutating func endRunBefore(
    _ start: Int, _ isWide: Bool, _ bytes: Span<UInt8>, to text: inout [UInt8]
  ) {
    guard case .narrow(let first, _) = runBefore else { return }
    let wide = run
    run = runBefore
    runBefore = .none
    // The byte may also be the last of a character of UTF-8.
    let end = isWide ? bytes.characterStart(at: start, notBefore: first) : start + 1
    endNarrow(at: end, bytes, to: &text)
    run = wide
  }
}

extension ByteBlock {
  /// The bytes that are printable ASCII, tabs or line ends, or part of a character of UTF-8 of two
  /// or three bytes; right for all but the first two and the last two.
  @inline(__always)
  fileprivate var narrow: UInt64 {
    let continuations = mask(from: 0x80, through: 0xBF)
    let one = continuations &>> 1
    let pairs = mask(from: 0xC2, through: 0xDF) & one
    // 0xE0 and 0xED say more of the next byte than that it follows; they are left out.
    let triples =
      mask(from: 0xE1, through: 0xEF) & ~mask(of: 0xED) & one & continuations &>> 2
    return ascii | pairs | pairs &<< 1 | triples | triples &<< 1 | triples &<< 2
  }

  /// The bytes with a NUL behind them that are printable in Latin-1.
  @inline(__always)
  fileprivate var wide: UInt64 {
    let nuls = mask(of: 0)
    guard nuls != 0 else { return 0 }
    return (ascii | mask(from: 0xA0, through: 0xFF)) & nuls &>> 1
  }

  @inline(__always)
  private var ascii: UInt64 {
    mask(from: 0x20, through: 0x7E) | mask(from: 0x09, through: 0x0D)
  }
}

extension Span<UInt8> {
  /// Where the character begins that `position` would cut.
  fileprivate func characterStart(at position: Int, notBefore start: Int) -> Int {
    var first = position
    while first > start, self[first] & 0xC0 == 0x80 { first -= 1 }
    return first
  }

  /// Whether a character of UTF-16 stands there that may be in a text in Latin letters.
  fileprivate func isWide(at position: Int) -> Bool {
    switch (self[position + 1], self[position]) {
    case (0, 0x09...0x0D), (0, 0x20...0x7E), (0, 0xA0...0xFF): true
    // Dashes and quotation marks, and the sign of the euro; no two letters of ASCII are these.
    case (0x20, 0x10...0x1F), (0x20, 0xAC): true
    default: isWideLetter(at: position)
    }
  }

  /// Whether a run of UTF-16 goes on there.
  ///
  /// A letter that Latin-1 lacks must stand before more text or the NUL that ends it: numbers behind a
  /// text look like such letters, and nothing of that follows them.
  fileprivate func goesOnWide(at position: Int) -> Bool {
    guard position + 3 < count, isWide(at: position) else { return false }
    return self[position + 1] == 0 || isWide(at: position + 2)
      || self[position + 2] == 0 && self[position + 3] == 0
  }

  /// Whether it is a letter that Latin-1 lacks, or an accent of its own behind a letter.
  ///
  /// Without U+0100 and U+0101, whose bytes stand behind texts as numbers.
  fileprivate func isWideLetter(at position: Int) -> Bool {
    switch (self[position + 1], self[position]) {
    case (0x01, 0x02...0x7F), (0x02, 0x18...0x1B), (0x03, 0x00...0x6F), (0x1E, _): true
    default: false
    }
  }
}

extension UInt64 {
  /// The bits at which six ones in a row begin.
  fileprivate var runsOfSix: UInt64 {
    let two = self & self &>> 1
    return two & two &>> 2 & two &>> 4
  }
}

extension [UInt8] {
  fileprivate mutating func endParagraph() {
    append(UInt8(ascii: "\n"))
    append(UInt8(ascii: "\n"))
  }
}
