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
    buffer.copy(from: &rest)
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
    buffer.copy(from: bytes, at: &position)
  }
}
