import ScanModel

/// The files of a folder of a 7z archive, one behind the other as they are unpacked.
final class SevenZipContent: UnpackingStream {
  private let stream: any UnpackingStream
  private let tally: UnpackTally
  private var substreams: ArraySlice<SevenZipFolder.Substream>
  private var restByteCount = 0
  private var expected: UInt32?
  private var checksum = Checksum32()
  /// Why the file that is read ends before its end, or is not what it should be.
  private(set) var failure: PartialReason?
  /// Why nothing more of the folder can be read.
  private(set) var end: PartialReason?

  init(_ stream: any UnpackingStream, of folder: SevenZipFolder, tally: UnpackTally) {
    self.stream = stream
    self.tally = tally
    substreams = folder.substreams[...]
  }

  /// Goes to the next file; nil where there is none.
  func next() -> SevenZipFolder.Substream? {
    guard let substream = substreams.popFirst() else { return nil }
    restByteCount = substream.byteCount
    expected = substream.checksum
    checksum = Checksum32()
    failure = end ?? (restByteCount > tally.context.limits.bytesPerEntry ? .limit : nil)
    return substream
  }

  /// Gives the next bytes of the file; 0 at its end, or with `failure` set.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil, restByteCount > 0 else { return 0 }
    let count = stream.read(
      into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, restByteCount)]))
    guard count > 0 else { return stop(stream.failure ?? .malformed) }
    guard tally.take(count) else { return stop(.limit) }
    checksum.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    restByteCount -= count
    if restByteCount == 0, let expected, checksum.value != expected { failure = .malformed }
    return count
  }

  /// Unpacks what is left of the file: the next one lies behind it.
  func drain() {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { piece.deallocate() }
    while read(into: piece) > 0 {}
    // A file that is too large was not begun.
    if restByteCount > 0 { end = end ?? failure }
  }

  private func stop(_ reason: PartialReason) -> Int {
    failure = reason
    end = reason
    return 0
  }
}
