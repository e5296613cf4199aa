import ScanModel

/// The content of a stream that is deflated, without a header.
final class InflatingStream: UnpackingStream {
  private let input: PackedInput
  private var inflater = StreamInflater()
  private(set) var failure: PartialReason?

  init(_ stream: any UnpackingStream) {
    input = PackedInput(stream)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard !buffer.isEmpty else { return 0 }
    while inflater.status == .going {
      input.fill()
      let unread = input.unread.bindMemory(to: UInt8.self)
      let (used, written) = inflater.step(unread.span, into: buffer)
      input.take(used)
      if written > 0 { return written }
      if input.isAtEnd, inflater.status == .going {
        failure = input.failure ?? .malformed
        return 0
      }
    }
    if inflater.status == .broken { failure = .malformed }
    return 0
  }
}
