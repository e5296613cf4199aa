import ScanModel

/// The rows of a Parquet file.
struct ParquetTable {
  private let footer: ParquetFooter
  /// Why that is not all of it.
  private(set) var failure: PartialReason?
  /// Documents that cells hold, which are read behind the table.
  private var documents: [(name: String, bytes: [UInt8])] = []
  private var documentByteCount = 0

  private static let documentByteLimit = 64 << 20

  init(_ footer: ParquetFooter) {
    self.footer = footer
  }

  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard !footer.columns.isEmpty else { return }
    sink.beginText(at: [])
    var text = TableText(columns: footer.columns.map(\.name))
    var row = 0
    for group in footer.rowGroups where !sink.isCancelled {
      var chunks = footer.columns.indices.map {
        ParquetChunk(
          footer.columns[$0], $0 < group.chunks.count ? group.chunks[$0] : nil, bytes)
      }
      takeRows(group.rowCount, of: &chunks, bytes, from: &row, to: &text, into: &sink)
      for chunk in chunks { note(chunk.failure) }
    }
    text.finish(into: &sink)
    sink.endText()
    for document in documents where !sink.isCancelled {
      sink.takeMember(at: [.member(document.name)], bytes: document.bytes)
    }
  }

  /// Takes all rows of a group, which says that there are `count`; one with others is malformed.
  private mutating func takeRows<Sink: DocumentSink & ~Copyable>(
    _ count: Int, of chunks: inout [ParquetChunk], _ bytes: Span<UInt8>, from row: inout Int,
    to text: inout TableText, into sink: inout Sink
  ) {
    let context = sink.context
    var left = max(count, 0)
    while !sink.isCancelled, left > 0 || chunks.contains(where: \.hasMore) {
      if left <= 0 { note(.malformed) }
      left -= 1
      row += 1
      text.beginRow(row)
      var isThere = false
      for index in chunks.indices {
        let column = chunks[index].column
        let isRow = chunks[index].takeRow(bytes, context) { value in
          guard context.spend(unpacked: value.count) else { return false }
          add(value, of: column, number: index + 1, row: row, to: &text)
          return true
        }
        isThere = isThere || isRow
      }
      guard isThere else { return }
      text.pushIfDue(into: &sink)
    }
  }

  private mutating func add(
    _ value: Span<UInt8>, of column: ParquetColumn, number: Int, row: Int, to text: inout TableText
  ) {
    guard column.mayHoldDocuments, value.count >= BlobKind.shortestDocument else {
      let isText = UTF8Check.validEnd(of: value, from: 0).end == value.count
      if isText {
        text.add(value, column: number)
      } else if column.isOfText {
        text.add(value.bytes(0..<value.count).repaired, column: number)
      }
      return
    }
    let bytes = value.bytes(0..<value.count)
    switch BlobKind(of: bytes) {
    case .cell: text.add(bytes, column: number)
    case .unknown: note(.unsupportedMembers)
    case .document:
      documentByteCount += bytes.count
      guard documentByteCount <= Self.documentByteLimit else { return note(.limit) }
      let name = String(decoding: column.name, as: UTF8.self)
      documents.append(("\(name) \(row)", bytes))
    }
  }

  private mutating func note(_ reason: PartialReason?) {
    if failure == nil { failure = reason }
  }
}

extension ParquetColumn {
  fileprivate var isOfText: Bool {
    if case .text = meaning { true } else { false }
  }

  /// Whether its values are bytes of which nothing is said.
  fileprivate var mayHoldDocuments: Bool {
    guard physical == .byteArray || physical == .fixed else { return false }
    if case .asWritten = meaning { return true }
    return false
  }
}
