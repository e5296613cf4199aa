/// The characters of a document that were deleted while changes were tracked.
///
/// Source: MS-DOC 2.4.6.2, 2.8.4, 2.9.33, 2.6.1.
struct WordDeletions {
  /// Their bytes in the stream, in order, without overlaps.
  private var ranges: [Range<Int>] = []

  /// Reads the table of the pages that hold the properties of characters.
  init(_ table: Span<UInt8>, _ range: Range<Int>, _ stream: Span<UInt8>, isOld: Bool) {
    for page in WordPropertyPages(table, range, stream, isOld: isOld).ranges {
      read(stream.extracting(page), isOld: isOld)
    }
    join()
  }

  private mutating func read(_ page: Span<UInt8>, isOld: Bool) {
    let last = WordPropertyPages.byteCount - 1
    let count = Int(page[last])
    guard 5 * count + 4 < last else { return }
    for index in 0..<count {
      guard let start = page.littleUInt32(at: 4 * index),
        let end = page.littleUInt32(at: 4 * (index + 1)), start < end
      else { continue }
      let place = 2 * Int(page[4 * (count + 1) + index])
      guard place > 0, place < last else { continue }
      let changes = place + 1..<min(place + 1 + Int(page[place]), last)
      // In Word 6 and 95 it is change 65, which comes first.
      let isDeleted =
        isOld
        ? changes.count >= 2 && page[place + 1] == 65 && page[place + 2] == 1
        : WordChange.isDeleted(page, changes)
      if isDeleted { ranges.append(start..<end) }
    }
  }

  private mutating func join() {
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var joined: [Range<Int>] = []
    for range in ranges {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        joined[joined.count - 1] = last.lowerBound..<end
      } else {
        joined.append(range)
      }
    }
    ranges = joined
  }

  /// Takes a chunk apart into what was deleted and what was not, in order.
  func parts(of chunk: WordPieces.Chunk) -> [(chunk: WordPieces.Chunk, isDeleted: Bool)] {
    var parts: [(chunk: WordPieces.Chunk, isDeleted: Bool)] = []
    var position = chunk.bytes.lowerBound
    func append(to end: Int, isDeleted: Bool) {
      guard end > position else { return }
      parts.append((WordPieces.Chunk(bytes: position..<end, isWide: chunk.isWide), isDeleted))
      position = end
    }
    for index in index(of: position)..<ranges.count {
      guard ranges[index].lowerBound < chunk.bytes.upperBound else { break }
      append(to: chunk.boundary(at: ranges[index].lowerBound), isDeleted: false)
      append(to: chunk.boundary(at: ranges[index].upperBound), isDeleted: true)
    }
    append(to: chunk.bytes.upperBound, isDeleted: false)
    return parts
  }

  /// The first range that ends behind `position`.
  private func index(of position: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension WordPieces.Chunk {
  /// The start of the character at `position`, within the chunk.
  fileprivate func boundary(at position: Int) -> Int {
    let offset = min(max(position, bytes.lowerBound), bytes.upperBound) - bytes.lowerBound
    return bytes.lowerBound + (isWide && offset < bytes.count ? offset & ~1 : offset)
  }
}
