import CMSPack
import Glibc
import ScanModel

/// What libmspack takes for a file system: one content in memory to read, and one to write, which is kept
/// in memory as well.
///
/// The library is given a pointer to its first part, and gives that back.
struct MSPackFiles {
  private var system = mspack_system()
  private let bytes: UnsafeRawBufferPointer
  /// What was written of the last file, and how much of it may be.
  private var output: [UInt8] = []
  private var outputLimit = 0

  /// An open file: the content that is read, or the one that is written.
  private struct Handle {
    var file = mspack_file()
    let files: UnsafeMutablePointer<MSPackFiles>
    let isOutput: Bool
    var position = 0
  }

  /// Any name will do: there is one file to read.
  static let input = "in"
  static let output = "out"

  /// `bytes` must outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    system.open = { system, _, mode in
      guard let files = UnsafeMutableRawPointer(system)?.assumingMemoryBound(to: MSPackFiles.self)
      else { return nil }
      let handle = UnsafeMutablePointer<Handle>.allocate(capacity: 1)
      handle.initialize(to: Handle(files: files, isOutput: mode == MSPACK_SYS_OPEN_WRITE))
      return UnsafeMutableRawPointer(handle).assumingMemoryBound(to: mspack_file.self)
    }
    system.close = { file in MSPackFiles.handle(file)?.deallocate() }
    system.read = { file, buffer, count in
      guard let handle = MSPackFiles.handle(file), let buffer, !handle.pointee.isOutput else {
        return -1
      }
      let bytes = handle.pointee.files.pointee.bytes
      let taken = max(0, min(Int(count), bytes.count - handle.pointee.position))
      if taken > 0, let base = bytes.baseAddress {
        memcpy(buffer, base + handle.pointee.position, taken)
      }
      handle.pointee.position += taken
      return Int32(taken)
    }
    system.write = { file, buffer, count in
      guard let handle = MSPackFiles.handle(file), let buffer, handle.pointee.isOutput, count >= 0
      else { return -1 }
      let files = handle.pointee.files
      guard files.pointee.output.count + Int(count) <= files.pointee.outputLimit else { return -1 }
      files.pointee.output.append(
        contentsOf: UnsafeRawBufferPointer(start: buffer, count: Int(count)))
      return count
    }
    system.seek = { file, offset, mode in
      guard let handle = MSPackFiles.handle(file) else { return -1 }
      let count = handle.pointee.files.pointee.bytes.count
      let origin =
        mode == MSPACK_SYS_SEEK_START
        ? 0 : mode == MSPACK_SYS_SEEK_CUR ? handle.pointee.position : count
      let (position, isOver) = origin.addingReportingOverflow(offset)
      guard !isOver, (0...count).contains(position) else { return -1 }
      handle.pointee.position = position
      return 0
    }
    system.tell = { file in MSPackFiles.handle(file)?.pointee.position ?? 0 }
    system.alloc = { _, count in malloc(count) }
    system.free = { memory in free(memory) }
    system.copy = { source, target, count in
      if let source, let target { memcpy(target, source, count) }
    }
    mspack_ignore_messages(&system)
  }

  /// Calls `body` with one that lives as long, and with the same as the library takes it.
  static func with<Result>(
    _ bytes: UnsafeRawBufferPointer,
    _ body: (UnsafeMutablePointer<MSPackFiles>, UnsafeMutablePointer<mspack_system>) -> Result
  ) -> Result {
    let files = UnsafeMutablePointer<MSPackFiles>.allocate(capacity: 1)
    files.initialize(to: MSPackFiles(bytes))
    defer {
      files.deinitialize(count: 1)
      files.deallocate()
    }
    return body(
      files, UnsafeMutableRawPointer(files).assumingMemoryBound(to: mspack_system.self))
  }

  /// Has `unpack`, which goes through the library, write a file of so many bytes, and reads it as a member
  /// under its name.
  static func take<Sink: DocumentSink & ~Copyable>(
    _ name: UnsafePointer<CChar>?, byteCount: Int, of files: UnsafeMutablePointer<MSPackFiles>,
    into sink: inout Sink, _ unpack: () -> Int32
  ) {
    let text = Charset.decode([UInt8](cString: name).span, as: nil)
    let parts = [DocumentPart.member(String(decoding: text, as: UTF8.self))]
    guard byteCount <= sink.context.limits.bytesInMemory,
      sink.context.allowsRatio(unpacked: byteCount, packed: files.pointee.bytes.count),
      sink.context.spend(unpacked: byteCount)
    else { return sink.miss(.limit, at: parts) }
    files.pointee.beginOutput(limit: byteCount)
    let isWhole = unpack() == MSPACK_ERR_OK && files.pointee.output.count == byteCount
    let bytes = files.pointee.output
    sink.takeMember(at: parts, bytes: bytes, endingWith: isWhole ? nil : .malformed)
  }

  /// What is written next is new, and at most so many bytes.
  private mutating func beginOutput(limit: Int) {
    output.removeAll()
    outputLimit = limit
  }

  private static func handle(_ file: UnsafeMutablePointer<mspack_file>?)
    -> UnsafeMutablePointer<Handle>?
  {
    UnsafeMutableRawPointer(file)?.assumingMemoryBound(to: Handle.self)
  }
}
