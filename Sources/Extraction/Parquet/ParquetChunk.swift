import ScanModel

/// The values of a column in a group of rows, page by page.
struct ParquetChunk {
  /// Some writers leave the head of the first page out of the length that they give.
  private static let longestHead = 100

  let column: ParquetColumn
  private let codec: ParquetCodec
  private var position: Int
  private let end: Int
  /// The entries of the pages that were not read.
  private var waitingCount: Int
  private var dictionary = ParquetValues()
  private var page = ParquetPage()
  private var entry = 0
  private var value = 0
  /// Why not all of it was read.
  private(set) var failure: PartialReason?

  /// `metadata` tells of it; `bytes` are those of the file.
  init(_ column: ParquetColumn, _ metadata: ThriftStructure?, _ bytes: Span<UInt8>) {
    self.column = column
    codec = metadata?.integer(4).flatMap { ParquetCodec(rawValue: $0) } ?? .lzo
    let dictionary = metadata?.integer(11) ?? 0
    let data = metadata?.integer(9) ?? 0
    let start = dictionary > 0 ? min(dictionary, data) : data
    waitingCount = metadata?.integer(5) ?? 0
    let byteCount = metadata?.integer(7) ?? 0
    let isWithin = start >= 0 && byteCount >= 0 && start <= bytes.count
    position = isWithin ? start : 0
    end = isWithin ? start + min(byteCount + Self.longestHead, bytes.count - start) : 0
    if metadata == nil {
      failure = .encrypted
    } else if !isWithin {
      failure = .malformed
    } else if !codec.isKnown {
      failure = .unsupportedMembers
    }
  }

  /// Whether entries are left that can be read.
  var hasMore: Bool { failure == nil && (entry < page.count || waitingCount > 0) }

  /// Hands the values of the next row to `take`, which returns false when it wants no more; false where
  /// there is no such row, or it could not be read.
  mutating func takeRow(
    _ bytes: Span<UInt8>, _ context: ExtractionContext, _ take: (Span<UInt8>) -> Bool
  ) -> Bool {
    guard failure == nil else { return false }
    var isFirst = true
    while true {
      while entry == page.count {
        guard readPage(bytes, context) else {
          // Behind the last entry a row may end, but none begin.
          if isFirst, failure == nil { failure = .malformed }
          return !isFirst
        }
      }
      if !isFirst, !page.goesOn(entry) { return true }
      if page.hasValue(entry, in: column) {
        var isWanted = true
        let isThere = page.withValue(value, of: dictionary) {
          isWanted = take($0)
          return true
        }
        guard isThere, isWanted else {
          failure = isThere ? .limit : .malformed
          return false
        }
        value += 1
      }
      entry += 1
      isFirst = false
      if column.repetition == 0 { return true }
    }
  }

  /// Reads the next page with entries; false at the end.
  private mutating func readPage(_ bytes: Span<UInt8>, _ context: ExtractionContext) -> Bool {
    guard failure == nil, waitingCount > 0, position < end else {
      if waitingCount > 0, failure == nil { failure = .malformed }
      return false
    }
    let rest = bytes.extracting(position..<end)
    var headEnd = 0
    guard let head = ThriftStructure(rest, at: &headEnd), let packedCount = head.integer(3),
      let count = head.integer(2), 0...rest.count - headEnd ~= packedCount, count >= 0
    else { return fail(.malformed) }
    let body = rest.extracting(headEnd..<headEnd + packedCount)
    position += headEnd + packedCount
    guard context.allowsRatio(unpacked: count, packed: bytes.count), context.spend(unpacked: count)
    else { return fail(.limit) }
    switch head.integer(1) {
    case 0: return takePage(head.structure(5), body, count, context)
    case 2: return takeDictionary(head.structure(7), body, count, context)
    case 3: return takeSecondPage(head.structure(8), body, count, context)
    default: return true
    }
  }

  private mutating func fail(_ reason: PartialReason) -> Bool {
    failure = reason
    return false
  }

  private mutating func takeDictionary(
    _ head: ThriftStructure?, _ body: Span<UInt8>, _ count: Int, _ context: ExtractionContext
  ) -> Bool {
    guard let valueCount = head?.integer(1), 0...ParquetPage.valueLimit ~= valueCount,
      let unpacked = codec.unpack(body, count: count, context),
      let values = ParquetValues(column, unpacked.span, count: valueCount, encoding: 0)
    else { return fail(.malformed) }
    dictionary = values
    return true
  }

  private mutating func takePage(
    _ head: ThriftStructure?, _ body: Span<UInt8>, _ count: Int, _ context: ExtractionContext
  ) -> Bool {
    guard let entryCount = head?.integer(1), let encoding = head?.integer(2),
      let unpacked = codec.unpack(body, count: count, context)
    else { return fail(.malformed) }
    let page = ParquetPage(
      column, unpacked.span, count: entryCount, repetitions: .init(encoding: head?.integer(4)),
      definitions: .init(encoding: head?.integer(3)), encoding: encoding)
    return begin(page, context)
  }

  /// Takes a page whose levels are never packed.
  private mutating func takeSecondPage(
    _ head: ThriftStructure?, _ body: Span<UInt8>, _ count: Int, _ context: ExtractionContext
  ) -> Bool {
    guard let head, let entryCount = head.integer(1), let encoding = head.integer(4),
      let definition = head.integer(5), let repetition = head.integer(6), definition >= 0,
      repetition >= 0, definition <= body.count, repetition <= body.count - definition,
      definition + repetition <= count
    else { return fail(.malformed) }
    let levelCount = definition + repetition
    var unpacked = body.bytes(0..<levelCount)
    let packed = body.extracting(levelCount...)
    if head.boolean(7) == false {
      unpacked.append(packed, 0..<packed.count)
    } else if !packed.isEmpty || count > levelCount {
      guard let values = codec.unpack(packed, count: count - levelCount, context) else {
        return fail(.malformed)
      }
      unpacked += values
    }
    let page = ParquetPage(
      column, unpacked.span, count: entryCount, repetitions: .bytes(repetition),
      definitions: .bytes(definition), encoding: encoding)
    return begin(page, context)
  }

  private mutating func begin(_ page: ParquetPage?, _ context: ExtractionContext) -> Bool {
    guard let page else { return fail(.malformed) }
    guard context.spend(unpacked: page.count) else { return fail(.limit) }
    self.page = page
    entry = 0
    value = 0
    waitingCount -= page.count
    return true
  }
}
