import CArchive
import ScanModel

/// Content that libarchive unpacks: that of a file with one of its filters, or of the first entry of an
/// archive in memory.
final class FilterStream: UnpackingStream {
  /// What the archive is read from.
  private let source: AnyObject
  private let archive: ArchiveHandle
  private var isAtEnd = false
  private(set) var failure: PartialReason?
  private var entry: ArchiveEntrySource?

  init(_ filter: ArchiveFilter, _ stream: any UnpackingStream, context: ExtractionContext) {
    let input = PackedInput(stream)
    source = input
    archive = ArchiveHandle(formats: [.raw, .empty], filter: filter)
    archive.open(input)
    begin(context)
  }

  init(_ format: ArchiveFormat, of bytes: [UInt8], context: ExtractionContext) {
    let copy = MemoryCopy(bytes)
    source = copy
    archive = ArchiveHandle(formats: [format])
    archive.open(UnsafeRawBufferPointer(copy.bytes))
    begin(context)
  }

  private func begin(_ context: ExtractionContext) {
    var header: OpaquePointer?
    switch archive.next(&header) {
    case .entry:
      entry = ArchiveEntrySource(archive.pointer, context: context, tally: nil)
    case .end: isAtEnd = true
    case .failed(let reason): failure = reason
    case .skipped: failure = .malformed
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard !isAtEnd, failure == nil else { return 0 }
    let count = entry?.next(into: buffer) ?? 0
    if count == 0 {
      isAtEnd = true
      failure = entry?.failure
    }
    return count
  }
}

/// Bytes that stay where they are.
private final class MemoryCopy {
  let bytes: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    self.bytes = .allocate(byteCount: max(bytes.count, 1), alignment: 16)
    bytes.withUnsafeBytes { self.bytes.copyMemory(from: $0) }
  }

  deinit {
    bytes.deallocate()
  }
}
