import CArchive
import ContentTypes
import ScanModel

/// Reads archives and compressed files.
///
/// Entries are members under their names; links, devices and directories have no content. The
/// content of a compressed file is its one member, unless it is an archive: then those of the
/// archive are.
enum ArchiveReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    if type == .sevenZip, let outcome = SevenZipReader.extract(bytes, into: &sink) {
      return outcome
    }
    if type == .iso { return ISOReader.extract(bytes, into: &sink) }
    if type == .xz, !XZHeader.isAllowed(bytes) { return .partial(.limit) }
    if type == .lzma, !LZMAFile.isAllowed(bytes) { return .partial(.limit) }
    if type == .lzip, !LZIPHeader.isAllowed(bytes) { return .partial(.limit) }
    let name = type == .gzip ? GzipStream.name(in: bytes) : ""
    let files =
      type == .rar
      ? RAR5Header.files(of: bytes, limit: sink.context.limits.entriesPerContainer)
      : RAR5Header.Files()
    let outcome = NameLocale.whileSet {
      bytes.withUnsafeBytes { bytes -> ExtractionOutcome in
        let tally = UnpackTally(sink.context, packedByteCount: bytes.count)
        if let formats = formats(of: type) {
          let archive = ArchiveHandle(formats: formats)
          archive.open(bytes)
          let outcome = takeEntries(
            of: archive, tally: tally, encrypted: files.encrypted, countsEntries: true,
            drains: type == .sevenZip, into: &sink)
          if type == .tar, outcome == .complete, archive.isTarCut(of: bytes) {
            sink.miss(.malformed, at: [])
          }
          return outcome
        }
        guard let stream = stream(type, bytes, sink.context) else { return .partial(.malformed) }
        return takeContent(of: UnpackedContent(stream, tally: tally), name, tally, into: &sink)
      }
    }
    // What a volume holds of a file that goes on in another one cannot be unpacked.
    return outcome == .complete && files.areInPieces ? .partial(.malformed) : outcome
  }

  private static func formats(of type: BinaryType) -> [ArchiveFormat]? {
    switch type {
    case .tar: [.tar]
    case .cpio: [.cpio]
    case .ar: [.ar]
    case .sevenZip: [.sevenZip]
    case .rar: [.rar]
    default: nil
    }
  }

  private static func stream(
    _ type: BinaryType, _ bytes: UnsafeRawBufferPointer, _ context: ExtractionContext
  ) -> (any UnpackingStream)? {
    switch type {
    case .gzip: GzipStream(bytes)
    case .bzip2: FilterStream(.bzip2, MemoryStream(bytes), context: context)
    case .xz: FilterStream(.xz, MemoryStream(bytes), context: context)
    case .lzma: LZMAFile.content(of: bytes)
    case .lzip: FilterStream(.lzip, MemoryStream(bytes), context: context)
    case .zstd, .lz4: framed(bytes, context)
    case .compress: FilterStream(.compress, MemoryStream(bytes), context: context)
    default: nil
    }
  }

  /// What zstd or lz4 has packed, behind frames that the library does not skip.
  private static func framed(
    _ bytes: UnsafeRawBufferPointer, _ context: ExtractionContext
  ) -> FilterStream {
    let start = bytes.withMemoryRebound(to: UInt8.self) { SkippableFrames.end(in: $0.span) }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[min(start, bytes.count)...])
    let isLZ4 = rest.starts(with: [0x04, 0x22, 0x4D, 0x18])
    return FilterStream(isLZ4 ? .lz4 : .zstd, MemoryStream(rest), context: context)
  }

  private static func takeContent<Sink: DocumentSink & ~Copyable>(
    of content: UnpackedContent, _ name: String, _ tally: UnpackTally, into sink: inout Sink
  ) -> ExtractionOutcome {
    content.fillHead(ContentType.headByteCount)
    if let format = archiveFormat(content.head.span) {
      let archive = ArchiveHandle(formats: [format])
      let input = PackedInput(content)
      archive.open(input)
      let outcome = withExtendedLifetime(input) {
        takeEntries(of: archive, tally: tally, countsEntries: false, drains: false, into: &sink)
      }
      return content.failure.map { .partial($0) } ?? outcome
    }
    if !content.head.isEmpty {
      sink.takeMember(at: [.member(name)], from: StreamSource(content))
    }
    return content.failure.map { .partial($0) } ?? .complete
  }

  private static func archiveFormat(_ head: Span<UInt8>) -> ArchiveFormat? {
    if TarHeader.begins(head) { return .tar }
    let type = ContentType.detect(head: head, isWhole: head.count < ContentType.headByteCount)
    return type == .binary(.cpio) ? .cpio : nil
  }

  /// `drains` has every entry unpacked to its end, so that what the library would unpack to get
  /// behind it is counted.
  private static func takeEntries<Sink: DocumentSink & ~Copyable>(
    of archive: borrowing ArchiveHandle, tally: UnpackTally, encrypted: Set<Int> = [],
    countsEntries: Bool, drains: Bool, into sink: inout Sink
  ) -> ExtractionOutcome {
    var worst: PartialReason?
    var tables = PostgresTar()
    for index in 0..<sink.context.limits.entriesPerContainer {
      if sink.isCancelled { return .partial(.interrupted) }
      var header: OpaquePointer?
      switch archive.next(&header) {
      case .end: return worst.map { .partial($0) } ?? .complete
      case .failed(let reason): return .partial(worst ?? reason)
      case .skipped(let reason):
        worst = worst ?? reason
        continue
      case .entry: break
      }
      let entry = ArchiveEntry(header)
      guard entry.isRegularFile else { continue }
      if entry.isEncrypted || encrypted.contains(index) {
        sink.miss(.encrypted, at: [.member(entry.name)])
        worst = .encrypted
        continue
      }
      tables.take(
        entry.name,
        from: ArchiveEntrySource(
          archive.pointer, context: sink.context, tally: countsEntries ? tally : nil, holes: tally),
        into: &sink)
      let isTold = tally.failure != nil
      if drains, !isTold { drain(archive, tally, sink.context) }
      guard let failure = tally.failure else { continue }
      if !isTold { sink.miss(failure, at: [.member(entry.name)]) }
      worst = worst ?? failure
      if failure == .limit { return .partial(.limit) }
      tally.failure = nil
    }
    return .partial(.limit)
  }

  private static func drain(
    _ archive: borrowing ArchiveHandle, _ tally: UnpackTally, _ context: ExtractionContext
  ) {
    var rest = ArchiveEntrySource(archive.pointer, context: context, tally: tally)
    while rest.advance() {}
    if tally.failure == nil { tally.failure = rest.failure }
  }
}
