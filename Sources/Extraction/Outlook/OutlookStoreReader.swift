import ContentTypes
import ScanModel

/// Reads Outlook stores (pst, ost): the items of all folders, and those that lie in none.
enum OutlookStoreReader {
  private static let folderDepth = 64

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let isCut = isCut(bytes)
    return bytes.withUnsafeBytes { bytes in
      guard let store = OutlookStore(bytes) else { return .partial(.malformed) }
      var walk = OutlookWalk()
      if let properties = store.messageStore() { walk.take(storeProperties: properties, &sink) }
      if let root = store.rootFolder() {
        walk.take(folder: root, at: [], depth: folderDepth, into: &sink)
      } else {
        walk.reason = .malformed
      }
      walk.takeLost(of: store, into: &sink)
      if sink.isCancelled { return .partial(.interrupted) }
      if isCut { sink.miss(.malformed, at: []) }
      if store.isCorrupted { walk.reason = walk.reason ?? .malformed }
      return walk.reason.map { .partial($0) } ?? .complete
    }
  }

  /// Whether the file is shorter than its header says.
  ///
  /// Source: MS-PST, 2.2.2.5 and 2.2.2.6; versions to 15 are ANSI.
  private static func isCut(_ bytes: Span<UInt8>) -> Bool {
    guard let version = bytes.integer(at: 10, byteCount: 2, .little),
      let stated = version <= 15
        ? bytes.integer(at: 0xA8, byteCount: 4, .little)
        : bytes.integer(at: 0xB8, byteCount: 8, .little)
    else { return true }
    return stated > bytes.count
  }
}

/// The way through the folders of an Outlook store.
private struct OutlookWalk {
  var reason: PartialReason?
  /// The items that were taken, folders among them: damaged stores hold circles.
  private var seen: Set<UInt32> = []

  mutating func take<Sink: DocumentSink & ~Copyable>(
    storeProperties item: borrowing OutlookItem, _ sink: inout Sink
  ) {
    var text = DocumentText()
    for set in OutlookProperties(of: item).sets {
      for value in set { text.add(value.text, named: []) }
    }
    guard !text.isEmpty else { return }
    sink.beginText(at: [.section(.properties)])
    text.finish(into: &sink)
    sink.endText()
  }

  mutating func take<Sink: DocumentSink & ~Copyable>(
    folder: borrowing OutlookItem, at parts: [DocumentPart], depth: Int, into sink: inout Sink
  ) {
    guard depth > 0 else { return miss(.limit, at: parts, in: &sink) }
    guard seen.insert(folder.identifier).inserted else { return }
    for index in 0..<folder.messageCount {
      if sink.isCancelled { return }
      take(folder.message(index), at: parts + [.message(index + 1)], into: &sink)
    }
    let messageCount = folder.messageCount
    for index in 0..<folder.associatedCount {
      if sink.isCancelled { return }
      take(
        folder.associated(index), at: parts + [.message(messageCount + index + 1)], into: &sink)
    }
    for index in 0..<folder.folderCount {
      if sink.isCancelled { return }
      guard let subfolder = folder.folder(index) else {
        miss(.malformed, at: parts, in: &sink)
        continue
      }
      let name = String(
        decoding: OutlookProperties(of: subfolder).first(0x3001) ?? [], as: UTF8.self)
      take(folder: subfolder, at: parts + [.folder(name)], depth: depth - 1, into: &sink)
    }
  }

  /// Takes what was deleted and is still there.
  mutating func takeLost<Sink: DocumentSink & ~Copyable>(
    of store: borrowing OutlookStore, into sink: inout Sink
  ) {
    guard !sink.isCancelled else { return }
    let (orphanCount, recoveredCount) = store.recover()
    var number = 0
    for index in 0..<orphanCount {
      if sink.isCancelled { return }
      number += 1
      takeLost(store.orphan(index), number, into: &sink)
    }
    for index in 0..<recoveredCount {
      if sink.isCancelled { return }
      number += 1
      takeLost(store.recovered(index), number, into: &sink)
    }
  }

  private mutating func takeLost<Sink: DocumentSink & ~Copyable>(
    _ item: consuming OutlookItem?, _ number: Int, into sink: inout Sink
  ) {
    guard let item, !item.isFolder, seen.insert(item.identifier).inserted else { return }
    OutlookMessage.takeMember(item, at: [.section(.deletedText), .message(number)], into: &sink)
  }

  private mutating func take<Sink: DocumentSink & ~Copyable>(
    _ item: consuming OutlookItem?, at parts: [DocumentPart], into sink: inout Sink
  ) {
    guard let item else { return miss(.malformed, at: parts, in: &sink) }
    guard seen.insert(item.identifier).inserted else { return }
    OutlookMessage.takeMember(item, at: parts, into: &sink)
  }

  private mutating func miss<Sink: DocumentSink & ~Copyable>(
    _ reason: PartialReason, at parts: [DocumentPart], in sink: inout Sink
  ) {
    sink.miss(reason, at: parts)
    self.reason = self.reason ?? reason
  }
}
