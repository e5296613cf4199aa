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
    var position = start
    while position < bytes.count {
      if let type = Self.type(at: position, of: bytes) {
        self.type = type
        self.start = position
        return
      }
      position += 1
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
