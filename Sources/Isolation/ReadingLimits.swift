internal import Wire

/// What reading one document may cost.
package struct ReadingLimits: Hashable, Sendable {
  /// The data of a worker, in bytes.
  package var memoryByteCount = 1536 << 20
  /// The time for a document: this, and a second for each megabyte of it and of what it unpacks to, at
  /// most `longestTime`; in seconds.
  package var baseTime = 10
  package var longestTime = 300
  /// The longest time for archives, databases and mail stores, in seconds.
  package var longestContainerTime = 3600
  /// How deep members may lie in each other.
  package var depth = 8
  /// The entries of one file, with all that is nested in it.
  package var entryCount = 250_000
  /// The bytes of a member that is held in memory.
  package var memberByteCount = 256 << 20
  /// The bytes that one file may unpack to; the floor, where 50 times its size is less.
  package var unpackedByteCount = 2 << 30

  package init() {}

  func write(to wire: inout WireWriter) {
    wire.append(memoryByteCount)
    wire.append(baseTime)
    wire.append(longestTime)
    wire.append(longestContainerTime)
    wire.append(depth)
    wire.append(entryCount)
    wire.append(memberByteCount)
    wire.append(unpackedByteCount)
  }

  init(from wire: inout WireReader) throws(WireReader.Mismatch) {
    memoryByteCount = try wire.integer()
    baseTime = try wire.integer()
    longestTime = try wire.integer()
    longestContainerTime = try wire.integer()
    depth = try wire.integer()
    entryCount = try wire.integer()
    memberByteCount = try wire.integer()
    unpackedByteCount = try wire.integer()
  }
}
