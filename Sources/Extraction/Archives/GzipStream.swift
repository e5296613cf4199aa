import ScanModel

/// The content of a gzip file: all its members, one behind the other.
///
/// What lies before a damaged place is given. Source: RFC 1952.
final class GzipStream: UnpackingStream {
  private let bytes: UnsafeRawBufferPointer
  private var inflater = StreamInflater(.gzip)
  private var isOpen = true
  private var position = 0
  private(set) var failure: PartialReason?

  /// `bytes` must stay where they are as long as the stream is read.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    while isOpen, count < buffer.count {
      count += inflateMore(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    }
    return count
  }

  private func inflateMore(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[position...]).bindMemory(to: UInt8.self)
    let (used, written) = inflater.step(rest.span, into: buffer)
    position += used
    switch inflater.status {
    case .going:
      if position == bytes.count ? written < buffer.count : used + written == 0 {
        stop(.malformed)
      }
    case .ended: beginNextMember()
    case .broken: stop(.malformed)
    }
    return written
  }

  /// Goes on with the member behind the one that ended; only zeros may follow the last.
  private func beginNextMember() {
    while position < bytes.count, bytes[position] == 0 { position += 1 }
    if position == bytes.count { return stop(nil) }
    guard bytes.count - position >= 2, bytes[position] == 0x1F, bytes[position + 1] == 0x8B else {
      return stop(.malformed)
    }
    inflater.restart()
  }

  private func stop(_ reason: PartialReason?) {
    failure = reason
    isOpen = false
  }
}

extension GzipStream {
  /// The name that the file had, as the header of its first member has it; empty for none.
  static func name(in bytes: Span<UInt8>) -> String {
    guard bytes.count > 10 else { return "" }
    let flags = bytes[3]
    guard flags & 0x08 != 0 else { return "" }
    var start = 10
    if flags & 0x04 != 0 {
      guard bytes.count > 12 else { return "" }
      start = 12 + (Int(bytes[10]) | Int(bytes[11]) << 8)
    }
    var name: [UInt8] = []
    while start < bytes.count, bytes[start] != 0, name.count < 4096 {
      name.append(bytes[start])
      start += 1
    }
    return String(decoding: name, as: UTF8.self)
  }
}
