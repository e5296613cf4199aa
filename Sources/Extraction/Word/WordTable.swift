/// Tables of positions and of texts, in the stream of tables of a document of Word.
enum WordTable {
  /// The texts of one table that are read.
  private static let textLimit = 100_000

  /// The positions at the start of `range`, of which there is one more than of the entries of
  /// `entryByteCount` bytes behind them.
  static func positions(
    _ table: Span<UInt8>, _ range: Range<Int>, entryByteCount: Int
  ) -> [Int] {
    guard range.count >= 4 else { return [] }
    let count = (range.count - 4) / (4 + entryByteCount) + 1
    return (0..<count).compactMap { table.littleUInt32(at: range.lowerBound + 4 * $0) }
  }

  /// The ranges between neighbouring positions, and that from the last one to `count`.
  static func parts(_ positions: [Int], count: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for position in positions + [count] where position > start && position <= count {
      parts.append(start..<position)
      start = position
    }
    return parts
  }

  /// The texts of an STTB: of 16 bits if it says so, else of 8.
  ///
  /// Source: MS-DOC 2.2.4.
  static func texts(
    _ table: Span<UInt8>, _ range: Range<Int>, _ codePage: CodePage
  ) -> [[UInt8]] {
    let bytes = table.extracting(range)
    let isWide = bytes.littleUInt16(at: 0) == 0xFFFF
    var place = isWide ? 2 : 0
    guard let count = bytes.littleUInt16(at: place),
      let extraByteCount = bytes.littleUInt16(at: place + 2)
    else { return [] }
    place += 4
    var texts: [[UInt8]] = []
    for _ in 0..<min(count, textLimit) {
      guard place < bytes.count else { break }
      let (text, end) = Self.text(bytes, at: place, isWide: isWide, codePage)
      texts.append(text)
      place = end + extraByteCount
    }
    return texts
  }

  /// The texts that follow each other in `range`, each behind its count of characters.
  static func counted(_ table: Span<UInt8>, _ range: Range<Int>) -> [[UInt8]] {
    let bytes = table.extracting(range)
    var texts: [[UInt8]] = []
    var place = 0
    while place + 2 <= bytes.count, texts.count < textLimit {
      let (text, end) = text(bytes, at: place, isWide: true, .utf16)
      texts.append(text)
      place = end
    }
    return texts
  }

  private static func text(
    _ bytes: Span<UInt8>, at place: Int, isWide: Bool, _ codePage: CodePage
  ) -> (text: [UInt8], end: Int) {
    var text: [UInt8] = []
    guard isWide else {
      let end = place + 1 + Int(bytes[place])
      codePage.decode(bytes, place + 1..<end, into: &text)
      return (text, end)
    }
    let end = place + 2 + 2 * (bytes.littleUInt16(at: place) ?? 0)
    CodePage.utf16.decode(bytes, place + 2..<end, into: &text)
    return (text, end)
  }
}
