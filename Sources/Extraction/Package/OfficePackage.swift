import ScanModel

/// A package whose parts are read one after the other, each once.
struct OfficePackage: ~Copyable {
  let archive: ZipArchive
  private var isRead: [Bool]
  /// What is not read whole, though something of it may be.
  private(set) var outcome: ExtractionOutcome
  /// Whether nothing more may be read.
  private(set) var isExhausted = false

  init(_ archive: consuming ZipArchive) {
    isRead = archive.entries.map(\.isDirectory)
    outcome = archive.outcome
    self.archive = archive
  }

  var partCount: Int { archive.entries.count }

  func path(of index: Int) -> String { archive.entries[index].name }

  /// The part at `path`, if it is there and was not read yet.
  func unread(_ path: String) -> Int? {
    guard let index = archive.index(of: path), !isRead[index] else { return nil }
    return index
  }

  func isUnread(_ index: Int) -> Bool { !isRead[index] }

  mutating func setIsRead(_ index: Int) { isRead[index] = true }

  /// Opens a part as XML; nil where it cannot be read at all, which is booked.
  mutating func open<Sink: DocumentSink & ~Copyable>(
    _ index: Int, _ bytes: Span<UInt8>, for sink: inout Sink
  ) -> PartText? {
    guard take(index, for: &sink) else { return nil }
    return PartText(archive.entries[index], of: archive, bytes)
  }

  /// Opens a part as records; nil where it cannot be read at all, which is booked.
  mutating func openRecords<Sink: DocumentSink & ~Copyable>(
    _ index: Int, _ bytes: Span<UInt8>, for sink: inout Sink
  ) -> PartRecords? {
    guard take(index, for: &sink) else { return nil }
    return PartRecords(archive.entries[index], of: archive, bytes)
  }

  /// Whether a part may be read; it counts as read from now on.
  private mutating func take<Sink: DocumentSink & ~Copyable>(
    _ index: Int, for sink: inout Sink
  ) -> Bool {
    isRead[index] = true
    guard sink.context.spendEntry() else {
      outcome = .partial(.limit)
      isExhausted = true
      return false
    }
    guard archive.entries[index].isOverlapping else { return true }
    if outcome != .partial(.limit) { book(.limit, of: index, into: &sink) }
    outcome = .partial(.limit)
    return false
  }

  /// Books that a part was not read whole.
  func book<Sink: DocumentSink & ~Copyable>(
    _ reason: PartialReason?, of index: Int, into sink: inout Sink
  ) {
    if let reason { sink.miss(reason, at: [.member(path(of: index))]) }
  }

  /// The relations of a part, or of the package.
  mutating func relations<Sink: DocumentSink & ~Copyable>(
    of path: String, _ bytes: Span<UInt8>, for sink: inout Sink
  ) -> PackageRelations {
    var relations = PackageRelations()
    guard let index = archive.index(of: PackagePath.relations(of: path)),
      var text = open(index, bytes, for: &sink)
    else { return relations }
    book(text.scan(into: &relations, of: &sink), of: index, into: &sink)
    return relations
  }

  /// Takes a part as a member.
  mutating func takeMember<Sink: DocumentSink & ~Copyable>(
    _ index: Int, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    isRead[index] = true
    let entry = archive.entries[index]
    if entry.isOverlapping {
      if outcome != .partial(.limit) { book(.limit, of: index, into: &sink) }
      outcome = .partial(.limit)
      return
    }
    PackageMembers.take(entry, of: archive, bytes, at: [.member(entry.name)], into: &sink)
  }
}
