import ScanModel

/// Reads the encrypted entries of a zip of which some are encrypted with AES: libarchive tries every
/// password.
enum EncryptedZip {
  /// Takes all entries under a password as members; those that no password opens end as encrypted.
  static func takeEntries<Sink: DocumentSink & ~Copyable>(
    of bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    NameLocale.whileSet {
      bytes.withUnsafeBytes { bytes in
        let archive = ArchiveHandle(formats: [.zip])
        for password in sink.context.passwords { archive.add(password: password) }
        archive.open(bytes)
        let tally = UnpackTally(sink.context, packedByteCount: bytes.count)
        for _ in 0..<sink.context.limits.entriesPerContainer {
          if sink.isCancelled { return .partial(.interrupted) }
          var header: OpaquePointer?
          switch archive.next(&header) {
          case .end: return .complete
          case .failed(let reason): return .partial(reason)
          case .skipped: continue
          case .entry: break
          }
          let entry = ArchiveEntry(header)
          guard entry.isRegularFile, entry.isEncrypted else { continue }
          sink.takeMember(
            at: [.member(entry.name)],
            from: ArchiveEntrySource(
              archive.pointer, context: sink.context, tally: tally, holes: tally))
          if tally.failure == .limit { return .partial(.limit) }
          tally.failure = nil
        }
        return .partial(.limit)
      }
    }
  }
}
