import ScanModel

/// Takes the entries of a package as members.
enum PackageMembers {
  /// From how many bytes on an entry is unpacked as it is read.
  private static let streamedByteCount = 16 << 20

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
      return sink.takeMember(at: parts, bytes: contents.bytes, endingWith: contents.failure)
    }
    sink.takeMember(at: parts, from: ZipMemberSource(archive.source(of: entry, in: bytes)))
  }
}
