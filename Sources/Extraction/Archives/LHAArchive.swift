import CLhasa
import ContentTypes
import Glibc
import ScanModel

/// An archive of LHA that lhasa reads from memory, a file at a time.
final class LHAArchive {
  private let bytes: UnsafeRawBufferPointer
  /// How far lhasa has read.
  private var position = 0
  /// Where the header of the next file begins, or the end is marked.
  private var nextHeader = 0
  private let callbacks: UnsafeMutablePointer<LHAInputStreamType>
  private var stream: OpaquePointer?
  private var reader: OpaquePointer?

  /// `bytes` must outlive it; nil where there is no memory.
  init?(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: LHAInputStreamType())
    callbacks.pointee.read = { archive, target, count in
      guard let archive, let target else { return -1 }
      return Unmanaged<LHAArchive>.fromOpaque(archive).takeUnretainedValue().copy(count, to: target)
    }
    callbacks.pointee.skip = { archive, count in
      guard let archive else { return 0 }
      return Unmanaged<LHAArchive>.fromOpaque(archive).takeUnretainedValue().skip(count)
    }
    stream = lha_input_stream_new(callbacks, Unmanaged.passUnretained(self).toOpaque())
    reader = stream.flatMap { lha_reader_new($0) }
    guard reader != nil else { return nil }
    // With another policy folders are given twice.
    lha_reader_set_dir_policy(reader, LHA_READER_DIR_PLAIN)
  }

  deinit {
    if let reader { lha_reader_free(reader) }
    if let stream { lha_input_stream_free(stream) }
    callbacks.deallocate()
  }

  /// The next file or folder; nil where there is none, or none can be read.
  func next() -> LHAEntry? {
    guard let header = lha_reader_next_file(reader) else { return nil }
    let (dataStart, isOver) = nextHeader.addingReportingOverflow(header.pointee.raw_data_len)
    let (end, isFarOver) = dataStart.addingReportingOverflow(header.pointee.compressed_length)
    nextHeader = isOver || isFarOver ? .max : end
    return LHAEntry(header.pointee)
  }

  /// Whether the end is marked behind the last file that was given.
  var isAtEnd: Bool {
    (0..<bytes.count).contains(nextHeader) && bytes[nextHeader] == 0
  }

  /// Unpacks the next bytes of the file that was given last; returns how many, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    lha_reader_read(reader, buffer.baseAddress, buffer.count)
  }

  private func copy(_ count: Int, to target: UnsafeMutableRawPointer) -> Int32 {
    let taken = min(count, bytes.count - position, Int(Int32.max))
    if taken > 0, let base = bytes.baseAddress { memcpy(target, base + position, taken) }
    position += taken
    return Int32(taken)
  }

  private func skip(_ count: Int) -> Int32 {
    guard (0...bytes.count - position).contains(count) else {
      position = bytes.count
      return 0
    }
    position += count
    return 1
  }
}
