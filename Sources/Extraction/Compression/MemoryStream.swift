import ScanModel

/// Bytes that are in memory, as a stream.
final class MemoryStream: UnpackingStream {
  private var rest: UnsafeRawBufferPointer
  var failure: PartialReason? { nil }

  /// `bytes` must stay where they are as long as the stream is read.
  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, rest.count)
    guard count > 0 else { return 0 }
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    return count
  }
}

/// Bytes of an array as a stream.
final class ArrayStream: UnpackingStream {
  private let bytes: [UInt8]
  private var position = 0
  var failure: PartialReason? { nil }

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = min(position, bytes.count)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { all in
      buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
    }
    position += count
    return count
  }
}
