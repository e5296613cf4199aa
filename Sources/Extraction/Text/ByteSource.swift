package import ScanModel

/// Bytes that come one after the other: an open file, or a member of an archive.
package protocol ByteSource: ~Copyable {
  /// Reads the next bytes into `buffer`; returns how many, 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
}

/// Reading broke off.
package struct ReadFailure: Error, Hashable, Sendable {
  /// What a report says of it.
  package let reason: PartialReason
  /// The system's errno; 0 where the system is not to blame.
  package let errorNumber: Int32

  package init(errorNumber: Int32) {
    reason = .readError
    self.errorNumber = errorNumber
  }

  package init(_ reason: PartialReason) {
    self.reason = reason
    errorNumber = 0
  }
}

extension [UInt8] {
  /// Appends at most `byteCount` bytes of `source`; returns how many.
  mutating func append(
    from source: inout some ByteSource & ~Copyable, byteCount: Int
  ) throws(ReadFailure) -> Int {
    let start = count
    try append(addingCapacity: byteCount) { bytes throws(ReadFailure) in
      try bytes.withUnsafeMutableBufferPointer { free, initializedCount throws(ReadFailure) in
        let count = try source.read(into: UnsafeMutableRawBufferPointer(free))
        initializedCount = Swift.min(Swift.max(count, 0), free.count)
      }
    }
    return count - start
  }
}
