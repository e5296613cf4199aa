import CArchive
import ScanModel

/// The content of a file that is compressed with one of the filters of libarchive.
final class FilterStream: UnpackingStream {
  private let input: PackedInput
  private let archive: ArchiveHandle
  private var isAtEnd = false
  private(set) var failure: PartialReason?
  private var entry: ArchiveEntrySource?

  init(_ filter: ArchiveFilter, _ stream: any UnpackingStream, context: ExtractionContext) {
    input = PackedInput(stream)
    archive = ArchiveHandle(formats: [.raw, .empty], filter: filter)
    archive.open(input)
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
