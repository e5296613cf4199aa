internal import CLinux
internal import Glibc

/// Memory that a worker shares with the scan: what it has to send, so that sending can wait for more and
/// nothing is lost where the worker dies before.
///
/// It holds a number, a length and that many bytes. What was sent is emptied and has the next number; so
/// the scan can tell it from what it has not got yet.
package final class Outbox {
  /// The descriptor of the memory in the worker.
  static let workerDescriptor: Int32 = 4
  private static let byteCount = 256 << 10
  private static let numberOffset = 0
  private static let lengthOffset = 8
  private static let contentOffset = 16

  private let memory: UnsafeMutableRawPointer
  let descriptor: Int32

  /// New memory to read from; nil where the system has none.
  static func new() -> Outbox? {
    Outbox(owning: linux_shared_memory(UInt(byteCount)), PROT_READ)
  }

  /// The memory that a worker was started with, to write to; nil where there is none.
  package static func ofWorker() -> Outbox? {
    guard linux_is_shared_memory(workerDescriptor, UInt(byteCount)) != 0 else { return nil }
    return Outbox(owning: workerDescriptor, PROT_READ | PROT_WRITE)
  }

  private init?(owning descriptor: Int32, _ protection: Int32) {
    guard descriptor >= 0 else { return nil }
    guard let memory = mmap(nil, Self.byteCount, protection, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else {
      close(descriptor)
      return nil
    }
    self.memory = memory
    self.descriptor = descriptor
  }

  deinit {
    munmap(memory, Self.byteCount)
    close(descriptor)
  }

  /// Which content it is, from 0.
  package var number: Int {
    Int(truncatingIfNeeded: memory.load(fromByteOffset: Self.numberOffset, as: UInt64.self))
  }

  /// What it holds; the other side may have written any length.
  package var content: [UInt8] {
    let length = memory.load(fromByteOffset: Self.lengthOffset, as: UInt64.self)
    let count = Int(min(length, UInt64(Self.byteCount - Self.contentOffset)))
    return Array(UnsafeRawBufferPointer(start: memory + Self.contentOffset, count: count))
  }

  /// Adds bytes behind those that are there; false where they have no room.
  package func append(_ bytes: [UInt8]) -> Bool {
    let length = Int(memory.load(fromByteOffset: Self.lengthOffset, as: UInt64.self))
    let end = Self.contentOffset + length
    guard bytes.count <= Self.byteCount - end else { return false }
    bytes.withUnsafeBytes {
      (memory + end).copyMemory(
        from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    linux_publish(memory + Self.lengthOffset, UInt64(length + bytes.count))
    return true
  }

  /// Empties it; what comes has the next number.
  package func clear() {
    linux_publish(memory + Self.lengthOffset, 0)
    linux_publish(memory + Self.numberOffset, UInt64(number + 1))
  }
}
