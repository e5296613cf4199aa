import ScanModel

/// The records of a part in BIFF12, read in pieces.
///
/// Source: [MS-XLSB] 2.1.4.
struct PartRecords: ~Copyable {
  private static let pieceByteCount = 256 << 10
  private static let recordByteLimit = 64 << 20

  private var bytes: [UInt8] = []
  private var source: ZipEntrySource
  private let entryFailure: ZipEntryFailure
  private var isAtEnd = false
  private var isBroken = false

  init(_ entry: ZipEntry, of archive: borrowing ZipArchive, _ package: Span<UInt8>) {
    source = archive.source(of: entry, in: package)
    entryFailure = source.failure
  }

  /// Scans the part to its end; returns why it was not read whole, if so.
  mutating func scan<Content: BinaryPartContent & PartTextContent, Sink: DocumentSink & ~Copyable>(
    into content: inout Content, at parts: [DocumentPart], of sink: inout Sink
  ) -> PartialReason? {
    var hasBegun = false
    while !isAtEnd, !sink.isCancelled {
      scanPiece(into: &content)
      if !hasBegun, !content.isEmpty {
        sink.beginText(at: parts)
        hasBegun = true
      }
      if hasBegun { content.pushIfDue(into: &sink) }
    }
    if hasBegun {
      content.finish(into: &sink)
      sink.endText()
    }
    return entryFailure.reason ?? (isBroken ? .malformed : nil)
  }

  /// Scans a part that gives no text of its own.
  mutating func scan(into content: inout some BinaryPartContent) -> PartialReason? {
    while !isAtEnd { scanPiece(into: &content) }
    return entryFailure.reason ?? (isBroken ? .malformed : nil)
  }

  /// Reads the next piece and gives the records that are whole.
  private mutating func scanPiece(into content: inout some BinaryPartContent) {
    do throws(ReadFailure) {
      isAtEnd = try bytes.append(from: &source, byteCount: Self.pieceByteCount) == 0
    } catch {
      entryFailure.reason = .readError
      isAtEnd = true
    }
    let (position, isWhole) = Self.scan(bytes.span, into: &content)
    if !isWhole || isAtEnd && position < bytes.count { isBroken = true }
    if !isWhole { isAtEnd = true }
    bytes.removeSubrange(..<position)
  }

  /// Gives the records that are whole; returns where they end, and whether more may follow.
  private static func scan(
    _ bytes: Span<UInt8>, into content: inout some BinaryPartContent
  ) -> (Int, Bool) {
    var position = 0
    while let header = RecordHeader(bytes, at: position) {
      guard header.payload.count <= recordByteLimit else { return (position, false) }
      guard header.payload.upperBound <= bytes.count else { break }
      content.take(header.number, bytes.extracting(header.payload))
      position = header.payload.upperBound
    }
    return (position, true)
  }
}

/// The number of a record and where its bytes lie.
struct RecordHeader {
  let number: Int
  let payload: Range<Int>

  /// Nil where there is no whole header.
  init?(_ bytes: Span<UInt8>, at start: Int) {
    var position = start
    func next(upTo limit: Int) -> Int? {
      var number = 0
      for shift in 0..<limit {
        guard position < bytes.count else { return nil }
        let byte = Int(bytes[position])
        position += 1
        number |= (byte & 0x7F) << (7 * shift)
        if byte & 0x80 == 0 { break }
      }
      return number
    }
    guard let number = next(upTo: 2), let count = next(upTo: 4) else { return nil }
    self.number = number
    payload = position..<position + count
  }
}
