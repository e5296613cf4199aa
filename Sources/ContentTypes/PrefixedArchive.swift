/// A zip, 7z or rar that lies behind other bytes: a program that unpacks it, or the head of a script.
package struct PrefixedArchive {
  /// How far behind a program, or the beginning of anything else, an archive is sought.
  private static let searchByteCount = ContentType.headByteCount

  package let type: BinaryType
  package let start: Int
  /// Whether it is a program that lies before it.
  package private(set) var isBehindProgram = false

  /// The archive in a file, as far as `bytes` hold it; nil for none.
  package init?(in bytes: Span<UInt8>) {
    if ProgramImage(bytes) == nil {
      self.init(first: bytes.extracting(..<min(bytes.count, Self.searchByteCount)), from: 1)
    } else {
      guard let range = Self.range(behind: bytes, ofByteCount: bytes.count) else { return nil }
      self.init(first: bytes.extracting(..<range.upperBound), from: range.lowerBound)
      isBehindProgram = true
    }
  }

  /// The first archive that begins in `bytes`, from `start` on.
  package init?(first bytes: Span<UInt8>, from start: Int) {
    var position = bytes.markPosition(from: start)
    while position < bytes.count {
      if let type = Self.type(at: position, of: bytes) {
        self.type = type
        self.start = position
        return
      }
      position = bytes.markPosition(from: position + 1)
    }
    return nil
  }

  /// Where in a file an archive is sought that begins with a program; nil for none, or no room for it.
  package static func range(
    behind head: Span<UInt8>, ofByteCount byteCount: Int
  ) -> Range<Int>? {
    guard let rest = ProgramImage(head)?.rest(ofByteCount: byteCount) else { return nil }
    return rest.prefix(searchByteCount)
  }

  /// The type of the archive whose mark stands at `position`; nil for none.
  private static func type(at position: Int, of bytes: Span<UInt8>) -> BinaryType? {
    switch bytes[position] {
    case 0x50: isZip(bytes, at: position) ? .zip : nil
    case 0x37: bytes.has([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], at: position) ? .sevenZip : nil
    case 0x52: bytes.has("Rar!\u{1A}\u{7}", at: position) ? .rar : nil
    default: nil
    }
  }

  /// Whether a header of an entry stands there: a method that there is, and a name.
  ///
  /// Source: APPNOTE.TXT 6.3.10, 4.3.7.
  private static func isZip(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard bytes.has([0x50, 0x4B, 0x03, 0x04], at: start), start + 31 <= bytes.count else {
      return false
    }
    let nameByteCount = Int(bytes[start + 26]) | Int(bytes[start + 27]) << 8
    return bytes[start + 4] <= 63 && bytes[start + 8] <= 99 && bytes[start + 9] == 0
      && (1...1024).contains(nameByteCount) && bytes[start + 30] >= 0x20
  }
}

extension Range<Int> {
  fileprivate func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}

extension Span<UInt8> {
  /// The first position from `start` on where `PK`, `7z` or `Ra` stands; `count` for none.
  fileprivate func markPosition(from start: Int) -> Int {
    let (zip, sevenZip, rar) = (Mark(0x50, 0x4B), Mark(0x37, 0x7A), Mark(0x52, 0x61))
    var position = start
    while position &+ 17 <= count {
      let first = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
      let second = bytes.unsafeLoadUnaligned(fromByteOffset: position &+ 1, as: SIMD16<UInt8>.self)
      let lanes =
        zip.lanes(first, second) | sevenZip.lanes(first, second) | rar.lanes(first, second)
      let found = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
      if found[0] | found[1] != 0 { break }
      position &+= 16
    }
    while position &+ 1 < count {
      switch (self[position], self[position &+ 1]) {
      case (0x50, 0x4B), (0x37, 0x7A), (0x52, 0x61): return position
      default: position &+= 1
      }
    }
    return count
  }
}

/// Two bytes that a mark begins with, in every lane.
private struct Mark {
  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>

  init(_ first: UInt8, _ second: UInt8) {
    self.first = SIMD16(repeating: first)
    self.second = SIMD16(repeating: second)
  }

  @inline(__always)
  func lanes(_ bytes: SIMD16<UInt8>, _ next: SIMD16<UInt8>) -> SIMD16<UInt8> {
    (bytes .== first).lanes & (next .== second).lanes
  }
}
