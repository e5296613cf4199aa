import ScanModel

/// A stream in the form of LZMA2 without any packing: liblzma's filters work only in front of it.
///
/// Source: xz, src/liblzma/lzma/lzma2_decoder.c: 1 begins the first chunk, 2 each later one, then the
/// length less one, the higher byte first; 0 ends the stream.
final class UnchangedLZMA2: UnpackingStream {
  private let stream: any UnpackingStream
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 32 << 10, alignment: 16)
  private var unread = UnsafeRawBufferPointer(start: nil, count: 0)
  private var isFirst = true
  private var isEnded = false

  init(_ stream: any UnpackingStream) {
    self.stream = stream
  }

  deinit {
    piece.deallocate()
  }

  var failure: PartialReason? { stream.failure }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if unread.isEmpty { nextChunk() }
    return buffer.copy(from: &unread)
  }

  private func nextChunk() {
    guard !isEnded else { return }
    let headerByteCount = 3
    let count = stream.read(
      into: UnsafeMutableRawBufferPointer(rebasing: piece[headerByteCount...]))
    guard count > 0 else {
      isEnded = true
      // What broke off has no end.
      guard stream.failure == nil else { return }
      piece[0] = 0
      unread = UnsafeRawBufferPointer(rebasing: piece[..<1])
      return
    }
    piece[0] = isFirst ? 1 : 2
    piece[1] = UInt8(truncatingIfNeeded: (count - 1) >> 8)
    piece[2] = UInt8(truncatingIfNeeded: count - 1)
    isFirst = false
    unread = UnsafeRawBufferPointer(rebasing: piece[..<(headerByteCount + count)])
  }
}
