import ScanModel

/// What a decoder takes from the stream before it, a piece at a time.
final class PackedInput {
  private let stream: any UnpackingStream
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  /// The bytes that the decoder has not taken yet; they lie there until the next call.
  private(set) var unread = UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var isAtEnd = false

  init(_ stream: any UnpackingStream) {
    self.stream = stream
  }

  deinit {
    piece.deallocate()
  }

  /// Why the stream broke off, if it did.
  var failure: PartialReason? { stream.failure }

  /// Has `unread` hold bytes, unless there are no more.
  func fill() {
    guard unread.isEmpty, !isAtEnd else { return }
    let count = stream.read(into: piece)
    isAtEnd = count == 0
    unread = UnsafeRawBufferPointer(rebasing: piece[..<count])
  }

  /// Takes the first `count` of the unread bytes.
  func take(_ count: Int) {
    unread = UnsafeRawBufferPointer(rebasing: unread[min(count, unread.count)...])
  }

  /// Takes what is unread and gives what comes then, none at the end; it lies there until the next
  /// call.
  func nextPiece() -> UnsafeRawBufferPointer {
    take(unread.count)
    fill()
    return unread
  }

  /// The next byte; nil at the end.
  func byte() -> UInt8? {
    fill()
    guard let byte = unread.first else { return nil }
    take(1)
    return byte
  }
}
