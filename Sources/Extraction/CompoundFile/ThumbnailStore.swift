import ScanModel

/// What Windows keeps of the pictures and documents in a folder (`Thumbs.db`): a small picture of each in
/// a stream of its own, and before Windows Vista their names.
///
/// Source: the structures of LibForensics and Vinetto; the streams of Vista are named by size and hash
/// (`256_77542598845832bd`), those before by the digits of a number, the last first.
enum ThumbnailStore {
  private static let catalogHeaderByteCount = 16
  private static let entryHeaderByteCount = 16
  /// The first bytes of a stream say how many they are: 12 or 24.
  private static let longestHeader = 64

  /// Whether everything in `root` has the name of a thumbnail or of their catalog.
  static func isOne(_ root: CompoundFileEntry, in file: CompoundFile) -> Bool {
    let entries = file.children(of: root)
    return !entries.isEmpty
      && entries.allSatisfy {
        $0.kind == .stream && ($0.isNamed("Catalog") || $0.hasNameOfThumbnail)
      }
  }

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var names: [Int: [UInt8]] = [:]
    if let catalog = file.stream("Catalog", in: root) {
      let stream = file.stream(catalog, of: bytes)
      guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
      names = self.names(in: stream.bytes.span)
      let texts = names.sorted { $0.key < $1.key }.map { (text: $0.value, name: [UInt8]()) }
      sink.takeTexts(texts, at: [])
    }
    var isWhole = true
    for entry in file.children(of: root) where !entry.isNamed("Catalog") {
      guard !sink.isCancelled else { return .partial(.interrupted) }
      let stream = file.stream(entry, of: bytes, limit: sink.context.limits.bytesInMemory)
      guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
      let start = stream.bytes.span.littleUInt32(at: 0) ?? 0
      let picture = start <= min(longestHeader, stream.bytes.count) ? start : 0
      let name = entry.numberOfThumbnail.flatMap { names[$0] }
      let isRead = sink.takeValue(
        stream.bytes.span.extracting(picture...),
        at: [.member(name.map { String(decoding: $0, as: UTF8.self) } ?? entry.name)])
      isWhole = isWhole && isRead && stream.isWhole
    }
    return isWhole ? .complete : .partial(.textInBinary)
  }

  /// The names of files by the numbers of their thumbnails.
  private static func names(in catalog: Span<UInt8>) -> [Int: [UInt8]] {
    var names: [Int: [UInt8]] = [:]
    var position = catalogHeaderByteCount
    while let byteCount = catalog.littleUInt32(at: position), byteCount > entryHeaderByteCount,
      byteCount <= catalog.count - position, let number = catalog.littleUInt32(at: position + 4)
    {
      let text = catalog.utf16Text(
        in: position + entryHeaderByteCount..<position + byteCount, .little)
      names[number] = Array(text.prefix { $0 != 0 })
      position += byteCount
    }
    return names
  }
}

extension CompoundFileEntry {
  /// The number of a thumbnail whose name is its digits, the last first.
  fileprivate var numberOfThumbnail: Int? {
    let digits = name.utf8
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(name.reversed()))
  }

  /// `256_77542598845832bd` or `21`.
  fileprivate var hasNameOfThumbnail: Bool {
    if numberOfThumbnail != nil { return true }
    let parts = name.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    return parts.count == 2 && (2...4).contains(parts[0].count)
      && parts[0].allSatisfy { (0x30...0x39).contains($0) } && parts[1].count == 16
      && parts[1].allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
