import ScanModel

/// Reads what a 7z archive asks for before it is unpacked: memory, and passwords.
///
/// Source: 7zFormat.txt of the LZMA SDK.
struct SevenZipHeader {
  private static let headerByteLimit = 64 << 20
  private var bytes: [UInt8]
  private var position = 0
  private var packedStart = 0
  private var packedSizes: [Int] = []
  private var unpackedSizes: [Int] = []
  private var coders: [Coder] = []

  private struct Coder {
    var id: [UInt8]
    var properties: [UInt8]
  }

  /// Why the archive is not to be unpacked; nil where it may be.
  static func refusal(of bytes: Span<UInt8>, _ context: ExtractionContext) -> PartialReason? {
    guard bytes.count >= 32 else { return .malformed }
    let offset = bytes.littleEndian(at: 12, byteCount: 8)
    let size = bytes.littleEndian(at: 20, byteCount: 8)
    if size == 0 { return nil }
    guard offset >= 0, size > 0, offset <= bytes.count - 32, size <= bytes.count - 32 - offset
    else { return .malformed }
    guard size <= headerByteLimit else { return .limit }
    var header = SevenZipHeader(
      bytes: bytes.array(32 + offset..<32 + offset + size))
    // A header may be packed, and that header again; more than once is nothing but a trap.
    for _ in 0..<4 {
      guard let kind = header.byte() else { return nil }
      if kind == 0x01 {
        guard header.byte() == 0x04 else { return nil }
        header.readStreams()
        return header.codersRefusal
      }
      guard kind == 0x17 else { return nil }
      header.readStreams()
      if header.coders.contains(where: { $0.id == [0x06, 0xF1, 0x07, 0x01] }) { return .encrypted }
      if let reason = header.codersRefusal { return reason }
      guard let unpacked = header.unpackedHeader(in: bytes, context) else { return nil }
      header = SevenZipHeader(bytes: unpacked)
    }
    return .limit
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var codersRefusal: PartialReason? {
    for coder in coders {
      if coder.id == [0x03, 0x01, 0x01], coder.properties.count >= 5,
        coder.properties.span.littleEndian(at: 1, byteCount: 4) > XZHeader.dictionaryLimit
      {
        return .limit
      }
      if coder.id == [0x21], let property = coder.properties.first,
        XZHeader.dictionaryByteCount(ofLZMA2: property) > XZHeader.dictionaryLimit
      {
        return .limit
      }
      if coder.id == [0x03, 0x04, 0x01], coder.properties.count >= 5,
        coder.properties.span.littleEndian(at: 1, byteCount: 4) > XZHeader.dictionaryLimit
      {
        return .limit
      }
    }
    return nil
  }

  /// Unpacks a header that is packed with LZMA alone; nil for any other.
  private func unpackedHeader(in bytes: Span<UInt8>, _ context: ExtractionContext) -> [UInt8]? {
    guard coders.count == 1, coders[0].id == [0x03, 0x01, 0x01], coders[0].properties.count == 5,
      let packedSize = packedSizes.first, let unpackedSize = unpackedSizes.first,
      packedStart <= bytes.count - 32, packedSize <= bytes.count - 32 - packedStart,
      unpackedSize <= Self.headerByteLimit
    else { return nil }
    var alone = coders[0].properties
    for shift in stride(from: 0, to: 64, by: 8) {
      alone.append(UInt8(truncatingIfNeeded: unpackedSize >> shift))
    }
    alone.append(bytes, 32 + packedStart..<32 + packedStart + packedSize)
    var header: [UInt8] = []
    alone.withUnsafeBytes { alone in
      let stream = FilterStream(.lzma, alone, context: context)
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
      defer { piece.deallocate() }
      while header.count < unpackedSize {
        let count = stream.read(into: piece)
        if count == 0 { return }
        header.append(contentsOf: piece[..<count])
      }
    }
    return header.isEmpty ? nil : header
  }

  /// Reads where packed streams lie and how they are packed, as far as it goes.
  private mutating func readStreams() {
    while let kind = byte() {
      switch kind {
      case 0x06: readPackInfo()
      case 0x07:
        readUnpackInfo()
        return
      default: return
      }
    }
  }

  private mutating func readPackInfo() {
    guard let start = number(), let count = number() else { return }
    packedStart = start
    while let kind = byte(), kind != 0 {
      // Checksums of packed streams are written by no known program.
      guard kind == 0x09 else { return }
      for _ in 0..<min(count, bytes.count) {
        guard let size = number() else { return }
        packedSizes.append(size)
      }
    }
  }

  private mutating func readUnpackInfo() {
    guard byte() == 0x0B, let folderCount = number(), byte() == 0 else { return }
    for _ in 0..<min(folderCount, bytes.count) {
      guard readFolder() else { return }
    }
    guard byte() == 0x0C, let size = number() else { return }
    unpackedSizes.append(size)
  }

  private mutating func readFolder() -> Bool {
    guard let coderCount = number(), coderCount <= 32 else { return false }
    var inCount = 0
    var outCount = 0
    for _ in 0..<coderCount {
      guard let flags = byte(), let id = take(Int(flags & 0x0F)) else { return false }
      var coder = Coder(id: id, properties: [])
      if flags & 0x10 != 0 {
        guard let ins = number(), let outs = number(), ins <= 32, outs <= 32 else { return false }
        inCount += ins
        outCount += outs
      } else {
        inCount += 1
        outCount += 1
      }
      if flags & 0x20 != 0 {
        guard let size = number(), let properties = take(size) else { return false }
        coder.properties = properties
      }
      coders.append(coder)
    }
    guard outCount >= 1 else { return false }
    for _ in 0..<(outCount - 1) * 2 where number() == nil { return false }
    let packedCount = inCount - (outCount - 1)
    if packedCount > 1 {
      for _ in 0..<packedCount where number() == nil { return false }
    }
    return true
  }

  private mutating func byte() -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  private mutating func take(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= bytes.count - position else { return nil }
    position += count
    return Array(bytes[position - count..<position])
  }

  /// A number whose first byte tells how many follow.
  private mutating func number() -> Int? {
    guard let first = byte() else { return nil }
    var value: UInt64 = 0
    var mask: UInt8 = 0x80
    for index in 0..<8 {
      if first & mask == 0 {
        value |= UInt64(first & (mask &- 1)) << UInt64(8 * index)
        return Int(exactly: value)
      }
      guard let next = byte() else { return nil }
      value |= UInt64(next) << UInt64(8 * index)
      mask >>= 1
    }
    return Int(exactly: value)
  }
}

extension Span<UInt8> {
  /// The number of up to 8 bytes at `position`, the lowest byte first; -1 where it is too large.
  fileprivate func littleEndian(at position: Int, byteCount: Int) -> Int {
    var value: UInt64 = 0
    for index in 0..<byteCount { value |= UInt64(self[position + index]) << UInt64(8 * index) }
    return Int(exactly: value) ?? -1
  }

  fileprivate func array(_ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.append(self, range)
    return copy
  }
}
