/// Finds the entries of a zip archive: in its central directory, or where that is missing or broken,
/// by the local headers.
struct ZipDirectory {
  private static let endByteCount = 22
  private static let headerByteCount = 46
  static let localByteCount = 30
  /// The ends of archives that are tried, from the last one on.
  private static let endLimit = 16

  private(set) var entries: [ZipEntry] = []
  /// Whether the directory is missing or breaks off.
  private(set) var isBroken = false
  /// Whether there are more entries than are read.
  private(set) var isOverLimit = false
  /// Bytes in front of the archive, which its positions do not count.
  private var prefix = 0
  private let entryLimit: Int

  init(of bytes: Span<UInt8>, entryLimit: Int) {
    self.entryLimit = entryLimit
    if !readCentralDirectory(bytes) {
      isBroken = true
      isOverLimit = false
      walkLocalHeaders(bytes)
    }
    markOverlaps(bytes)
  }

  // MARK: Central directory

  private mutating func readCentralDirectory(_ bytes: Span<UInt8>) -> Bool {
    var position = bytes.count - Self.endByteCount
    var endCount = 0
    while position >= 0, endCount < Self.endLimit {
      if bytes[position] == 0x50, bytes.hasMark(5, 6, at: position) {
        endCount += 1
        if readDirectory(bytes, endingAt: position) {
          if isOfInnerArchive(bytes) { return false }
          if hasTail(bytes, behind: position) { isBroken = true }
          return true
        }
      }
      position -= 1
    }
    return false
  }

  /// Whether the directory is that of an archive behind the beginning of another one: of a member that is
  /// not packed, where the file is cut off, or of the second of two.
  private func isOfInnerArchive(_ bytes: Span<UInt8>) -> Bool {
    prefix > 0 && bytes.hasMark(3, 4, at: 0)
  }

  /// Whether more than padding stands behind the archive that ends with the record at `end`.
  ///
  /// What stands behind one with a program before it is the program's.
  private func hasTail(_ bytes: Span<UInt8>, behind end: Int) -> Bool {
    guard bytes.hasMark(3, 4, at: 0) else { return false }
    let start = end + Self.endByteCount + Int(bytes.littleEndian16(at: end + 20))
    guard start < bytes.count else { return false }
    for position in start..<bytes.count {
      switch bytes[position] {
      case 0, UInt8(ascii: "\r"), UInt8(ascii: "\n"): continue
      default: return true
      }
    }
    return false
  }

  /// Reads the directory that the record at `end` tells of; false where there is none.
  private mutating func readDirectory(_ bytes: Span<UInt8>, endingAt end: Int) -> Bool {
    var count = Int(bytes.littleEndian16(at: end + 10))
    var byteCount = Int(bytes.littleEndian32(at: end + 12))
    var start = Int(bytes.littleEndian32(at: end + 16))
    var directoryEnd = end
    if let record = largeRecord(bytes, before: end) {
      guard let largeCount = bytes.littleEndian64(at: record + 32),
        let largeByteCount = bytes.littleEndian64(at: record + 40),
        let largeStart = bytes.littleEndian64(at: record + 48)
      else { return false }
      (count, byteCount, start) = (largeCount, largeByteCount, largeStart)
      directoryEnd = record
    }
    if count == 0, byteCount == 0 {
      // An empty archive, unless its end says so of one that has entries.
      return end == 0 || !bytes.hasMark(3, 4, at: 0)
    }
    let expected = directoryEnd - byteCount
    if expected >= 0, bytes.hasMark(1, 2, at: expected) {
      prefix = max(expected - start, 0)
      return readEntries(bytes, from: expected, count: count)
    }
    guard start <= bytes.count, bytes.hasMark(1, 2, at: start) else { return false }
    prefix = 0
    return readEntries(bytes, from: start, count: count)
  }

  /// The position of the record of a ZIP64 archive that belongs to the end at `end`.
  private func largeRecord(_ bytes: Span<UInt8>, before end: Int) -> Int? {
    let locator = end - 20
    guard locator >= 56, bytes.hasMark(6, 7, at: locator) else { return nil }
    if let position = bytes.littleEndian64(at: locator + 8), position <= locator - 56,
      bytes.hasMark(6, 6, at: position)
    {
      return position
    }
    return bytes.hasMark(6, 6, at: locator - 56) ? locator - 56 : nil
  }

  private mutating func readEntries(_ bytes: Span<UInt8>, from start: Int, count: Int) -> Bool {
    entries.removeAll()
    var position = start
    while position + Self.headerByteCount <= bytes.count, bytes.hasMark(1, 2, at: position) {
      guard entries.count < entryLimit else {
        isOverLimit = true
        return true
      }
      let nameCount = Int(bytes.littleEndian16(at: position + 28))
      let extraCount = Int(bytes.littleEndian16(at: position + 30))
      let commentCount = Int(bytes.littleEndian16(at: position + 32))
      let nameStart = position + Self.headerByteCount
      let next = nameStart + nameCount + extraCount + commentCount
      guard nameStart + nameCount + extraCount <= bytes.count else { break }
      append(
        ZipHeader(
          bytes, at: position + 6, hasPosition: true, name: nameStart..<nameStart + nameCount,
          extra: nameStart + nameCount..<nameStart + nameCount + extraCount))
      position = next
    }
    // Archives of more entries than 16 bits can count have been written without ZIP64.
    if entries.isEmpty || entries.count & 0xFFFF != count & 0xFFFF { isBroken = true }
    return !entries.isEmpty
  }

  private mutating func append(_ header: ZipHeader) {
    let position = header.position.addingReportingOverflow(prefix)
    guard !position.overflow else { return isBroken = true }
    entries.append(header.entry(at: position.partialValue))
  }

  // MARK: Local headers

  private mutating func walkLocalHeaders(_ bytes: Span<UInt8>) {
    entries.removeAll()
    var position = 0
    while let start = nextMark(bytes, from: position), entries.count < entryLimit {
      position = start + 4
      guard bytes.hasMark(3, 4, at: start), start + Self.localByteCount <= bytes.count else {
        continue
      }
      let name = start + Self.localByteCount
      let nameEnd = name + Int(bytes.littleEndian16(at: start + 26))
      let content = nameEnd + Int(bytes.littleEndian16(at: start + 28))
      guard content <= bytes.count else { continue }
      var entry = ZipHeader(
        bytes, at: start + 4, hasPosition: false, name: name..<nameEnd, extra: nameEnd..<content
      ).entry(at: start)
      let isUnknown = entry.hasDescriptor && entry.packedByteCount == 0
      if isUnknown || entry.packedByteCount > bytes.count - content {
        entry.packedByteCount = (nextMark(bytes, from: content) ?? bytes.count) - content
      }
      entries.append(entry)
      position = content + entry.packedByteCount
    }
    isOverLimit = entries.count >= entryLimit
  }

  /// The next mark of a header or of a record behind an entry.
  private func nextMark(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position + 4 <= bytes.count {
      if bytes[position] == 0x50,
        bytes.hasMark(3, 4, at: position) || bytes.hasMark(1, 2, at: position)
          || bytes.hasMark(7, 8, at: position)
      {
        return position
      }
      position += 1
    }
    return nil
  }

  // MARK: Overlaps

  /// Marks all but the first of the entries that share bytes.
  private mutating func markOverlaps(_ bytes: Span<UInt8>) {
    var isSorted = true
    for index in entries.indices.dropFirst()
    where entries[index].headerPosition <= entries[index - 1].headerPosition { isSorted = false }
    var order = Array(entries.indices)
    if !isSorted {
      order.sort {
        (entries[$0].headerPosition, $0) < (entries[$1].headerPosition, $1)
      }
    }
    var end = 0
    for index in order where !entries[index].isDirectory {
      let entry = entries[index]
      if entry.headerPosition < end { entries[index].isOverlapping = true }
      let size = entry.packedByteCount.addingReportingOverflow(Self.localByteCount)
      let next = entry.headerPosition.addingReportingOverflow(size.partialValue)
      if !size.overflow, !next.overflow { end = max(end, next.partialValue) }
    }
  }
}

extension Span<UInt8> {
  /// Whether `PK` and the two bytes stand at `position`.
  func hasMark(_ third: UInt8, _ fourth: UInt8, at position: Int) -> Bool {
    position >= 0 && position <= count - 4 && self[position] == 0x50
      && self[position + 1] == 0x4B && self[position + 2] == third
      && self[position + 3] == fourth
  }
}
