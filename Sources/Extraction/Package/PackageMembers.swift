import ScanModel

/// Takes the entries of a package as members.
enum PackageMembers {
  /// From how many bytes on an entry is unpacked as it is read.
  static let streamedByteCount = 4 << 20

  /// Takes every entry as a member, but for folders.
  static func takeAll<Sink: DocumentSink & ~Copyable>(
    of archive: borrowing ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var isOverLimit = false
    for entry in archive.entries where !entry.isDirectory {
      if sink.isCancelled { return .partial(.interrupted) }
      if entry.isOverlapping {
        // One for all of them: there may be as many as the archive has entries.
        if !isOverLimit { sink.miss(.limit, at: [.member(entry.name)]) }
        isOverLimit = true
        continue
      }
      take(entry, of: archive, bytes, at: [.member(entry.name)], into: &sink)
    }
    return isOverLimit ? .partial(.limit) : archive.outcome
  }

  /// Takes an entry as a member at `parts`.
  static func take<Sink: DocumentSink & ~Copyable>(
    _ entry: ZipEntry, of archive: borrowing ZipArchive, _ bytes: Span<UInt8>,
    at parts: [DocumentPart], into sink: inout Sink
  ) {
    guard entry.isEncrypted || entry.byteCount > streamedByteCount else {
      let contents = archive.contents(of: entry, in: bytes)
      if contents.failure == nil || !contents.bytes.isEmpty {
        sink.takeMember(at: parts, bytes: contents.bytes)
      }
      if let reason = contents.failure { sink.miss(reason, at: parts) }
      return
    }
    let source = archive.source(of: entry, in: bytes)
    let failure = source.failure
    if failure.reason == nil { sink.takeMember(at: parts, from: source) }
    if let reason = failure.reason { sink.miss(reason, at: parts) }
  }
}
