import ScanModel

/// What lies in a 7z archive, and where.
///
/// Source: 7zFormat.txt of the LZMA SDK.
struct SevenZipHeader {
  /// Where packed streams are counted from.
  private static let start = 32
  /// How a header can begin: what it is, and what comes first in it.
  static let beginnings: [[UInt8]] = [
    [0x01, 0x00], [0x01, 0x02], [0x01, 0x04], [0x01, 0x05], [0x17, 0x06], [0x17, 0x07],
  ]
  private static let coderLimit = 16
  private static let streamLimit = 32

  private(set) var folders: [SevenZipFolder] = []
  private(set) var entries: [SevenZipEntry] = []
  /// Whether there are more entries than are read of one archive.
  private(set) var isOverLimit = false
  /// Whether this is only where the header lies, which is packed itself.
  private(set) var isPacked = false
  private var cursor: SevenZipCursor
  private let archiveByteCount: Int
  private let entryLimit: Int
  private var packed: [Range<Int>] = []

  /// The range of the header in an archive of these bytes; empty for an archive of nothing.
  static func range(in bytes: Span<UInt8>) throws(ReadFailure) -> Range<Int> {
    guard bytes.count >= start, let offset = bytes.littleEndian64(at: 12),
      let byteCount = bytes.littleEndian64(at: 20), offset <= bytes.count - start,
      byteCount <= bytes.count - start - offset
    else { throw ReadFailure(.malformed) }
    return start + offset..<start + offset + byteCount
  }

  /// `bytes` are the header alone.
  init(
    _ bytes: [UInt8], archiveByteCount: Int, context: ExtractionContext
  ) throws(ReadFailure) {
    cursor = SevenZipCursor(bytes)
    self.archiveByteCount = archiveByteCount
    entryLimit = context.limits.entriesPerContainer
    switch try cursor.byte() {
    case 0x01: try readHeader()
    case 0x17:
      isPacked = true
      try readStreams()
    default: throw ReadFailure(.malformed)
    }
  }

  private mutating func readHeader() throws(ReadFailure) {
    while true {
      switch try cursor.byte() {
      case 0x00: return
      case 0x02:
        while try cursor.byte() != 0 { _ = try cursor.take(try cursor.number()) }
      case 0x04: try readStreams()
      case 0x05: try readEntries()
      // Streams for the header itself are written by no known program.
      case 0x03: throw ReadFailure(.unsupportedMembers)
      default: throw ReadFailure(.malformed)
      }
    }
  }

  // MARK: Streams

  private mutating func readStreams() throws(ReadFailure) {
    var hasSubstreams = false
    loop: while true {
      switch try cursor.byte() {
      case 0x00: break loop
      case 0x06: try readPackedStreams()
      case 0x07: try readFolders()
      case 0x08:
        try readSubstreams()
        hasSubstreams = true
      default: throw ReadFailure(.malformed)
      }
    }
    if !hasSubstreams {
      for index in folders.indices { folders[index].takeAsOne() }
    }
  }

  private mutating func readPackedStreams() throws(ReadFailure) {
    var position = Self.start + (try cursor.number())
    let count = try cursor.count()
    while true {
      switch try cursor.byte() {
      case 0x00: return
      case 0x09:
        for _ in 0..<count {
          let byteCount = try cursor.number()
          guard position <= archiveByteCount, byteCount <= archiveByteCount - position else {
            throw ReadFailure(.malformed)
          }
          packed.append(position..<position + byteCount)
          position += byteCount
        }
      case 0x0A: _ = try cursor.checksums(count)
      default: throw ReadFailure(.malformed)
      }
    }
  }

  private mutating func readFolders() throws(ReadFailure) {
    try cursor.demand(0x0B)
    let count = try cursor.number(upTo: entryLimit)
    // Elsewhere than here is written by no known program.
    try cursor.demand(0)
    var streams = packed[...]
    for _ in 0..<count {
      var folder = try readFolder()
      guard streams.count >= folder.packedInputs.count else { throw ReadFailure(.malformed) }
      folder.packed = Array(streams.prefix(folder.packedInputs.count))
      streams = streams.dropFirst(folder.packedInputs.count)
      folders.append(folder)
    }
    try cursor.demand(0x0C)
    for index in folders.indices {
      for output in folders[index].byteCounts.indices {
        folders[index].byteCounts[output] = try cursor.number()
      }
    }
    while true {
      switch try cursor.byte() {
      case 0x00: return
      case 0x0A:
        for (index, checksum) in try cursor.checksums(count).enumerated() {
          folders[index].checksum = checksum
        }
      default: throw ReadFailure(.malformed)
      }
    }
  }

  private mutating func readFolder() throws(ReadFailure) -> SevenZipFolder {
    var folder = SevenZipFolder()
    var (inputCount, outputCount) = (0, 0)
    for _ in 0..<(try cursor.number(upTo: Self.coderLimit)) {
      let coder = try readCoder()
      inputCount += coder.inputCount
      outputCount += coder.outputCount
      folder.coders.append(coder)
    }
    guard outputCount > 0, inputCount >= outputCount - 1 else { throw ReadFailure(.malformed) }
    folder.byteCounts = [Int](repeating: 0, count: outputCount)
    for _ in 1..<outputCount {
      let (input, output) = (try cursor.number(), try cursor.number())
      guard input < inputCount, output < outputCount, folder.bonds[input] == nil else {
        throw ReadFailure(.malformed)
      }
      folder.bonds[input] = output
    }
    let free = (0..<inputCount).filter { folder.bonds[$0] == nil }
    guard free.count > 1 else {
      folder.packedInputs = free
      return folder
    }
    for _ in free {
      let input = try cursor.number()
      guard input < inputCount else { throw ReadFailure(.malformed) }
      folder.packedInputs.append(input)
    }
    return folder
  }

  private mutating func readCoder() throws(ReadFailure) -> SevenZipFolder.Coder {
    let flags = try cursor.byte()
    var coder = SevenZipFolder.Coder(
      method: SevenZipMethod(id: try cursor.take(Int(flags & 0x0F))), properties: [],
      inputCount: 1, outputCount: 1)
    if flags & 0x10 != 0 {
      coder.inputCount = try cursor.number(upTo: Self.streamLimit)
      coder.outputCount = try cursor.number(upTo: Self.streamLimit)
    }
    if flags & 0x20 != 0 { coder.properties = Array(try cursor.take(try cursor.number())) }
    if flags & 0xC0 != 0 { coder.method = .unknown }
    return coder
  }

  private mutating func readSubstreams() throws(ReadFailure) {
    var counts = [Int](repeating: 1, count: folders.count)
    var kind = try cursor.byte()
    if kind == 0x0D {
      for index in counts.indices { counts[index] = try cursor.number(upTo: entryLimit) }
      kind = try cursor.byte()
    }
    let hasSizes = kind == 0x09
    for (index, count) in counts.enumerated() where count > 0 {
      var rest = folders[index].byteCount
      if count > 1, !hasSizes { throw ReadFailure(.malformed) }
      for _ in 1..<count {
        let byteCount = try cursor.number()
        guard byteCount <= rest else { throw ReadFailure(.malformed) }
        rest -= byteCount
        folders[index].substreams.append(.init(byteCount: byteCount, checksum: nil))
      }
      folders[index].substreams.append(.init(byteCount: rest, checksum: nil))
      if count == 1 { folders[index].substreams[0].checksum = folders[index].checksum }
    }
    if hasSizes { kind = try cursor.byte() }
    while kind != 0x00 {
      guard kind == 0x0A else { throw ReadFailure(.malformed) }
      try readChecksums()
      kind = try cursor.byte()
    }
  }

  /// The checksums of those substreams that do not have that of their folder.
  private mutating func readChecksums() throws(ReadFailure) {
    let isKnown = folders.map { $0.substreams.count == 1 && $0.checksum != nil }
    var count = 0
    for (folder, isKnown) in zip(folders, isKnown) where !isKnown {
      count += folder.substreams.count
    }
    var checksums = try cursor.checksums(count)[...]
    for (index, isKnown) in isKnown.enumerated() where !isKnown {
      for substream in folders[index].substreams.indices {
        folders[index].substreams[substream].checksum = checksums.popFirst() ?? nil
      }
    }
  }
}

extension SevenZipFolder {
  /// What is packed is one file.
  fileprivate mutating func takeAsOne() {
    substreams = [Substream(byteCount: byteCount, checksum: checksum)]
  }
}

// MARK: Entries

extension SevenZipHeader {
  private mutating func readEntries() throws(ReadFailure) {
    let count = try cursor.number()
    guard count <= cursor.byteCount else { throw ReadFailure(.malformed) }
    isOverLimit = count > entryLimit
    entries = [SevenZipEntry](repeating: SevenZipEntry(), count: min(count, entryLimit))
    var empty: [Int] = []
    while true {
      let kind = try cursor.byte()
      if kind == 0 { return }
      let byteCount = try cursor.number()
      guard byteCount <= cursor.restByteCount else { throw ReadFailure(.malformed) }
      let end = cursor.position + byteCount
      switch kind {
      case 0x0E:
        let bits = try cursor.bits(count)
        empty = entries.indices.filter { bits[$0] }
        for index in empty {
          entries[index].hasContent = false
          entries[index].isDirectory = true
        }
      case 0x0F:
        let bits = try cursor.bits(empty.count)
        for (index, isFile) in zip(empty, bits) where isFile { entries[index].isDirectory = false }
      case 0x11: try readNames()
      case 0x15: try readAttributes(count)
      default: break
      }
      guard cursor.position <= end else { throw ReadFailure(.malformed) }
      _ = try cursor.take(end - cursor.position)
    }
  }

  /// Names in UTF-16, each with a zero behind it.
  private mutating func readNames() throws(ReadFailure) {
    guard try cursor.byte() == 0 else { throw ReadFailure(.unsupportedMembers) }
    var units: [UInt16] = []
    for index in entries.indices {
      units.removeAll(keepingCapacity: true)
      while true {
        let low = UInt16(try cursor.byte())
        let unit = UInt16(try cursor.byte()) << 8 | low
        if unit == 0 { break }
        units.append(unit)
      }
      entries[index].name = String(decoding: units, as: UTF16.self)
    }
  }

  private mutating func readAttributes(_ count: Int) throws(ReadFailure) {
    let isKnown = try cursor.bitsUnlessAll(count)
    guard try cursor.byte() == 0 else { throw ReadFailure(.unsupportedMembers) }
    for index in entries.indices where isKnown[index] {
      entries[index].attributes = try cursor.littleEndian32()
    }
  }
}
