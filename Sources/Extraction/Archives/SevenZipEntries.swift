import ScanModel

/// Takes the files of a 7z archive as members, in their order.
struct SevenZipEntries {
  private let header: SevenZipHeader
  private let decoder: SevenZipDecoder
  private let tally: UnpackTally
  private var nextFolder = 0
  private var content: SevenZipContent?
  /// Why the folder that is open could not be, and how many of its files are still to come.
  private var refusal: (reason: PartialReason, fileCount: Int)?
  private var worst: PartialReason?

  init(_ header: SevenZipHeader, _ decoder: SevenZipDecoder, _ context: ExtractionContext) {
    self.header = header
    self.decoder = decoder
    tally = UnpackTally(context, packedByteCount: decoder.bytes.count)
  }

  mutating func take<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) -> ExtractionOutcome {
    for entry in header.entries {
      if sink.isCancelled { return .partial(.interrupted) }
      let parts = [DocumentPart.member(entry.name)]
      guard entry.hasContent else {
        if entry.isRegularFile { sink.takeMember(at: parts, bytes: []) }
        continue
      }
      if let reason = nextRefusal() {
        miss(reason, entry, into: &sink)
        continue
      }
      guard let content else { return .partial(worst ?? .malformed) }
      let wasEnded = content.end != nil
      let isTaken = entry.isRegularFile && !wasEnded
      if isTaken { sink.takeMember(at: parts, from: StreamSource(content)) }
      let failure = content.failure
      content.drain()
      guard let reason = content.failure else { continue }
      // What its reader came upon is told with the member.
      if !isTaken || failure == nil { miss(reason, entry, into: &sink) }
      worst = worst ?? reason
      if reason == .limit { return .partial(.limit) }
    }
    return worst.map { .partial($0) } ?? .complete
  }

  private mutating func miss<Sink: DocumentSink & ~Copyable>(
    _ reason: PartialReason, _ entry: SevenZipEntry, into sink: inout Sink
  ) {
    worst = worst ?? reason
    if entry.isRegularFile { sink.miss(reason, at: [.member(entry.name)]) }
  }

  /// Goes to the next file with content; returns why it cannot be read, where its folder cannot be
  /// opened.
  private mutating func nextRefusal() -> PartialReason? {
    while true {
      if let refusal, refusal.fileCount > 0 {
        self.refusal?.fileCount -= 1
        return refusal.reason
      }
      if content?.next() != nil { return nil }
      content = nil
      guard nextFolder < header.folders.count else { return nil }
      let folder = header.folders[nextFolder]
      nextFolder += 1
      do throws(ReadFailure) {
        content = SevenZipContent(
          try decoder.content(of: folder), of: folder, tally: tally)
        refusal = nil
      } catch {
        refusal = (error.reason, folder.substreams.count)
      }
    }
  }
}
