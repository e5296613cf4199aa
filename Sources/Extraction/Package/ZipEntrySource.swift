import ScanModel

/// Why an entry could not be read to its end; shared by those who read it and those who asked for it.
final class ZipEntryFailure {
  var reason: PartialReason?
}

/// The bytes of a zip entry, unpacked as they are read.
///
/// It ends early where the entry is broken or unpacks to more than it may; `failure` then says why.
struct ZipEntrySource: ByteSource, ~Copyable {
  let failure = ZipEntryFailure()
  private var packed: [UInt8]
  private var position = 0
  private var unpacker: Unpacker
  private var inflater = StreamInflater()
  private var byteCount = 0
  private var checksum = Checksum32()
  private let expectedChecksum: UInt32?
  private let context: ExtractionContext
  private let byteLimit: Int
  private var isAtEnd = false

  private enum Unpacker {
    case none, inflater
    case stream(any UnpackingStream)
  }

  /// `packed` are the bytes of the entry as they lie in the archive, decrypted; the checksum is
  /// compared where it is known.
  init(
    packed: [UInt8], of entry: ZipEntry, checksum: UInt32?, context: ExtractionContext
  ) {
    self.packed = packed
    unpacker = .none
    expectedChecksum = checksum
    self.context = context
    byteLimit = context.limits.bytesPerEntry
    // Some writers leave nothing of an empty entry, whatever its method.
    let isEmpty = packed.isEmpty && entry.byteCount == 0
    do throws(ReadFailure) {
      switch isEmpty ? .stored : ZipMethod(rawValue: entry.method) {
      case .stored: break
      case .deflate: unpacker = .inflater
      case let method?:
        unpacker = .stream(try ZipStreams.stream(of: packed, method, entry, context))
      case nil: throw ReadFailure(.unsupportedMembers)
      }
    } catch {
      stop(error.reason)
    }
  }

  /// A source of nothing.
  init(failure reason: PartialReason, context: ExtractionContext) {
    packed = []
    unpacker = .none
    expectedChecksum = nil
    self.context = context
    byteLimit = context.limits.bytesPerEntry
    failure.reason = reason
    isAtEnd = true
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    guard !isAtEnd else { return 0 }
    let count = next(into: buffer)
    checksum.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    byteCount += count
    if count == 0 {
      end()
    } else if !context.spend(unpacked: count) || byteCount > byteLimit
      || !context.allowsRatio(unpacked: byteCount, packed: packed.count)
    {
      stop(.limit)
      return 0
    }
    return count
  }

  private mutating func next(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    switch unpacker {
    case .inflater: return inflater.inflate(packed, into: buffer)
    case .stream(let stream): return stream.read(into: buffer)
    case .none: return buffer.copy(from: packed, at: &position)
    }
  }

  private mutating func end() {
    if inflater.status == .broken {
      stop(.malformed)
    } else if case .stream(let stream) = unpacker, let reason = stream.failure {
      stop(reason)
    } else if let expectedChecksum, checksum.value != expectedChecksum {
      stop(.malformed)
    } else {
      stop(nil)
    }
  }

  private mutating func stop(_ reason: PartialReason?) {
    failure.reason = reason
    isAtEnd = true
    packed = []
    unpacker = .none
    inflater = StreamInflater()
  }
}
