import ScanModel

/// A source whose bytes are kept as they are read, up to 32 MB.
struct KeptSource<Source: ByteSource & ~Copyable>: ByteSource, ~Copyable {
  private var source: Source
  private let kept: KeptBytes

  init(_ source: consuming Source, in kept: KeptBytes) {
    self.source = source
    self.kept = kept
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = try source.read(into: buffer)
    kept.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }
}

/// The bytes of a text: its first, and what a source gives behind them.
final class KeptBytes {
  /// nil where they are more than the limit.
  private(set) var bytes: [UInt8]?

  private static let limit = 32 << 20

  init(behind head: [UInt8]) {
    bytes = head
  }

  fileprivate func add(_ next: UnsafeRawBufferPointer) {
    guard let count = bytes?.count else { return }
    if count + next.count <= Self.limit { bytes?.append(contentsOf: next) } else { bytes = nil }
  }
}
