internal import Extraction
internal import Glibc
internal import ScanModel
internal import Walking

/// An open file while it is scanned: how much of it was read, and whether it changed meanwhile.
final class FileReading {
  private var file: OpenFile
  private let progress: ScanProgress
  private(set) var readByteCount = 0
  /// At most what the file held when it was opened; files of pseudo file systems claim 0 bytes and
  /// are read to a bound.
  private let byteLimit: Int

  private static let limitWhereSizeIsUnknown = 16 << 20

  init(_ file: consuming OpenFile, progress: ScanProgress) {
    let size = file.facts.byteCount
    byteLimit = size > 0 ? size : Self.limitWhereSizeIsUnknown
    self.file = file
    self.progress = progress
  }

  var facts: FileFacts { file.facts }

  /// Whether size or times differ from what they were when the file was opened.
  var hasChanged: Bool {
    do throws(FileAccessError) {
      return try file.hasChanged()
    } catch {
      return true
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = min(buffer.count, byteLimit - readByteCount)
    guard count > 0 else { return 0 }
    do throws(FileAccessError) {
      let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
      readByteCount += read
      progress.addBytes(read)
      return read
    } catch {
      throw ReadFailure(errorNumber: error.notExaminedReason.errorNumber ?? EIO)
    }
  }
}

extension FileReading {
  /// Reads until `buffer` is full or the file ends; returns how much was read.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    var count = 0
    while count < buffer.count {
      let read = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      if read == 0 { break }
      count += read
    }
    return count
  }
}

/// The bytes of a file that is being scanned.
struct FileSource: ByteSource, ~Copyable {
  let reading: FileReading

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    try reading.read(into: buffer)
  }
}
