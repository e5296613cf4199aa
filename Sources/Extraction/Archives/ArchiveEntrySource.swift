import CArchive
import ScanModel

/// The bytes of the entry that an archive stands at.
///
/// Holes of sparse files are zeros, and count like other bytes.
struct ArchiveEntrySource: ByteSource, ~Copyable {
  private let archive: OpaquePointer?
  private let byteLimit: Int
  /// Counts all bytes; nil where they are counted as the archive is unpacked, but for holes.
  private let tally: UnpackTally?
  private let holes: UnpackTally?
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The zeros before `block`.
  private var zeroCount = 0
  private var byteCount = 0
  private var emptyBlockCount = 0
  private(set) var failure: PartialReason?
  private(set) var isAtEnd = false

  /// `archive` must live, and stay at its entry, as long as this is read.
  init(
    _ archive: OpaquePointer?, context: ExtractionContext, tally: UnpackTally?,
    holes: UnpackTally? = nil
  ) {
    self.archive = archive
    byteLimit = context.limits.bytesPerEntry
    self.tally = tally
    self.holes = holes
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    let count = next(into: buffer)
    if count == 0, let failure, let holder = tally ?? holes, holder.failure == nil {
      holder.failure = failure
    }
    if count == 0, let failure { throw ReadFailure(failure) }
    return count
  }

  /// Gives the next bytes; 0 at the end, or with `failure` set.
  mutating func next(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while zeroCount == 0, block.isEmpty {
      guard advance() else { return 0 }
    }
    guard zeroCount > 0 else { return buffer.copy(from: &block) }
    let count = min(zeroCount, buffer.count)
    for index in 0..<count { buffer[index] = 0 }
    zeroCount -= count
    return count
  }

  /// Takes the next block of the entry; false at its end.
  mutating func advance() -> Bool {
    guard !isAtEnd, failure == nil else { return false }
    var start: UnsafeRawPointer?
    var size = 0
    var offset: Int64 = 0
    switch archive_read_data_block(archive, &start, &size, &offset) {
    case ARCHIVE_OK, ARCHIVE_WARN: break
    case ARCHIVE_EOF:
      isAtEnd = true
      return false
    default:
      return stop(ArchiveHandle.reason(of: archive))
    }
    emptyBlockCount = size == 0 ? emptyBlockCount + 1 : 0
    guard emptyBlockCount < 1000 else { return stop(.malformed) }
    guard offset >= byteCount || size == 0 else { return stop(.malformed) }
    zeroCount = size == 0 ? 0 : Int(offset) - byteCount
    block = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : size)
    let (sum, isOver) = byteCount.addingReportingOverflow(zeroCount)
    guard !isOver, sum <= byteLimit, size <= byteLimit - sum else { return stop(.limit) }
    byteCount = sum + size
    if let tally, !tally.take(zeroCount + size) { return stop(.limit) }
    if zeroCount > 0, tally == nil, let holes, !holes.take(zeroCount) { return stop(.limit) }
    return true
  }

  private mutating func stop(_ reason: PartialReason) -> Bool {
    failure = reason
    zeroCount = 0
    block = UnsafeRawBufferPointer(start: nil, count: 0)
    return false
  }
}
