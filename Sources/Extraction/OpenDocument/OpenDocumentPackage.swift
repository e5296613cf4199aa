import ScanModel

/// A package while it is read: which entries are done, and what was missed.
struct OpenDocumentPackage {
  private static let objectLimit = 1024

  private(set) var outcome: ExtractionOutcome
  private var encryptedPaths: Set<String> = []
  /// The indexes of entries that were read as parts of a document.
  private var doneIndexes: Set<Int> = []
  private var kind = OpenDocumentKind.text
  /// Whether it lacks something where it has no content; a template may hold styles alone.
  private var needsContent = true

  init(outcome: ExtractionOutcome) {
    self.outcome = outcome
  }

  private mutating func book(_ reason: PartialReason) {
    if outcome == .complete || reason == .encrypted { outcome = .partial(reason) }
  }

  mutating func readManifest<Sink: DocumentSink & ~Copyable>(
    _ archive: borrowing ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard let index = archive.index(of: "META-INF/manifest.xml") else { return }
    var manifest = OpenDocumentManifest()
    let failure = PartText.scan(
      archive.entries[index], of: archive, bytes, into: &manifest, of: &sink)
    encryptedPaths = manifest.encryptedPaths
    needsContent = failure != nil || manifest.namesContent
    doneIndexes.insert(index)
    if !encryptedPaths.isEmpty { book(.encrypted) }
  }

  /// Reads the parts of the document, or of an object, whose paths begin with `folder`.
  mutating func readDocument<Sink: DocumentSink & ~Copyable>(
    _ archive: borrowing ZipArchive, _ bytes: Span<UInt8>, below folder: String,
    into sink: inout Sink
  ) {
    if let index = beginPart(folder + "meta.xml", of: archive, into: &sink) {
      let parts = [DocumentPart.section(.properties)]
      var properties = OpenDocumentProperties()
      sink.beginText(at: parts)
      let failure = PartText.scan(
        archive.entries[index], of: archive, bytes, into: &properties, of: &sink)
      properties.finish(into: &sink)
      sink.endText()
      if let failure { sink.miss(failure, at: parts) }
    }
    if let index = beginPart(folder + "content.xml", of: archive, into: &sink) {
      var content = OpenDocumentContent()
      let failure = PartText.scan(
        archive.entries[index], of: archive, bytes, into: &content, of: &sink)
      content.finish(into: &sink)
      kind = content.kind
      if let failure { book(failure) }
      if content.hasBinaryData { book(.encodedParts) }
      if case .partial(let reason) = content.outcome { book(reason) }
    } else if folder.isEmpty, needsContent, outcome == .complete {
      book(.malformed)
    }
    if let index = beginPart(folder + "styles.xml", of: archive, into: &sink) {
      var content = OpenDocumentContent()
      let failure = PartText.scan(
        archive.entries[index], of: archive, bytes, into: &content, of: &sink)
      content.finish(into: &sink)
      if let failure { sink.miss(failure, at: [.section(.header)]) }
    }
  }

  /// Reads the embedded objects, each of which is a document in a folder of its own.
  mutating func readObjects<Sink: DocumentSink & ~Copyable>(
    _ archive: borrowing ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    let suffix = "/content.xml"
    var objectCount = 0
    for index in archive.entries.indices {
      let entry = archive.entries[index]
      guard entry.name.hasSuffix(suffix), !doneIndexes.contains(index) else { continue }
      let folder = String(entry.name.dropLast(suffix.count - 1))
      let parts = [DocumentPart.member(String(folder.dropLast()))]
      objectCount += 1
      guard objectCount <= Self.objectLimit, sink.context.spendEntry(), sink.context.enter() else {
        doneIndexes.insert(index)
        book(.limit)
        if objectCount <= Self.objectLimit + 1 { sink.miss(.limit, at: parts) }
        continue
      }
      sink.beginMember(at: parts)
      let before = outcome
      outcome = .complete
      readDocument(archive, bytes, below: folder, into: &sink)
      sink.endMember(MemberOutcome(outcome), contentType: kind.contentType)
      outcome = before
      sink.context.leave()
      if sink.isCancelled { return }
    }
  }

  /// Takes all other entries that may hold text as members.
  mutating func readMembers<Sink: DocumentSink & ~Copyable>(
    _ archive: borrowing ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    var isOverLimit = false
    for index in archive.entries.indices where !doneIndexes.contains(index) {
      let entry = archive.entries[index]
      guard !entry.isDirectory, !Self.isWithoutText(entry.key) else { continue }
      if sink.isCancelled { return }
      let parts = [DocumentPart.member(entry.name)]
      if entry.isOverlapping {
        if !isOverLimit { sink.miss(.limit, at: parts) }
        isOverLimit = true
        book(.limit)
      } else if encryptedPaths.contains(entry.key) {
        sink.miss(.encrypted, at: parts)
      } else {
        PackageMembers.take(entry, of: archive, bytes, at: parts, into: &sink)
      }
    }
  }

  /// Whether the entry holds settings, fonts or previews of what is read itself.
  private static func isWithoutText(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if ["mimetype", "settings.xml", "manifest.rdf", "layout-cache"].contains(name) { return true }
    let folders = [
      "configurations2/", "objectreplacements/", "thumbnails/", "pictures/tablepreview",
    ]
    if folders.contains(where: { path.hasPrefix($0) }) { return true }
    return [".ttf", ".otf", ".woff", ".woff2"].contains { name.hasSuffix($0) }
  }

  /// Notes the part as done; returns its index, nil where it is not there or cannot be read.
  private mutating func beginPart(
    _ path: String, of archive: borrowing ZipArchive,
    into sink: inout some DocumentSink & ~Copyable
  ) -> Int? {
    guard let index = archive.index(of: path) else { return nil }
    guard doneIndexes.insert(index).inserted else { return nil }
    guard !encryptedPaths.contains(archive.entries[index].key) else {
      book(.encrypted)
      return nil
    }
    return index
  }
}
