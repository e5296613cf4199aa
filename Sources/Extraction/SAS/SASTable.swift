import ScanModel

/// The rows of a data file of SAS, those that were deleted and not yet written over among them.
struct SASTable {
  private let header: SASHeader
  private let dictionary: SASDictionary
  private let units: [SASNumber.Unit?]
  private var text: TableText
  private var row: SASRow
  private var rowCount = 0
  private var voidCount = 0
  /// Whether a row could not be unpacked.
  private var isBroken = false
  /// Whether the file may not unpack to so much.
  private(set) var isOverLimit = false

  init(_ header: SASHeader, _ dictionary: SASDictionary) {
    self.header = header
    self.dictionary = dictionary
    units = dictionary.columns.map { SASNumber.unit(ofFormat: $0.format) }
    row = SASRow(byteCount: dictionary.rowByteCount)
    text = TableText(
      columns: dictionary.columns.map { TableText.header($0.name, meaning: $0.label) })
  }

  /// Whether there were as many rows as the file says, less those that were deleted.
  var isWhole: Bool { !isBroken && rowCount + voidCount >= dictionary.rowCount }

  /// Takes the rows of a page.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ page: SASPage, end: Int, of bytes: Span<UInt8>, into sink: inout Sink
  ) {
    for subheader in page.subheaders
    where dictionary.packing != .none && rowCount < dictionary.rowCount {
      if subheader.isPacked {
        guard unpack(bytes.extracting(subheader.range)) else {
          isBroken = true
          continue
        }
        guard sink.context.spend(unpacked: dictionary.rowByteCount) else {
          isOverLimit = true
          return
        }
        let unpacked = row.bytes
        push(unpacked.span, into: &sink)
      } else if subheader.mayBeRow, subheader.range.count == dictionary.rowByteCount {
        push(bytes.extracting(subheader.range), into: &sink)
      }
    }
    voidCount += page.voidCount
    guard var position = page.rowStart else { return }
    var count = min(page.blockCount, dictionary.rowCount - rowCount)
    if page.isMixed { count = min(count, dictionary.mixedRowCount) }
    while count > 0, !sink.isCancelled {
      guard position + dictionary.rowByteCount <= end else {
        isBroken = true
        return
      }
      push(bytes.extracting(position..<position + dictionary.rowByteCount), into: &sink)
      position += dictionary.rowByteCount
      count -= 1
    }
  }

  mutating func finish(into sink: inout some DocumentSink & ~Copyable) {
    text.finish(into: &sink)
  }

  private mutating func unpack(_ packed: Span<UInt8>) -> Bool {
    switch dictionary.packing {
    case .none: return false
    case .runs: return row.unpackRuns(packed)
    case .repetitions: return row.unpackRepetitions(packed)
    }
  }

  private mutating func push(
    _ row: Span<UInt8>, into sink: inout some DocumentSink & ~Copyable
  ) {
    rowCount += 1
    text.beginRow(rowCount)
    for (index, column) in dictionary.columns.enumerated() {
      let place = column.offset..<column.offset + column.byteCount
      var value: [UInt8] = []
      if !column.isNumeric {
        value = dictionary.decoded(row, place)
      } else if let number = SASNumber.double(row, place, header.order) {
        SASNumber.append(number, units[index], to: &value)
      }
      if !value.isEmpty { text.add(value, column: index + 1) }
    }
    text.pushIfDue(into: &sink)
  }
}
