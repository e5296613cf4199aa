import ScanModel

/// Reads EPUB packages: the properties of the book, its content in the order in which it is read,
/// and everything else in it.
enum EPUBReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ archive: borrowing ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var outcome = archive.outcome
    var doneIndexes: Set<Int> = []
    var container = EPUBContainer()
    for path in ["META-INF/container.xml", "META-INF/encryption.xml"] {
      guard let index = archive.index(of: path) else { continue }
      doneIndexes.insert(index)
      let failure = PartText.scan(
        archive.entries[index], of: archive, bytes, into: &container, of: &sink)
      if let failure { outcome = .partial(failure) }
    }
    var order: [Int] = []
    for path in container.packagePaths.prefix(16) {
      guard let index = archive.index(of: path), doneIndexes.insert(index).inserted else {
        continue
      }
      order += readPackage(at: index, of: archive, bytes, &outcome, into: &sink)
    }
    if order.isEmpty, outcome == .complete { outcome = .partial(.malformed) }
    for index in order + Array(archive.entries.indices) {
      guard !sink.isCancelled else { return .partial(.interrupted) }
      guard doneIndexes.insert(index).inserted else { continue }
      let entry = archive.entries[index]
      guard !entry.isDirectory, !isWithoutText(entry.key) else { continue }
      let parts = [DocumentPart.member(entry.name)]
      if container.encryptedPaths.contains(entry.key) {
        sink.miss(.encrypted, at: parts)
        outcome = .partial(.encrypted)
      } else if entry.isOverlapping {
        if outcome != .partial(.limit) { sink.miss(.limit, at: parts) }
        outcome = .partial(.limit)
      } else {
        PackageMembers.take(entry, of: archive, bytes, at: parts, into: &sink)
      }
    }
    return outcome
  }

  /// Reads the description of the book; returns the indexes of its content in order.
  private static func readPackage<Sink: DocumentSink & ~Copyable>(
    at index: Int, of archive: borrowing ZipArchive, _ bytes: Span<UInt8>,
    _ outcome: inout ExtractionOutcome, into sink: inout Sink
  ) -> [Int] {
    let entry = archive.entries[index]
    let parts = [DocumentPart.section(.properties)]
    var package = EPUBPackage()
    sink.beginText(at: parts)
    let failure = PartText.scan(
      entry, of: archive, bytes, into: &package, of: &sink)
    package.finish(into: &sink)
    sink.endText()
    if let failure {
      sink.miss(failure, at: parts)
      outcome = .partial(failure)
    }
    let folder = entry.name.lastIndex(of: "/").map { entry.name[...$0] } ?? ""
    return package.contentPaths.compactMap { archive.index(of: EPUBPath.resolve($0, in: folder)) }
  }

  /// Whether the entry holds fonts or styles.
  private static func isWithoutText(_ path: String) -> Bool {
    path == "mimetype"
      || [".css", ".ttf", ".otf", ".woff", ".woff2"].contains { path.hasSuffix($0) }
  }
}
