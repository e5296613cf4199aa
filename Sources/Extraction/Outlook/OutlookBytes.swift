import Glibc

/// The bytes of an Outlook store, and where in them libpff reads.
struct OutlookBytes {
  let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0
  var isOpen = false

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Copies what lies at the offset, and never more than there is; returns how many bytes.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard offset < bytes.count else { return 0 }
    let piece = bytes[offset...].prefix(buffer.count)
    buffer.copyBytes(from: piece)
    offset += piece.count
    return piece.count
  }

  /// Goes to an offset, as `lseek` does; returns it, or -1 where it would lie before the start.
  mutating func seek(_ distance: Int, from origin: CInt) -> Int {
    let start: Int
    switch origin {
    case SEEK_SET: start = 0
    case SEEK_CUR: start = offset
    case SEEK_END: start = bytes.count
    default: return -1
    }
    let (sum, overflows) = start.addingReportingOverflow(distance)
    guard !overflows, sum >= 0 else { return -1 }
    offset = sum
    return sum
  }
}
