import ScanModel

/// The content of a compressed file, whose beginning can be looked at before it is read.
final class UnpackedContent: UnpackingStream {
  private let stream: any UnpackingStream
  private let tally: UnpackTally
  private(set) var head: [UInt8] = []
  private var headPosition = 0

  init(_ stream: any UnpackingStream, tally: UnpackTally) {
    self.stream = stream
    self.tally = tally
  }

  /// Why the content ends before its end, if it does.
  var failure: PartialReason? { tally.failure ?? stream.failure }

  /// Unpacks the first `byteCount` bytes into `head`.
  func fillHead(_ byteCount: Int) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: 16)
    defer { piece.deallocate() }
    while head.count < byteCount {
      let count = unpack(into: piece)
      if count == 0 { return }
      head.append(contentsOf: piece[..<count])
    }
  }

  /// Gives the next bytes, those of the head first; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = buffer.copy(from: head, at: &headPosition)
    return count > 0 ? count : unpack(into: buffer)
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard tally.failure == nil else { return 0 }
    let count = stream.read(into: buffer)
    return count > 0 && tally.take(count) ? count : 0
  }
}
