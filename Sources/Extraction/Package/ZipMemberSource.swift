/// A zip entry as a member: where it ends early, its reader is told so.
struct ZipMemberSource: ByteSource, ~Copyable {
  private var entry: ZipEntrySource

  init(_ entry: consuming ZipEntrySource) {
    self.entry = entry
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    let count = try entry.read(into: buffer)
    if count == 0, let reason = entry.failure.reason { throw ReadFailure(reason) }
    return count
  }
}
