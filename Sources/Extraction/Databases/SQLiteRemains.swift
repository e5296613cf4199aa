/// Text that is made of what is left of rows: the values of whole records with tabs between them, and
/// between those the bytes as they lie.
struct SQLiteRemains {
  /// One row or piece behind the other; nothing where none holds anything.
  private(set) var bytes: [UInt8] = []

  static let byteLimit = 64 << 20

  private let encoding: SQLiteRecord.Encoding

  init(_ encoding: SQLiteRecord.Encoding) {
    self.encoding = encoding
  }

  var isFull: Bool { bytes.count >= Self.byteLimit }

  /// Takes a page as it was: its cells and what lies between them, or all of it where it has none.
  mutating func take(page: Range<Int>, usableSize: Int, in database: Span<UInt8>) {
    let usable = page.lowerBound..<page.lowerBound + usableSize
    guard let cells = SQLiteCells(usable, in: database) else { return take(database, page) }
    cells.forEach(in: database) { take($0, in: database) }
    for leftover in cells.leftovers(in: database) {
      take(leftover: leftover, of: cells, in: database)
    }
  }

  /// Takes a cell: the values of its record.
  mutating func take(_ cell: SQLiteCell, in database: Span<UInt8>) {
    guard let record = SQLiteRecord(cell.payload, ofByteCount: cell.byteCount, in: database) else {
      return take(database, cell.range)
    }
    take(record, in: database)
  }

  /// Takes what lies between cells: those that are whole, what was left of one before them, and the
  /// rest as it is.
  mutating func take(leftover: Range<Int>, of cells: SQLiteCells, in bytes: Span<UInt8>) {
    var position = leftover.lowerBound
    var start = position
    while position < leftover.upperBound {
      guard let cell = cells.cell(at: position, before: leftover.upperBound, in: bytes),
        let record = SQLiteRecord(cell.payload, ofByteCount: cell.byteCount, in: bytes)
      else {
        position += 1
        continue
      }
      take(rest: start..<position, in: bytes)
      take(record, in: bytes)
      position = cell.range.upperBound
      start = position
    }
    take(rest: start..<position, in: bytes)
  }

  /// Takes what is left of cells that were freed: those at the end that begin with a free block which
  /// reaches up to there, and the one before them.
  private mutating func take(rest: Range<Int>, in bytes: Span<UInt8>) {
    var records: [SQLiteRecord] = []
    var end = rest.upperBound
    for start in rest.dropLast(4).reversed()
    where bytes.bigEndian16(at: start + 2) == rest.upperBound - start {
      guard let record = SQLiteRecord(restOfRecord: start + 4..<end, in: bytes) else { continue }
      records.append(record)
      end = start
    }
    if let record = SQLiteRecord(restOfRecord: rest.lowerBound..<end, in: bytes) {
      records.append(record)
    } else {
      take(bytes, rest.lowerBound..<end)
    }
    for record in records.reversed() { take(record, in: bytes) }
  }

  private mutating func take(_ record: SQLiteRecord, in bytes: Span<UInt8>) {
    record.append(to: &self.bytes, encoding, in: bytes)
    end()
  }

  /// Takes bytes as they are.
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard !isFull, range.contains(where: { bytes[$0] != 0 }) else { return }
    self.bytes.append(bytes, range)
    end()
  }

  /// Texts of two pieces are not to run into each other.
  private mutating func end() {
    bytes += [0, 0]
  }
}
