import ScanModel

/// Reads shortcuts of Windows (`.lnk`): what they point to, with what, and what they say of it.
///
/// Source: MS-SHLLINK 2.
enum ShortcutReader {
  private static let headerByteCount = 76

  private enum Flag {
    static let hasTargets = 0x01
    static let hasLocation = 0x02
    static let hasWideTexts = 0x80
    static let ignoresLocation = 0x100
  }

  /// The texts in their order, each there where its flag is set.
  private static let texts: [(flag: Int, name: StaticString)] = [
    (0x04, "Description"), (0x08, "RelativePath"), (0x10, "WorkingDirectory"),
    (0x20, "Arguments"), (0x40, "IconLocation"),
  ]

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard bytes.count >= headerByteCount, let flags = bytes.littleUInt32(at: 20) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    var found: [(text: [UInt8], name: [UInt8])] = []
    var position = headerByteCount
    // The target again, folder by folder, in the words of each.
    var rest: [Range<Int>] = []
    if flags & Flag.hasTargets != 0, let byteCount = bytes.littleUInt16(at: position) {
      rest.append(position + 2..<position + 2 + byteCount)
      position += 2 + byteCount
    }
    if flags & Flag.hasLocation != 0, flags & Flag.ignoresLocation == 0,
      let byteCount = bytes.littleUInt32(at: position)
    {
      for path in paths(in: bytes, position..<position + byteCount) {
        found.append((path, Array("Target".utf8)))
      }
      position += byteCount
    }
    let isWide = flags & Flag.hasWideTexts != 0
    for (flag, name) in texts where flags & flag != 0 {
      guard let count = bytes.littleUInt16(at: position) else { break }
      let range = position + 2..<position + 2 + count * (isWide ? 2 : 1)
      guard range.upperBound <= bytes.count else { break }
      let text = isWide ? bytes.utf16Text(in: range, .little) : bytes.ansiText(in: range)
      found.append((text, name.withUTF8Buffer { Array($0) }))
      position = range.upperBound
    }
    sink.takeTexts(found, at: [])
    rest.append(min(position, bytes.count)..<bytes.count)
    for range in rest where range.upperBound <= bytes.count {
      sink.takeRuns(of: bytes.extracting(range))
    }
    return position <= bytes.count ? .complete : .partial(.malformed)
  }

  /// The paths in what tells where the target lies: on a volume or on a share, and the rest of it.
  private static func paths(in bytes: Span<UInt8>, _ location: Range<Int>) -> [[UInt8]] {
    guard location.upperBound <= bytes.count, location.count >= 28 else { return [] }
    let info = bytes.extracting(location)
    let hasWidePaths = info.littleUInt32(at: 4).map { $0 >= 0x24 } ?? false
    var paths: [[UInt8]] = []
    let share = info.littleUInt32(at: 20) ?? 0
    if share > 0, let name = info.littleUInt32(at: share + 8) {
      paths.append(info.ansiText(from: share + name))
    }
    for place in [16, 24] {
      if let offset = info.littleUInt32(at: place), offset > 0 {
        paths.append(info.ansiText(from: offset))
      }
    }
    for place in [28, 32] where hasWidePaths {
      if let offset = info.littleUInt32(at: place), offset > 0 {
        paths.append(info.wideText(from: offset))
      }
    }
    var known: Set<[UInt8]> = [[]]
    return paths.filter { known.insert($0).inserted }
  }
}

extension Span<UInt8> {
  fileprivate func ansiText(in range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    CodePage.windows1252.decode(self, range, into: &text)
    return text
  }

  /// The text up to a NUL.
  fileprivate func ansiText(from start: Int) -> [UInt8] {
    guard start < count else { return [] }
    return ansiText(in: start..<position(of: 0, in: start..<count))
  }

  /// The same in units of 16 bits.
  fileprivate func wideText(from start: Int) -> [UInt8] {
    var end = start
    while let unit = littleUInt16(at: end), unit != 0 { end += 2 }
    return start < end ? utf16Text(in: start..<end, .little) : []
  }
}
