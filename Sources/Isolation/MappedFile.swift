internal import Glibc

/// The bytes of an open file in memory, read when they are looked at; unmapped when its owner goes.
///
/// Only workers map files: where somebody truncates the file meanwhile, the worker ends, not the scan.
package struct MappedFile: ~Copyable {
  private let bytes: UnsafeRawBufferPointer

  /// Maps the first `byteCount` bytes, or as many as the file has; nil where that cannot be.
  package init?(_ descriptor: Int32, byteCount: Int) {
    // `fstat` asks by an empty path, which is not allowed any more.
    let end = Int(lseek(descriptor, 0, SEEK_END))
    guard end >= 0 else { return nil }
    let count = min(byteCount, end)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }

  package consuming func copy() -> [UInt8] { Array(bytes) }

  package borrowing func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    bytes.withMemoryRebound(to: UInt8.self) { body(Span(_unsafeElements: $0)) }
  }
}
