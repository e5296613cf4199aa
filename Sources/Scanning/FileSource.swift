internal import ContentTypes
internal import Cryptography
internal import Extraction
internal import Glibc
internal import ScanModel
internal import Walking

/// The open file that a thread scans: how much of it was read, and whether it changed meanwhile.
///
/// Each thread has one, for one file after another.
final class FileReading {
  private var file: OpenFile?
  private let progress: ScanProgress
  private let throttle: Throttle?
  private(set) var readByteCount = 0
  /// At most what the file held when it was opened; files of pseudo file systems claim 0 bytes and
  /// are read to a bound.
  private var byteLimit = 0
  /// Takes in what is read; nil where nobody is known to ask for a digest, or it is known.
  private var hasher: ContentHasher?
  private var knownDigest: ContentDigest?

  private static let limitWhereSizeIsUnknown = 16 << 20
  private static let pieceByteCount = 256 << 10

  init(progress: ScanProgress, throttle: Throttle?) {
    self.progress = progress
    self.throttle = throttle
  }

  /// Takes over a file at its first byte.
  func begin(_ file: consuming OpenFile, makesDigest: Bool = false) {
    hasher = makesDigest ? ContentHasher() : nil
    knownDigest = nil
    let size = file.facts.byteCount
    byteLimit = size > 0 ? size : Self.limitWhereSizeIsUnknown
    readByteCount = 0
    self.file = consume file
  }

  /// Closes the file.
  func end() {
    file = nil
  }

  /// Calls `body` with the descriptor of the open file.
  func withDescriptor<Result>(_ body: (Int32) -> Result) -> Result {
    switch file {
    case .some(let file): file.withDescriptor(body)
    case .none: body(-1)
    }
  }

  /// Its size when it was opened, or what was read of it if that is more.
  var byteCount: Int { max(file?.facts.byteCount ?? 0, readByteCount) }

  /// Whether size or times differ from what they were when the file was opened.
  var hasChanged: Bool {
    do throws(FileAccessError) {
      return try file?.hasChanged() ?? true
    } catch {
      return true
    }
  }

  /// Reads on; at the size that the file had when it was opened it ends without a further look.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = min(buffer.count, byteLimit - readByteCount)
    guard count > 0 else { return 0 }
    do throws(FileAccessError) {
      let read =
        try file?.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])) ?? 0
      readByteCount += read
      hasher?.update(UnsafeRawBufferPointer(rebasing: buffer[..<read]))
      progress.addBytes(read)
      throttle?.wait(afterReading: read, progress)
      return read
    } catch {
      throw ReadFailure(errorNumber: error.notExaminedReason.errorNumber ?? EIO)
    }
  }

  /// The digest of the whole file, of which what the hasher has not seen is read beside; nil where that
  /// fails.
  func digest() -> ContentDigest? {
    if knownDigest == nil { knownDigest = digestOfAll() }
    if knownDigest != nil { hasher = nil }
    return knownDigest
  }

  private func digestOfAll() -> ContentDigest? {
    let byteCount = byteCount
    var offset = hasher == nil ? 0 : readByteCount
    var hasher = hasher ?? ContentHasher()
    if offset == byteCount { return hasher.digest }
    return withUnsafeTemporaryAllocation(byteCount: Self.pieceByteCount, alignment: 64) { piece in
      while offset < byteCount {
        let count = min(piece.count, byteCount - offset)
        let buffer = UnsafeMutableRawBufferPointer(rebasing: piece[..<count])
        guard let read = try? file?.read(into: buffer, at: offset), read > 0 else { return nil }
        hasher.update(UnsafeRawBufferPointer(rebasing: buffer[..<read]))
        throttle?.wait(afterReading: read, progress)
        offset += read
      }
      return hasher.digest
    }
  }

  /// What the file system said of the file when it was opened.
  var facts: FileFacts? {
    switch file {
    case .some(let file): file.facts
    case .none: nil
    }
  }

  /// Whether an archive begins where the program in the file ends, which begins with `head`.
  func hasArchive(behind head: Span<UInt8>) -> Bool {
    guard let range = PrefixedArchive.range(behind: head, ofByteCount: byteCount) else {
      return false
    }
    return withUnsafeTemporaryAllocation(byteCount: range.count, alignment: 64) { piece in
      guard let count = try? file?.read(into: piece, at: range.lowerBound) else { return false }
      let bytes = UnsafeRawBufferPointer(rebasing: piece[..<count])
      return PrefixedArchive(first: bytes.bindMemory(to: UInt8.self).span, from: 0) != nil
    }
  }

  /// Counts the bytes that a worker has read in place of this process, and waits as for its own.
  func countReadByWorker() {
    let count = max(byteCount - readByteCount, 0)
    progress.addBytes(count)
    throttle?.wait(afterReading: count, progress)
  }

  /// Appends the next bytes to `head`, at most `count`; fewer only where the file ends.
  func append(_ count: Int, to head: inout [UInt8]) throws(ReadFailure) {
    try head.append(addingCapacity: count) { head throws(ReadFailure) in
      try head.withUnsafeMutableBufferPointer { buffer, filledCount throws(ReadFailure) in
        let free = UnsafeMutableRawBufferPointer(buffer)
        while filledCount < count {
          let read = try read(
            into: UnsafeMutableRawBufferPointer(rebasing: free[filledCount..<count]))
          if read == 0 { break }
          filledCount += read
        }
      }
    }
  }
}

/// The bytes of a file that is being scanned.
struct FileSource: ByteSource, ~Copyable {
  let reading: FileReading

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    try reading.read(into: buffer)
  }
}
