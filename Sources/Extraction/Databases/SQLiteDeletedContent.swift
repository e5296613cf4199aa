/// What an SQLite database holds of rows that were deleted: pages in no use, and what lies between
/// the cells of pages that are.
///
/// When SQLite moves cells it leaves copies behind: what is equal to a cell that is in use is left out.
struct SQLiteDeletedContent {
  /// What lies between the cells of a page.
  private struct Leftover {
    let range: Range<Int>
    let page: SQLiteCells
  }

  /// One piece behind the other; nothing where none holds anything.
  private(set) var bytes: [UInt8] = []

  /// Equal cells are known by their last bytes.
  private static let tailByteCount = 8
  /// The first bytes of a cell, which may be written over in what is left of it.
  private static let headByteCount = 8

  init(of pages: SQLitePages, in database: Span<UInt8>) {
    var remains = SQLiteRemains(pages.encoding)
    for range in pages.free {
      if range.count == pages.size {
        remains.take(page: range, usableSize: pages.usableSize, in: database)
      } else {
        let start = range.upperBound - pages.size
        remains.take(
          leftover: range, of: .withoutHead(start..<start + pages.usableSize), in: database)
      }
    }
    Self.takeLeftovers(of: pages, in: database, into: &remains)
    bytes = remains.bytes
  }

  /// Takes what lies between cells, with zeros for what is equal to a cell in use.
  private static func takeLeftovers(
    of pages: SQLitePages, in database: Span<UInt8>, into remains: inout SQLiteRemains
  ) {
    let leftovers = leftovers(of: pages, in: database)
    guard !leftovers.isEmpty else { return }
    let cells = UsedCells(of: pages, among: leftovers.map(\.range), in: database)
    for leftover in leftovers where !remains.isFull {
      var piece: [UInt8] = []
      piece.append(database, leftover.range)
      cells.forEachCopy(in: database.extracting(leftover.range)) { copy in
        piece.replaceSubrange(copy, with: repeatElement(0, count: copy.count))
      }
      remains.take(leftover: piece.indices, of: leftover.page, in: piece.span)
    }
  }

  private static func leftovers(
    of pages: SQLitePages, in database: Span<UInt8>
  ) -> [Leftover] {
    var leftovers: [Leftover] = []
    for number in stride(from: 1, through: pages.count, by: 1) {
      guard let page = SQLiteCells(number, of: pages, database) else { continue }
      for range in page.leftovers(in: database)
      where range.count >= 4 && range.contains(where: { database[$0] != 0 }) {
        leftovers.append(Leftover(range: range, page: page))
      }
    }
    return leftovers
  }

  /// The cells in use that may have a copy among leftovers.
  private struct UsedCells {
    /// By the last bytes of cells, how long those are.
    private var lengths: [UInt64: [Int]] = [:]
    /// The hashes of cells without their first bytes.
    private var hashes: Set<Int> = []

    init(of pages: SQLitePages, among leftovers: [Range<Int>], in database: Span<UInt8>) {
      var windows = ByteWindows()
      for range in leftovers {
        for end in range where end + 1 - range.lowerBound >= tailByteCount {
          windows.insert(database.word(endingAt: end + 1))
        }
      }
      for number in stride(from: 1, through: pages.count, by: 1) {
        guard let cells = SQLiteCells(number, of: pages, database) else { continue }
        cells.forEach(in: database) {
          let cell = $0.range
          guard cell.count >= headByteCount + tailByteCount else { return }
          let tail = database.word(endingAt: cell.upperBound)
          guard windows.mayContain(tail) else { return }
          hashes.insert(database.hash(of: cell.dropFirst(headByteCount)))
          if lengths[tail]?.contains(cell.count) != true {
            lengths[tail, default: []].append(cell.count)
          }
        }
      }
    }

    /// Calls `body` with what is equal to a cell, or is the rest of it.
    func forEachCopy(in leftover: Span<UInt8>, _ body: (Range<Int>) -> Void) {
      guard !lengths.isEmpty else { return }
      var end = leftover.count
      while end >= tailByteCount {
        let length = lengths[leftover.word(endingAt: end)]?.first { length in
          let first = end - length + headByteCount
          return first >= 0 && hashes.contains(leftover.hash(of: first..<end))
        }
        if let length { body(max(0, end - length)..<end) }
        // In a page of another kind the head of a cell may be shorter.
        end -= max(1, (length ?? 0) - headByteCount)
      }
    }
  }

  /// Eight bytes each, of which it is told whether they may have been put in.
  private struct ByteWindows {
    private var bits = [UInt64](repeating: 0, count: 1 << 18)

    mutating func insert(_ window: UInt64) {
      let place = Self.place(of: window)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }

    func mayContain(_ window: UInt64) -> Bool {
      let place = Self.place(of: window)
      return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
    }

    private static func place(of window: UInt64) -> Int {
      Int(truncatingIfNeeded: (window &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
  }
}

extension Span<UInt8> {
  /// The eight bytes before `end`.
  fileprivate func word(endingAt end: Int) -> UInt64 {
    bytes.unsafeLoadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
  }
}
